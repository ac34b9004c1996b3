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
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Role;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Event;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Situation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class PrintedLettersTest {
    private static final Principal COLLEAGUE = new Principal("a2", "C. B.", Role.AGENT, OfficeCode.LUX);
    private static final Principal ELSEWHERE = new Principal("o2", "R. S.", Role.LETTER_OFFICER, OfficeCode.ISP);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LetterPatch.Postal POSTED = new LetterPatch.Posted("RR473124829BE", TODAY);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.decided("approval.letters", "0");
        counter.accessRequested();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static Refusal refused(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run);
    }

    private static String text(ClaimLetter.Document document) {
        return new String(document.pdf(), StandardCharsets.UTF_8);
    }

    private LetterState state(StoredLetter letter) {
        return counter.status(letter).state();
    }

    @Test
    void a_letter_that_was_never_printed_cannot_be_posted_received_or_returned() {
        StoredLetter letter = counter.generate();
        counter.claim(Counter.AGENT, letter);
        for (LetterPatch.Postal patch :
                List.of(POSTED, new LetterPatch.Received(TODAY), new LetterPatch.Returned(TODAY, ReturnReason.MOVED))) {
            assertThat(refused(() -> counter.record(letter, patch)).faults())
                    .containsExactly(new Refusal.Fault("state", "not-printed"));
        }
        assertThat(counter.stored(letter).itemNumber()).isNull();
    }

    @Test
    void a_letter_that_a_newer_one_replaced_before_it_was_printed_cannot_be_posted() {
        StoredLetter letter = counter.generate();
        counter.generate();
        assertThat(refused(() -> counter.record(letter, POSTED)).faults())
                .containsExactly(new Refusal.Fault("state", "not-printed"));
    }

    @Test
    void a_letter_counts_as_printed_once_its_print_job_has_ended_well() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document document = counter.claim(Counter.AGENT, letter);
        assertThat(state(letter)).isEqualTo(LetterState.GENERATED);
        counter.prints().printed(Counter.AGENT, letter.id(), document.claim());
        assertThat(state(letter)).isEqualTo(LetterState.PRINTED);
        assertThat(counter.stored(letter).printed())
                .isNotNull()
                .extracting(printed -> printed.by().name())
                .isEqualTo("M. D.");
        int events = counter.events();
        counter.prints().printed(Counter.AGENT, letter.id(), document.claim());
        assertThat(counter.events()).as("told twice").isEqualTo(events);
    }

    @Test
    void each_claim_has_another_code_and_the_paper_of_the_one_before_is_no_longer_valid() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document spoilt = counter.claim(Counter.AGENT, letter);
        ClaimLetter.Document good = counter.claim(Counter.AGENT, letter);
        assertThat(text(good)).isNotEqualTo(text(spoilt));
        assertThat(counter.enter(text(spoilt))).isEqualTo(ProcessAnswer.CODE_REFUSED);
        counter.prints().printed(Counter.AGENT, letter.id(), good.claim());
        assertThat(counter.enter(text(good))).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void a_claim_after_one_of_which_nothing_was_told_says_that_an_earlier_sheet_may_have_come_out() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document first = counter.claim(Counter.AGENT, letter);
        assertThat(first.earlierSheet()).isFalse();
        ClaimLetter.Document second = counter.claim(Counter.AGENT, letter);
        assertThat(second.earlierSheet()).isTrue();
        counter.prints().failed(Counter.AGENT, letter.id(), second.claim());
        assertThat(counter.claim(Counter.AGENT, letter).earlierSheet())
                .as("its failure was told")
                .isFalse();
    }

    @Test
    void a_late_word_about_an_older_claim_is_not_taken_for_the_newer_one() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document older = counter.claim(Counter.AGENT, letter);
        ClaimLetter.Document newer = counter.claim(Counter.AGENT, letter);
        ReportPrint prints = counter.prints();
        assertThat(refused(() -> prints.printed(Counter.AGENT, letter.id(), older.claim()))
                        .why())
                .isEqualTo("claimed-again");
        assertThat(refused(() -> prints.failed(Counter.AGENT, letter.id(), older.claim()))
                        .why())
                .isEqualTo("claimed-again");
        assertThat(counter.enter(text(newer))).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void only_whoever_claimed_a_document_tells_what_became_of_it() {
        StoredLetter letter = counter.generate();
        String claim = counter.claim(Counter.AGENT, letter).claim();
        Refusal refusal = refused(() -> counter.prints().printed(Counter.OFFICER, letter.id(), claim));
        assertThat(refusal.type()).isEqualTo(ProblemType.NOT_ALLOWED);
        assertThat(state(letter)).isEqualTo(LetterState.GENERATED);
    }

    @Test
    void a_print_job_that_failed_leaves_a_code_nobody_can_use_and_a_letter_that_can_be_printed_again() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document jammed = counter.claim(Counter.AGENT, letter);
        counter.prints().failed(Counter.AGENT, letter.id(), jammed.claim());
        counter.prints().failed(Counter.AGENT, letter.id(), jammed.claim());
        assertThat(counter.stored(letter).code()).isNull();
        assertThat(counter.enter(text(jammed))).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(counter.database.read(tx -> tx.events().history(Counter.HER)).all(Event.LetterPrintFailed.class))
                .hasSize(1);
        assertThat(refused(() -> counter.prints().printed(Counter.AGENT, letter.id(), jammed.claim()))
                        .why())
                .isEqualTo("print-failed-before");
        assertThat(counter.enter(counter.codeOf(letter))).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void a_document_is_claimed_by_whoever_generated_it_or_by_the_letter_desk_of_the_office() {
        StoredLetter letter = counter.generate();
        for (Principal stranger : List.of(COLLEAGUE, ELSEWHERE)) {
            assertThat(refused(() -> counter.claim(stranger, letter)).type()).isEqualTo(ProblemType.NOT_ALLOWED);
        }
        String claim = counter.claim(Counter.OFFICER, letter).claim();
        counter.prints().printed(Counter.OFFICER, letter.id(), claim);
        assertThat(state(letter)).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void a_document_that_a_colleague_is_printing_can_be_claimed_by_others_only_after_a_quarter_of_an_hour() {
        StoredLetter letter = counter.generate();
        counter.claim(Counter.AGENT, letter);
        Refusal refusal = refused(() -> counter.claim(Counter.OFFICER, letter));
        assertThat(refusal.why()).isEqualTo("claimed-by-another");
        assertThat(refusal.opensAt()).isEqualTo(counter.now.plus(Duration.ofMinutes(15)));
        counter.pass(Duration.ofMinutes(15));
        String claim = counter.claim(Counter.OFFICER, letter).claim();
        counter.prints().printed(Counter.OFFICER, letter.id(), claim);
        assertThat(state(letter)).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void a_printed_letter_gives_out_no_document() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        assertThat(refused(() -> counter.claim(Counter.AGENT, letter)).type())
                .isEqualTo(ProblemType.DOCUMENT_ALREADY_FETCHED);
    }

    @Test
    void an_expired_letter_that_was_never_printed_gives_out_no_document() {
        StoredLetter letter = counter.generate();
        counter.pass(Duration.ofDays(15 + 186));
        assertThat(refused(() -> counter.claim(Counter.AGENT, letter)).type())
                .isEqualTo(ProblemType.DOCUMENT_ALREADY_FETCHED);
        assertThat(counter.database.read((Tx tx) -> tx.letters().find(letter.id())))
                .get()
                .extracting(StoredLetter::code)
                .as("nothing was sealed")
                .isNull();
    }

    @Test
    void a_document_asked_for_many_times_at_once_is_made_once() throws InterruptedException, ExecutionException {
        StoredLetter letter = counter.generate();
        AtomicInteger made = new AtomicInteger();
        int agents = 12;
        CountDownLatch asked = new CountDownLatch(agents);
        ClaimLetter claims = new ClaimLetter(
                counter.desk,
                (_, _, _, code) -> {
                    made.incrementAndGet();
                    await(asked);
                    return String.valueOf(code).getBytes(StandardCharsets.UTF_8);
                },
                ClaimLetter.Tray.NONE,
                new SecureRandom());
        List<String> papers = new ArrayList<>();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> waiting = new ArrayList<>();
            Callable<String> claim = () -> {
                asked.countDown();
                return claims.claim(Counter.AGENT, letter.id()).claim();
            };
            for (int i = 0; i < agents; i++) {
                waiting.add(desks.submit(claim));
            }
            for (Future<String> paper : waiting) {
                papers.add(paper.get());
            }
        }
        assertThat(papers.stream().distinct())
                .as("one paper for those who asked together")
                .hasSize(made.get());
        assertThat(counter.audit())
                .filteredOn(row -> row.act().equals("letter-claimed"))
                .hasSize(agents);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_letter_given_up_is_void_and_the_history_says_why() {
        StoredLetter letter = counter.generate();
        ClaimLetter.Document document = counter.claim(Counter.AGENT, letter);
        VoidLetter voiding = new VoidLetter(counter.desk);
        voiding.giveUp(Counter.AGENT, letter.id(), VoidReason.NO_PRINTER);
        voiding.giveUp(Counter.AGENT, letter.id(), VoidReason.NO_PRINTER);
        assertThat(state(letter)).isEqualTo(LetterState.VOIDED);
        assertThat(counter.status(letter).voidReason()).isEqualTo(VoidReason.NO_PRINTER);
        assertThat(counter.enter(text(document))).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(refused(() -> counter.prints().printed(Counter.AGENT, letter.id(), document.claim()))
                        .why())
                .isEqualTo("paper-no-longer-valid");
        assertThat(counter.database.read(tx -> tx.events().history(Counter.HER)).all(Event.LetterVoided.class))
                .hasSize(1);
    }

    @Test
    void a_letter_is_given_up_by_whoever_generated_it_or_the_letter_desk_and_only_before_it_is_posted() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        VoidLetter voiding = new VoidLetter(counter.desk);
        assertThat(refused(() -> voiding.giveUp(COLLEAGUE, letter.id(), VoidReason.WRONG_PERSON))
                        .type())
                .isEqualTo(ProblemType.NOT_ALLOWED);
        assertThat(refused(() -> voiding.giveUp(Counter.OFFICER, letter.id(), VoidReason.FROZEN))
                        .faults())
                .containsExactly(new Refusal.Fault("reason", "not-by-hand"));
        counter.record(letter, POSTED);
        assertThat(refused(() -> voiding.giveUp(Counter.OFFICER, letter.id(), VoidReason.WRONG_PERSON))
                        .why())
                .isEqualTo("not-before-the-post");
    }

    @Test
    void a_letter_given_up_frees_its_label_and_is_not_posted() {
        LetterRequest labelled = new LetterRequest("RR473124829BE", null, null);
        StoredLetter letter = counter.generate(labelled);
        counter.codeOf(letter);
        new VoidLetter(counter.desk).giveUp(Counter.AGENT, letter.id(), VoidReason.WRONG_PERSON);
        assertThat(refused(() -> counter.record(letter, POSTED)).why()).isEqualTo("posted-though-voided");
        assertThat(counter.generate(labelled).itemNumber()).isEqualTo("RR473124829BE");
    }

    @Test
    void a_letter_on_paper_is_replaced_only_with_a_reason_which_the_history_keeps() {
        StoredLetter letter = counter.generate();
        assertThat(refused(() -> counter.generate(new LetterRequest(null, null, null))))
                .as("nothing was on paper yet")
                .isNull();
        counter.codeOf(counter.generate(LetterRequest.PLAIN));
        assertThat(refused(() -> counter.generate(LetterRequest.PLAIN)).faults())
                .containsExactly(new Refusal.Fault("cause", "cause-required"));
        StoredLetter newest = counter.generate(new LetterRequest(null, LetterCause.DAMAGED, null));
        assertThat(counter.status(newest).cause()).isEqualTo(LetterCause.DAMAGED);
        assertThat(state(letter)).isEqualTo(LetterState.SUPERSEDED);
    }

    @Test
    void a_first_letter_replaces_nothing_and_takes_no_reason() {
        assertThat(refused(() -> counter.generate(new LetterRequest(null, LetterCause.LOST, null)))
                        .faults())
                .containsExactly(new Refusal.Fault("cause", "no-letter-before"));
    }

    @Test
    void five_letters_in_a_day_are_enough_and_the_sixth_says_when_it_is_possible() {
        for (int i = 0; i < 5; i++) {
            counter.generate();
            counter.pass(Duration.ofMinutes(1));
        }
        Refusal refusal = refused(counter::generate);
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refusal.opensAt())
                .isEqualTo(counter.now.minus(Duration.ofMinutes(5)).plus(Duration.ofHours(24)));
        counter.pass(Duration.ofHours(24));
        assertThat(refused(counter::generate)).isNull();
    }

    @Test
    void what_was_promised_with_a_letter_stays_with_it_when_the_policy_changes() {
        StoredLetter letter = counter.generate();
        counter.decided("letters.life-months", "3");
        assertThat(counter.status(letter).terms()).isEqualTo(new LetterTerms(6, 15, 5));
        assertThat(counter.status(counter.generate()).terms()).isEqualTo(new LetterTerms(3, 15, 5));
    }

    @Test
    void a_letter_for_the_letter_desk_is_the_business_of_her_office() {
        StoredLetter letter = counter.generate(new LetterRequest(null, null, PrintPlace.LETTER_DESK));
        assertThat(letter.printAt()).isEqualTo(PrintPlace.LETTER_DESK);
        assertThat(letter.office()).isEqualTo(OfficeCode.LUX);
    }

    private StoredLetter newerThanOneThatCameBack(ReturnReason reason) {
        StoredLetter older = counter.generate();
        counter.codeOf(older);
        counter.record(older, POSTED);
        StoredLetter newer = counter.generate();
        counter.codeOf(newer);
        counter.record(older, new LetterPatch.Returned(TODAY, reason));
        return newer;
    }

    @Test
    void nothing_is_posted_for_somebody_who_has_died_or_to_an_address_that_does_not_hold() {
        LetterPatch.Postal posted = new LetterPatch.Posted("RR123456785BE", TODAY);
        StoredLetter newer = newerThanOneThatCameBack(ReturnReason.INSUFFICIENT_ADDRESS);
        assertThat(refused(() -> counter.record(newer, posted)).why()).isEqualTo("address-in-doubt");
        counter.pass(Duration.ofMinutes(1));
        counter.happened(new Event.AlertLifted(counter.now, Alert.ADDRESS_IN_DOUBT, "she confirmed it", "A. K."));
        counter.record(newer, posted);
        assertThat(state(newer)).isEqualTo(LetterState.POSTED);
    }

    @Test
    void nothing_is_printed_for_somebody_who_has_died() {
        StoredLetter older = counter.generate();
        counter.codeOf(older);
        counter.record(older, POSTED);
        StoredLetter newer = counter.generate();
        counter.record(older, new LetterPatch.Returned(TODAY, ReturnReason.DECEASED));
        assertThat(refused(() -> counter.claim(Counter.AGENT, newer)).why()).isEqualTo("deceased");
        assertThat(refused(() -> counter.claim(Counter.OFFICER, newer)).why()).isEqualTo("deceased");
    }

    @Test
    void what_the_post_tells_of_a_letter_that_was_given_up_is_recorded_all_the_same() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        new VoidLetter(counter.desk).giveUp(Counter.AGENT, letter.id(), VoidReason.NOT_WANTED);
        assertThat(counter.report(new ProcessEvent.LetterPosted(
                        "post-1",
                        counter.pensioner().pensionNumber(),
                        counter.now,
                        letter.reference(),
                        "RR473124829BE",
                        TODAY)))
                .isEqualTo(ProcessAnswer.RECORDED);
        assertThat(state(letter)).isEqualTo(LetterState.VOIDED);
        assertThat(counter.status(letter).postedOn()).isEqualTo(TODAY);
    }

    @Test
    void a_letter_that_is_printed_is_told_apart_from_one_that_is_not() {
        StoredLetter letter = counter.generate();
        assertThat(situation()).isEqualTo(Situation.LETTER_NOT_PRINTED);
        counter.codeOf(letter);
        assertThat(situation()).isEqualTo(Situation.LETTER_NOT_POSTED);
    }

    private Situation situation() {
        return counter.database
                .read(tx -> counter.desk.open(tx, Counter.HER))
                .enrolment()
                .situation();
    }
}
