package eu.guichet.backend.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Alert;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class FreezeNoticeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.accessRequested();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    /** As the act that freezes a file does it. */
    private StoredLetter freeze() {
        counter.pass(Duration.ofMinutes(1));
        String id = counter.database.write(tx -> {
            OpenEnrolment about = counter.desk.open(tx, Counter.HER);
            counter.desk.record(tx, about, new Event.Frozen(counter.now, Counter.AGENT.name()));
            return new FreezeNotice(counter.desk, new SecureRandom()).order(tx, about, Counter.AGENT);
        });
        return counter.database.read(tx -> tx.letters().find(id)).orElseThrow();
    }

    private Enrolment enrolment() {
        return counter.database.read(tx -> counter.desk.open(tx, Counter.HER)).enrolment();
    }

    @Test
    void the_notice_is_for_the_letter_desk_of_her_office_and_has_no_code() {
        StoredLetter notice = freeze();
        assertThat(notice.kind()).isEqualTo(LetterKind.FREEZE_NOTICE);
        assertThat(notice.printAt()).isEqualTo(PrintPlace.LETTER_DESK);
        assertThat(notice.office()).isEqualTo(OfficeCode.LUX);
        ClaimLetter.Document document = counter.claim(Counter.OFFICER, notice);
        assertThat(new String(document.pdf(), UTF_8)).isEqualTo("no code");
        assertThat(counter.stored(notice).code()).isNull();
    }

    @Test
    void a_letter_on_its_way_is_given_up_and_its_code_is_no_longer_valid_wherever_its_paper_is() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        counter.record(letter, new LetterPatch.Posted("RR473124829BE", TODAY));
        freeze();
        assertThat(counter.status(letter).state()).isEqualTo(LetterState.VOIDED);
        assertThat(counter.status(letter).voidReason()).isEqualTo(VoidReason.FROZEN);
        assertThat(counter.stored(letter).code()).isNull();
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(counter.stored(letter).itemNumber())
                .as("it was posted under it all the same")
                .isEqualTo("RR473124829BE");
    }

    @Test
    void a_notice_is_printed_posted_and_received_like_any_letter() {
        StoredLetter notice = freeze();
        String claim = counter.claim(Counter.OFFICER, notice).claim();
        counter.prints().printed(Counter.OFFICER, notice.id(), claim);
        assertThat(counter.status(notice).state()).isEqualTo(LetterState.PRINTED);
        counter.record(notice, new LetterPatch.Posted("RR473124829BE", TODAY));
        assertThat(counter.stored(notice).standing())
                .isEqualTo(new StoredLetter.Standing(LetterState.POSTED, TODAY, TODAY.plusDays(16), null, null, null));
        counter.record(notice, new LetterPatch.Received(TODAY));
        assertThat(counter.status(notice).state()).isEqualTo(LetterState.RECEIVED);
    }

    @Test
    void a_notice_replaces_no_letter_and_no_letter_replaces_it() {
        StoredLetter notice = freeze();
        assertThat(enrolment().letters()).isEmpty();
        counter.database.execute(tx -> counter.desk.record(
                tx,
                counter.desk.open(tx, Counter.HER),
                new Event.AlertLifted(counter.now, Alert.FROZEN, "she called back", "A. K.")));
        counter.generate();
        assertThat(counter.status(notice).state()).isEqualTo(LetterState.GENERATED);
    }

    @Test
    void a_notice_that_comes_back_because_she_has_moved_puts_the_address_in_doubt() {
        StoredLetter notice = freeze();
        String claim = counter.claim(Counter.OFFICER, notice).claim();
        counter.prints().printed(Counter.OFFICER, notice.id(), claim);
        counter.postTells(notice, new LetterPatch.Returned(TODAY, ReturnReason.MOVED));
        assertThat(enrolment().has(Alert.ADDRESS_IN_DOUBT)).isTrue();
    }
}
