package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.LetterReference;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@OnBothStores
class ConfirmationCodesTest {
    private static final String WRONG = "0000-0000-0000-0001";
    private static final String ITEM = "RR473124829BE";
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

    private EnrolmentState state() {
        return counter.database
                .read(tx -> counter.desk.open(tx, Counter.HER))
                .enrolment()
                .state();
    }

    private void record(StoredLetter letter, LetterPatch.Postal patch) {
        new RecordLetter(counter.desk).record(Counter.OFFICER, letter.id(), patch);
    }

    private Refusal refused(StoredLetter letter, LetterPatch.Postal patch) {
        return catchThrowableOfType(Refusal.class, () -> record(letter, patch));
    }

    private Refusal unclaimable(Principal who, StoredLetter letter) {
        return catchThrowableOfType(Refusal.class, () -> counter.claim(who, letter));
    }

    @Test
    void the_code_on_the_letter_confirms_however_it_is_typed() {
        String code = counter.codeOf(counter.generate());
        assertThat(counter.enter(code.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        assertThat(state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void a_second_letter_kills_the_first_code() {
        StoredLetter first = counter.generate();
        String dead = counter.codeOf(first);
        String living = counter.codeOf(counter.generate());
        assertThat(counter.enter(dead)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(counter.database.read((Tx tx) -> tx.letters().find(first.id())))
                .get()
                .extracting(StoredLetter::code)
                .isNull();
        assertThat(counter.enter(living)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void five_wrong_codes_lock_the_letter() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        record(letter, new LetterPatch.Posted(ITEM, TODAY));
        for (int tries = 0; tries < 5; tries++) {
            assertThat(counter.enter(WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        }
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(state()).isNotEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void five_wrong_codes_lock_a_letter_from_its_printing_on() {
        String code = counter.codeOf(counter.generate());
        for (int tries = 0; tries < 5; tries++) {
            counter.enter(WRONG);
        }
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void wrong_codes_do_not_lock_a_letter_that_is_on_no_paper_yet() {
        StoredLetter letter = counter.generate();
        int events = counter.events();
        for (int tries = 0; tries < 7; tries++) {
            assertThat(counter.enter(WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        }
        assertThat(counter.events()).isEqualTo(events);
        assertThat(counter.enter(counter.codeOf(letter))).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void a_letter_never_recorded_as_posted_dies_all_the_same() {
        String code = counter.codeOf(counter.generate());
        counter.pass(Duration.ofDays(15 + 186));
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(state()).isEqualTo(EnrolmentState.ACCESS_REQUESTED);
    }

    @Test
    void a_report_repeated_counts_once() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        record(letter, new LetterPatch.Posted(ITEM, TODAY));
        ProcessEvent wrong = new ProcessEvent.ConfirmationCodeEntered(
                "e1", counter.pensioner().pensionNumber(), counter.now, WRONG);
        assertThat(counter.report(wrong)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        for (int again = 0; again < 5; again++) {
            assertThat(counter.report(wrong)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        }
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void whoever_lost_the_answer_to_the_right_code_hears_it_again() {
        String code = counter.codeOf(counter.generate());
        ProcessEvent right = new ProcessEvent.ConfirmationCodeEntered(
                "e1", counter.pensioner().pensionNumber(), counter.now, code);
        assertThat(counter.report(right)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        int events = counter.events();
        assertThat(counter.report(right)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        assertThat(counter.events()).isEqualTo(events);
    }

    @Test
    void a_code_entered_on_the_last_day_counts_though_it_is_reported_after_midnight() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        record(letter, new LetterPatch.Posted(ITEM, TODAY));
        record(letter, new LetterPatch.Received(TODAY));
        Instant lastMinute = TODAY.plusMonths(6)
                .atTime(23, 59)
                .atZone(counter.desk.policy().zone())
                .toInstant();
        counter.now = lastMinute.plusSeconds(120);
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(counter.report(new ProcessEvent.ConfirmationCodeEntered(
                        "late", counter.pensioner().pensionNumber(), lastMinute, code)))
                .isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void a_code_is_reported_within_a_day_and_not_from_before_its_letter() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        Instant before = counter.now.minus(Duration.ofMinutes(6));
        assertThat(counter.report(entered("before", before, code))).isEqualTo(ProcessAnswer.CODE_REFUSED);
        Instant entered = counter.now;
        counter.pass(Duration.ofHours(24).plusSeconds(1));
        Refusal late = catchThrowableOfType(Refusal.class, () -> counter.report(entered("late", entered, code)));
        assertThat(late.faults()).containsExactly(new Refusal.Fault("occurredAt", "code-reported-too-late"));
        assertThat(counter.audit().getFirst().outcome()).isEqualTo("code reported too late");
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void whoever_lost_the_answer_to_a_code_hears_it_again_even_after_a_day() {
        String code = counter.codeOf(counter.generate());
        ProcessEvent right = entered("e1", counter.now, code);
        assertThat(counter.report(right)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        counter.pass(Duration.ofHours(30));
        assertThat(counter.report(right)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    private ProcessEvent entered(String id, Instant at, String code) {
        return new ProcessEvent.ConfirmationCodeEntered(id, counter.pensioner().pensionNumber(), at, code);
    }

    @Test
    void six_months_after_receipt_the_code_is_dead() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        record(letter, new LetterPatch.Posted(ITEM, TODAY));
        record(letter, new LetterPatch.Received(TODAY));
        counter.pass(Duration.ofDays(186));
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(state()).isNotEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void a_returned_letter_s_code_is_dead() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        record(letter, new LetterPatch.Posted(ITEM, TODAY));
        record(letter, new LetterPatch.Returned(TODAY, ReturnReason.UNCLAIMED));
        assertThat(counter.enter(code)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void a_document_that_the_letterbox_did_not_take_can_be_claimed_again() {
        StoredLetter letter = counter.generate();
        ClaimLetter jammed = new ClaimLetter(
                counter.desk,
                (_, _, _, _) -> new byte[0],
                new ClaimLetter.Tray() {
                    @Override
                    public void claimed(String letterId, String claim, byte[] pdf) {
                        throw new IllegalStateException("the letterbox is jammed");
                    }

                    @Override
                    public void printed(String letterId, String claim) {}
                },
                new SecureRandom());
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> jammed.claim(Counter.AGENT, letter.id())))
                .hasMessage("the letterbox is jammed");
        assertThat(counter.enter(counter.codeOf(letter))).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void a_reference_that_another_letter_has_is_drawn_again() {
        String[] references = new String[2];
        for (int i = 0; i < references.length; i++) {
            counter.verified();
            // The same seed draws the same reference first.
            references[i] = Counter.performed(new GenerateLetter(counter.desk, new Random(7), _ -> true)
                            .generate(
                                    counter.here(),
                                    Etag.of(counter.pensioner().version()),
                                    "key " + i,
                                    LetterRequest.PLAIN))
                    .reference();
        }
        assertThat(references[0]).isEqualTo(LetterReference.draw(new Random(7)).value());
        assertThat(references[1]).isNotEqualTo(references[0]);
    }

    @Test
    void a_superseded_letter_is_not_printed_any_more() {
        StoredLetter first = counter.generate();
        counter.generate();
        assertThat(unclaimable(Counter.AGENT, first).type()).isEqualTo(ProblemType.DOCUMENT_ALREADY_FETCHED);
    }

    @Test
    void a_letter_is_posted_with_a_number_of_the_right_check_digit_and_not_tomorrow() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        assertThat(refused(letter, new LetterPatch.Posted("RR473124828BE", TODAY))
                        .faults())
                .containsExactly(new Refusal.Fault("itemNumber", "item-number"));
        assertThat(refused(letter, new LetterPatch.Posted(ITEM, TODAY.plusDays(1)))
                        .faults())
                .containsExactly(new Refusal.Fault("on", "in-the-future"));
        assertThat(refused(letter, new LetterPatch.Posted(ITEM, TODAY.minusDays(1)))
                        .faults())
                .containsExactly(new Refusal.Fault("on", "before-the-letter"));
    }

    @Test
    void a_letter_is_not_generated_on_a_file_that_has_changed_since_it_was_read() {
        counter.verified();
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> new GenerateLetter(counter.desk, new SecureRandom(), _ -> true)
                        .generate(counter.here(), Etag.of(0), "key", LetterRequest.PLAIN));
        assertThat(refusal.type()).isEqualTo(ProblemType.FILE_CHANGED);
        assertThat(counter.database.read((Tx tx) -> tx.letters().of(Counter.HER)))
                .isEmpty();
    }

    @Test
    void no_code_is_in_any_log_or_in_the_audit_trail() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        String code;
        try {
            code = counter.codeOf(counter.generate());
            counter.enter(WRONG);
            counter.enter(code);
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        // The store's own statements are logged at this level, so an empty list would prove nothing.
        assertThat(log.list).isNotEmpty();
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).noneMatch(line -> line.contains(code) || line.contains(code.replace("-", "")));
        assertThat(counter.audit().toString()).doesNotContain(code, code.replace("-", ""));
    }
}
