package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.LetterStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class PostalRecordsTest {
    private static final String ITEM = "RR473124829BE";
    private static final String OTHER_ITEM = "RR123456785BE";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    private static final LetterPatch.Postal POSTED = new LetterPatch.Posted(ITEM, TUESDAY);
    private static final LetterPatch.Postal RECEIVED = new LetterPatch.Received(THURSDAY);
    private static final LetterPatch.Postal RETURNED = new LetterPatch.Returned(THURSDAY, ReturnReason.UNCLAIMED);

    @TempDir
    Path folder;

    private Counter counter;
    private StoredLetter letter;
    private String code;

    @BeforeEach
    void a_printed_letter_four_days_ago() {
        counter = new Counter(folder);
        counter.accessRequested();
        letter = counter.generate();
        code = counter.codeOf(letter);
        counter.pass(Duration.ofDays(4));
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private void record(LetterPatch.Postal... patches) {
        for (LetterPatch.Postal patch : patches) {
            new RecordLetter(counter.desk).record(Counter.OFFICER, letter.id(), patch);
        }
    }

    private void told(LetterPatch.Postal... patches) {
        counter.postTells(letter, patches);
    }

    @Test
    void a_receipt_is_recorded_once_so_that_no_later_one_prolongs_the_code_or_calls_it_back() {
        record(POSTED, RECEIVED);
        assertThat(refused(new LetterPatch.Received(THURSDAY.plusDays(1))).type())
                .isEqualTo(ProblemType.ACTION_CLOSED);
        counter.pass(Duration.ofDays(220));
        assertThat(line().state()).isEqualTo(LetterState.EXPIRED);
        assertThat(refused(new LetterPatch.Received(THURSDAY.plusDays(200))).type())
                .isEqualTo(ProblemType.ACTION_CLOSED);
        assertThat(line().state()).isEqualTo(LetterState.EXPIRED);
    }

    @Test
    void the_reason_of_a_return_is_not_replaced_by_a_second_scan_so_that_what_it_closed_stays_closed() {
        record(POSTED, new LetterPatch.Returned(THURSDAY, ReturnReason.DECEASED));
        assertThat(refused(RETURNED).why()).isEqualTo("returned-otherwise");
        assertThat(counter.database
                        .read(tx -> counter.desk.open(tx, Counter.HER))
                        .enrolment()
                        .has(Alert.DECEASED))
                .isTrue();
    }

    @Test
    void a_letter_whose_label_was_known_when_it_was_generated_is_posted_under_that_number_alone() {
        counter.verified();
        letter = Counter.performed(new GenerateLetter(counter.desk, new SecureRandom(), _ -> true)
                .generate(
                        counter.here(),
                        Etag.of(counter.pensioner().version()),
                        "a new key",
                        new LetterRequest("RR 473 124 829 BE", LetterCause.LOST, null)));
        assertThat(letter.itemNumber()).isEqualTo(ITEM);
        counter.codeOf(letter);
        LocalDate today = THURSDAY.plusDays(1);
        assertThat(refused(new LetterPatch.Posted(OTHER_ITEM, today)).faults())
                .containsExactly(new Refusal.Fault("itemNumber", "item-number-otherwise"));
        record(new LetterPatch.Posted(ITEM, today));
        assertThat(line().state()).isEqualTo(LetterState.POSTED);
    }

    private Refusal refused(LetterPatch.Postal patch) {
        return catchThrowableOfType(Refusal.class, () -> record(patch));
    }

    private LetterStatus line() {
        return counter.database.read(tx -> counter.desk.open(tx, Counter.HER)).enrolment().letters().stream()
                .filter(line -> line.id().equals(letter.id()))
                .findFirst()
                .orElseThrow();
    }

    private String itemNumberInTheStore() {
        return String.valueOf(counter.database
                .read((Tx tx) -> tx.letters().find(letter.id()))
                .orElseThrow()
                .itemNumber());
    }

    private void told(ProcessEvent event) {
        assertThat(counter.report(event)).isEqualTo(ProcessAnswer.RECORDED);
    }

    private ProcessEvent posted() {
        return new ProcessEvent.LetterPosted(
                UUID.randomUUID().toString(),
                counter.pensioner().pensionNumber(),
                counter.now,
                letter.reference(),
                ITEM,
                TUESDAY);
    }

    private ProcessEvent received() {
        return new ProcessEvent.LetterReceived(
                UUID.randomUUID().toString(),
                counter.pensioner().pensionNumber(),
                counter.now,
                letter.reference(),
                THURSDAY);
    }

    @Test
    void a_posting_the_post_tells_of_after_the_receipt_is_not_lost() {
        told(received());
        told(posted());
        LetterStatus line = line();
        assertThat(line.state()).isEqualTo(LetterState.RECEIVED);
        assertThat(line.itemNumber()).isEqualTo(ITEM);
        assertThat(line.postedOn()).isEqualTo(TUESDAY);
        assertThat(line.receivedOn()).isEqualTo(THURSDAY);
        assertThat(itemNumberInTheStore()).isEqualTo(ITEM);
    }

    @Test
    void posting_and_receipt_amount_to_the_same_in_either_order() {
        told(RECEIVED, POSTED);
        LetterStatus backwards = line();
        counter.close();
        counter = new Counter(folder.resolve("other"));
        counter.accessRequested();
        letter = counter.generate();
        code = counter.codeOf(letter);
        counter.pass(Duration.ofDays(4));
        record(POSTED, RECEIVED);
        LetterStatus forwards = line();
        assertThat(forwards.state()).isEqualTo(backwards.state());
        assertThat(forwards.itemNumber()).isEqualTo(backwards.itemNumber());
        assertThat(forwards.postedOn()).isEqualTo(backwards.postedOn());
        assertThat(forwards.receivedOn()).isEqualTo(backwards.receivedOn());
        assertThat(forwards.usableUntil()).isNotNull().isEqualTo(backwards.usableUntil());
    }

    @Test
    void a_posting_told_after_the_return_is_recorded_and_wakes_no_code() {
        told(RETURNED, POSTED);
        assertThat(line().state()).isEqualTo(LetterState.RETURNED);
        assertThat(line().itemNumber()).isEqualTo(ITEM);
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void the_post_may_tell_of_a_letter_that_a_newer_one_has_superseded_and_the_letter_desk_may_not_post_it() {
        counter.generate();
        assertThat(refused(POSTED).why()).isEqualTo("paper-no-longer-valid");
        told(POSTED);
        assertThat(line().state()).isEqualTo(LetterState.SUPERSEDED);
        assertThat(line().itemNumber()).isEqualTo(ITEM);
    }

    @Test
    void an_advice_of_receipt_slower_than_the_code_is_recorded() {
        record(POSTED);
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        record(RECEIVED);
        assertThat(line().state()).isEqualTo(LetterState.REDEEMED);
        assertThat(line().receivedOn()).isEqualTo(THURSDAY);
    }

    @Test
    void a_letter_whose_code_was_entered_cannot_have_come_back() {
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        Refusal refusal = refused(RETURNED);
        assertThat(refusal.type()).isEqualTo(ProblemType.ACTION_CLOSED);
        assertThat(refusal.why()).isEqualTo("returned-though-redeemed");
    }

    @Test
    void what_is_recorded_twice_is_one_event_and_answers_the_same() {
        for (LetterPatch.Postal patch : new LetterPatch.Postal[] {POSTED, RECEIVED, RETURNED}) {
            record(patch);
            int events = counter.events();
            LetterStatus first = line();
            record(patch);
            assertThat(counter.events()).isEqualTo(events);
            assertThat(line()).isEqualTo(first);
            assertThat(counter.audit().getFirst().outcome()).isEqualTo("repeated");
        }
    }

    @Test
    void a_posting_repeated_after_the_receipt_is_still_a_repeat_however_the_number_is_written() {
        record(POSTED, RECEIVED);
        int events = counter.events();
        record(new LetterPatch.Posted("rr 4731 2482 9be", TUESDAY));
        assertThat(counter.events()).isEqualTo(events);
    }

    @Test
    void a_letter_that_lies_on_the_desk_is_neither_received_nor_returned_by_a_scan_on_the_wrong_list() {
        assertThat(refused(RECEIVED).why()).isEqualTo("not-posted-yet");
        assertThat(refused(RETURNED).why()).isEqualTo("not-posted-yet");
        assertThat(line().state()).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void a_second_number_for_a_posted_letter_is_refused_with_its_reason() {
        record(POSTED);
        assertThat(refused(new LetterPatch.Posted(OTHER_ITEM, TUESDAY)).why()).isEqualTo("posted-otherwise");
        assertThat(refused(new LetterPatch.Posted(ITEM, MONDAY)).why()).isEqualTo("posted-otherwise");
        assertThat(line().itemNumber()).isEqualTo(ITEM);
    }

    @Test
    void a_letter_is_not_posted_after_it_has_arrived() {
        told(RECEIVED);
        assertThat(refused(new LetterPatch.Posted(ITEM, THURSDAY.plusDays(1))).faults())
                .containsExactly(new Refusal.Fault("on", "after-its-arrival"));
    }

    @Test
    void a_letter_does_not_arrive_before_it_was_posted() {
        record(POSTED);
        assertThat(refused(new LetterPatch.Received(MONDAY)).faults())
                .containsExactly(new Refusal.Fault("on", "before-the-letter"));
    }
}
