package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class CorrectLetterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LetterPatch.Postal POSTED = new LetterPatch.Posted("RR473124829BE", TODAY);
    private static final LetterPatch.Postal RECEIVED = new LetterPatch.Received(TODAY);
    private static final LetterPatch.Postal RETURNED = new LetterPatch.Returned(TODAY, ReturnReason.MOVED);
    private static final Principal OTHER_OFFICER = new Principal("o2", "R. S.", Role.LETTER_OFFICER, OfficeCode.LUX);

    @TempDir
    Path folder;

    private Counter counter;
    private StoredLetter letter;
    private String code;

    @BeforeEach
    void a_printed_letter() {
        counter = new Counter(folder);
        counter.accessRequested();
        letter = counter.generate();
        code = counter.codeOf(letter);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private void takeBack(Principal who) {
        new CorrectLetter(counter.desk)
                .correct(who, letter.id(), "wrong envelope", UUID.randomUUID().toString());
    }

    private Refusal refused(Principal who) {
        return catchThrowableOfType(Refusal.class, () -> takeBack(who));
    }

    private LetterState state() {
        return counter.status(letter).state();
    }

    @Test
    void a_posting_taken_back_frees_its_number_and_the_letter_waits_for_the_post_again() {
        counter.record(letter, POSTED);
        takeBack(Counter.OFFICER);
        assertThat(state()).isEqualTo(LetterState.PRINTED);
        assertThat(counter.stored(letter).itemNumber()).isNull();
        assertThat(counter.database.read((Tx tx) -> tx.letters().byItemNumber("RR473124829BE")))
                .isEmpty();
        counter.record(letter, new LetterPatch.Posted("RR123456785BE", TODAY));
        assertThat(state()).isEqualTo(LetterState.POSTED);
        assertThat(counter.status(letter).itemNumber()).isEqualTo("RR123456785BE");
    }

    @Test
    void a_return_taken_back_lets_the_code_be_valid_again_and_ends_the_doubt_about_the_address() {
        counter.record(letter, POSTED, RETURNED);
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        takeBack(Counter.OFFICER);
        assertThat(state()).isEqualTo(LetterState.POSTED);
        assertThat(counter.database
                        .read(tx -> counter.desk.open(tx, Counter.HER))
                        .enrolment()
                        .has(Alert.ADDRESS_IN_DOUBT))
                .isFalse();
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void the_latest_record_is_taken_back_and_then_the_one_before() {
        counter.record(letter, POSTED, RECEIVED);
        takeBack(Counter.OFFICER);
        assertThat(state()).isEqualTo(LetterState.POSTED);
        takeBack(Counter.OFFICER);
        assertThat(state()).isEqualTo(LetterState.PRINTED);
        assertThat(refused(Counter.OFFICER).why()).isEqualTo("nothing-to-take-back");
    }

    @Test
    void a_correction_asked_for_twice_takes_back_one_record() {
        counter.record(letter, POSTED, RECEIVED);
        CorrectLetter correcting = new CorrectLetter(counter.desk);
        correcting.correct(Counter.OFFICER, letter.id(), "wrong day", "one key");
        correcting.correct(Counter.OFFICER, letter.id(), "wrong day", "one key");
        assertThat(state()).isEqualTo(LetterState.POSTED);
    }

    @Test
    void on_the_day_whoever_recorded_it_takes_it_back_and_no_colleague() {
        counter.record(letter, POSTED);
        Refusal refusal = refused(OTHER_OFFICER);
        assertThat(refusal.type()).isEqualTo(ProblemType.NOT_ALLOWED);
        assertThat(refusal.why()).isEqualTo("record-of-another");
        assertThat(state()).isEqualTo(LetterState.POSTED);
    }

    @Test
    void the_next_day_it_takes_a_supervisor() {
        counter.record(letter, POSTED);
        counter.pass(Duration.ofDays(1));
        assertThat(refused(Counter.OFFICER).why()).isEqualTo("record-of-another");
        takeBack(Counter.SUPERVISOR);
        assertThat(state()).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void what_was_taken_back_stands_in_the_history_with_who_and_why() {
        counter.record(letter, POSTED);
        takeBack(Counter.OFFICER);
        assertThat(counter.database
                        .read((Tx tx) -> tx.events().history(Counter.HER))
                        .last(Event.PostalRecordRetracted.class))
                .get()
                .extracting(Event.PostalRecordRetracted::reason, Event.PostalRecordRetracted::by)
                .containsExactly("wrong envelope", "P. L.");
        assertThat(counter.audit().getFirst().act()).isEqualTo("letter-corrected");
        assertThat(counter.audit().getFirst().reason()).isEqualTo("wrong envelope");
    }

    @Test
    void a_reason_with_a_code_in_it_is_refused_and_kept_nowhere() {
        counter.record(letter, POSTED);
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> new CorrectLetter(counter.desk).correct(Counter.OFFICER, letter.id(), "code " + code, "one key"));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("reason", "looks-like-a-code"));
        assertThat(counter.audit().toString()).doesNotContain(code);
    }

    @Test
    void a_label_printed_on_the_paper_stays_the_letter_s_when_its_posting_is_taken_back() {
        letter = counter.generate(new LetterRequest("RR473124829BE", LetterCause.DAMAGED, null));
        counter.codeOf(letter);
        counter.record(letter, POSTED);
        takeBack(Counter.OFFICER);
        assertThat(counter.stored(letter).itemNumber()).isEqualTo("RR473124829BE");
    }
}
