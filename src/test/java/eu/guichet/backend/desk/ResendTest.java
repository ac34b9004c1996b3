package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class ResendTest {
    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private StoredMessage resend(String key) {
        return resend(MessageKind.CHALLENGE_SMS, key);
    }

    private StoredMessage resend(MessageKind kind, String key) {
        return new Resend(counter.desk).resend(counter.here(), kind, key);
    }

    private Refusal refused(MessageKind kind, String key) {
        return catchThrowableOfType(Refusal.class, () -> resend(kind, key));
    }

    private List<StoredMessage> messages() {
        return counter.database.read(tx -> tx.messages().of(Counter.HER));
    }

    @Test
    void a_hundred_clicks_with_one_key_are_one_message() throws InterruptedException, ExecutionException {
        counter.phoneAdded();
        counter.verified();
        int before = counter.events();
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = clicks.invokeAll(
                    Collections.nCopies(100, () -> resend("key").id()));
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
        assertThat(messages()).hasSize(1);
        assertThat(counter.events()).isEqualTo(before + 1);
        assertThat(counter.audit())
                .filteredOn(row -> row.act().equals("message-sent"))
                .extracting(AuditEntry::outcome)
                .hasSize(100)
                .containsOnlyOnce("queued CHALLENGE_SMS");
        assertThat(counter.database.write((Tx tx) -> tx.messages().lease(counter.now, Duration.ofMinutes(1), 10)))
                .hasSize(1);
    }

    @Test
    void a_key_repeated_after_a_restart_and_after_the_verification_has_lapsed_still_answers_the_same() {
        counter.phoneAdded();
        counter.verified();
        StoredMessage first = resend("key");
        counter.restart();
        counter.pass(Duration.ofHours(1));
        assertThat(resend("key")).isEqualTo(first);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_key_used_for_something_else_is_refused() {
        counter.phoneAdded();
        counter.verified();
        resend("key");
        assertThat(refused(MessageKind.SIGN_IN_SMS, "key").type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void a_second_agent_who_uses_the_first_one_s_key_does_not_get_her_message() {
        counter.phoneAdded();
        counter.verified();
        StoredMessage hers = resend("key");
        counter.pass(Duration.ofSeconds(60));
        Principal colleague = new Principal("a2", "C. B.", Role.AGENT, OfficeCode.LUX);
        counter.verifiedBy(colleague);

        StoredMessage his = new Resend(counter.desk)
                .resend(counter.here(colleague, AccessReason.COUNTER), MessageKind.CHALLENGE_SMS, "key");

        assertThat(his.id()).isNotEqualTo(hers.id());
        assertThat(messages()).hasSize(2);
    }

    @Test
    void nothing_is_sent_for_somebody_who_was_not_verified() {
        counter.phoneAdded();
        assertThat(refused(MessageKind.CHALLENGE_SMS, "key").type()).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
        assertThat(messages()).isEmpty();
        assertThat(counter.audit().getFirst().outcome()).isEqualTo("verification-required");
    }

    @Test
    void a_verification_serves_for_a_quarter_of_an_hour() {
        counter.phoneAdded();
        counter.verified();
        counter.pass(Duration.ofMinutes(15));
        assertThat(refused(MessageKind.CHALLENGE_SMS, "key").type()).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
    }

    @Test
    void a_second_sms_within_the_minute_is_told_when_to_come_back() {
        counter.phoneAdded();
        counter.verified();
        resend("one");
        Refusal refusal = refused(MessageKind.CHALLENGE_SMS, "two");
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refusal.opensAt()).isEqualTo(counter.now.plusSeconds(60));
        counter.pass(Duration.ofSeconds(60));
        resend("two");
        assertThat(messages()).hasSize(2);
    }

    @Test
    void what_the_process_has_not_reached_is_a_closed_action() {
        counter.phoneAdded();
        counter.verified();
        Refusal refusal = refused(MessageKind.SIGN_IN_SMS, "key");
        assertThat(refusal.type()).isEqualTo(ProblemType.ACTION_CLOSED);
        assertThat(refusal.closedAction()).isNotNull();
        assertThat(messages()).isEmpty();
    }

    @Test
    void an_act_that_breaks_off_half_way_leaves_nothing_but_what_was_there() {
        counter.phoneAdded();
        int events = counter.events();
        int rows = counter.audit().size();
        Throwable failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> counter.desk.act(Counter.AGENT, AuditAct.MESSAGE_SENT, Counter.HER, null, tx -> {
                    OpenEnrolment about = counter.desk.open(tx, Counter.HER);
                    MessageQueue.send(counter.desk, tx, about, MessageKind.CHALLENGE_SMS, "M. D.");
                    throw new IllegalStateException("the power goes");
                }));
        assertThat(failure).hasMessage("the power goes");
        assertThat(messages()).isEmpty();
        assertThat(counter.events()).isEqualTo(events);
        assertThat(counter.audit()).hasSize(rows);
        assertThat(counter.database.write((Tx tx) -> tx.messages().lease(counter.now, Duration.ofMinutes(1), 10)))
                .isEmpty();
    }

    @Test
    void nobody_is_told_of_a_person_who_is_not_there() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> new Resend(counter.desk)
                        .resend(new InContact(Counter.AGENT, "nobody", null), MessageKind.CHALLENGE_SMS, "key"));
        assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND);
    }
}
