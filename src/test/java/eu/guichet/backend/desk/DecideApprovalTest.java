package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two decide at once, or one and the clock: one of them wins, and the letter is generated at most once. */
@OnBothStores
class DecideApprovalTest {
    private static final Principal OTHER = new Principal("s2", "B. L.", Role.SUPERVISOR, OfficeCode.LUX);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void start() {
        counter = new Counter(folder);
        counter.decided("approval.letters", "1");
        counter.accessRequested();
    }

    @AfterEach
    void stop() {
        counter.close();
    }

    private DecideApproval deciding() {
        return new DecideApproval(
                counter.desk,
                new GenerateLetter(counter.desk, new SecureRandom(), _ -> true),
                new LiftAlert(counter.desk),
                new Oversee(counter.desk, _ -> ZoneId.of("Europe/Luxembourg"), List::of));
    }

    private StoredApproval ask(String key) {
        return switch (counter.ask(LetterRequest.PLAIN, key)) {
            case ActOutcome.Waits<StoredLetter>(StoredApproval approval) -> approval;
            case ActOutcome.Performed<StoredLetter> _ -> throw new AssertionError("generated at once");
        };
    }

    private String etag() {
        return Etag.of(counter.pensioner().version());
    }

    private int letters() {
        return counter.database.read(tx -> tx.letters().of(Counter.HER)).size();
    }

    private ApprovalState state(StoredApproval approval) {
        return counter.database
                .read(tx -> tx.approvals().find(approval.id()))
                .orElseThrow()
                .state();
    }

    @Test
    void whoever_approved_a_letter_does_not_look_at_it_afterwards() {
        StoredApproval asked = ask("the-first-key");
        deciding().decide(Counter.SUPERVISOR, asked.id(), ApprovalDecision.approve(), etag());
        ReviewActs looking = new ReviewActs(counter.desk);
        counter.database.execute(tx -> tx.reviews()
                .lay(
                        counter.audit().stream()
                                .filter(row -> row.act().equals(AuditAct.LETTER_GENERATED.key())
                                        && row.outcome().startsWith("generated"))
                                .map(AuditEntry::sequence)
                                .toList(),
                        ReviewWhy.SAMPLE,
                        counter.now));

        assertThat(looking.open(Counter.SUPERVISOR)).isEmpty();
        List<Review> others = looking.open(OTHER);
        assertThat(others).hasSize(1);
        assertThatThrownBy(() ->
                        looking.judge(Counter.SUPERVISOR, others.getFirst().id(), ReviewVerdict.inOrder()))
                .isInstanceOf(Refusal.class);
        looking.judge(OTHER, others.getFirst().id(), ReviewVerdict.inOrder());
        assertThat(looking.open(OTHER)).isEmpty();
    }

    @RepeatedTest(5)
    void of_two_supervisors_at_once_one_decides() throws Exception {
        StoredApproval asked = ask("the-first-key");
        String etag = etag();
        CyclicBarrier together = new CyclicBarrier(3);
        List<Future<ApprovalState>> answers = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(3)) {
            answers.add(two.submit(() -> {
                together.await();
                return deciding()
                        .decide(Counter.SUPERVISOR, asked.id(), ApprovalDecision.approve(), etag)
                        .state();
            }));
            answers.add(two.submit(() -> {
                together.await();
                return deciding()
                        .decide(OTHER, asked.id(), ApprovalDecision.approve(), etag)
                        .state();
            }));
            answers.add(two.submit(() -> {
                together.await();
                return deciding()
                        .decide(OTHER, asked.id(), ApprovalDecision.refuse("not now"), etag)
                        .state();
            }));
        }
        List<ApprovalState> decided = answers.stream()
                .filter(answer -> answer.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
        assertThat(decided).containsExactly(state(asked));
        assertThat(answers)
                .filteredOn(answer -> answer.state() == Future.State.FAILED)
                .extracting(Future::exceptionNow)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(Refusal.class));
        assertThat(letters()).isEqualTo(state(asked) == ApprovalState.DONE ? 1 : 0);
    }

    @RepeatedTest(5)
    void what_is_approved_in_its_last_moment_is_done_and_what_lapses_is_not() throws Exception {
        StoredApproval asked = ask("the-first-key");
        String etag = etag();
        counter.pass(Duration.ofHours(24).minusMillis(1));
        CyclicBarrier together = new CyclicBarrier(2);
        Future<ApprovalState> approved;
        Future<Boolean> swept;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            approved = two.submit(() -> {
                together.await();
                return deciding()
                        .decide(Counter.SUPERVISOR, asked.id(), ApprovalDecision.approve(), etag)
                        .state();
            });
            swept = two.submit(() -> {
                together.await();
                counter.pass(Duration.ofMillis(1));
                return deciding().lapse();
            });
        }
        assertThat(swept.resultNow()).isFalse();
        boolean done = approved.state() == Future.State.SUCCESS;
        assertThat(state(asked)).isEqualTo(done ? ApprovalState.DONE : ApprovalState.LAPSED);
        assertThat(letters()).isEqualTo(done ? 1 : 0);
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_by_both() {
        StoredApproval asked = ask("the-first-key");
        assertThat(ask("the-first-key").id()).isEqualTo(asked.id());
        String etag = etag();
        for (int i = 0; i < 2; i++) {
            assertThat(deciding()
                            .decide(Counter.SUPERVISOR, asked.id(), ApprovalDecision.approve(), etag)
                            .state())
                    .isEqualTo(ApprovalState.DONE);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(counter.ask(LetterRequest.PLAIN, "the-first-key"))
                    .isInstanceOfSatisfying(
                            ActOutcome.Performed.class,
                            done -> assertThat(done.value()).isInstanceOf(StoredLetter.class));
        }
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void a_key_that_comes_with_another_request_is_refused() {
        var _ = ask("the-first-key");
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> counter.ask(new LetterRequest(null, null, PrintPlace.LETTER_DESK), "the-first-key"));
        assertThat(refusal.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void another_office_decides_about_its_own_people_alone() {
        StoredApproval asked = ask("the-first-key");
        Principal elsewhere = new Principal("s3", "C. M.", Role.SUPERVISOR, OfficeCode.BRU);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> deciding().decide(elsewhere, asked.id(), ApprovalDecision.approve(), etag()));
        assertThat(refusal.why()).isEqualTo("person-of-another-office");
        assertThat(letters()).isZero();
    }

    @Test
    void the_trail_has_the_letter_in_the_name_of_whoever_asked_and_the_approval_beside_it() {
        StoredApproval asked = ask("the-first-key");
        var _ = deciding().decide(Counter.SUPERVISOR, asked.id(), ApprovalDecision.approve(), etag());
        assertThat(counter.audit())
                .filteredOn(row ->
                        row.outcome().startsWith("generated") || row.act().equals("approval-decided"))
                .extracting(row -> row.agentName() + " " + row.act())
                .containsExactlyInAnyOrder("M. D. letter-generated", "A. K. approval-decided");
    }

    @Test
    void a_batch_leaves_out_whoever_wants_an_approval() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> counter.database.execute(tx -> {
                    var _ = new GenerateLetter(counter.desk, new SecureRandom(), _ -> true)
                            .due(tx, Counter.OFFICER, Counter.HER, OfficeCode.LUX);
                }));
        assertThat(LeftOut.why(refusal)).isEqualTo(LeftOutReason.WANTS_APPROVAL);
    }
}
