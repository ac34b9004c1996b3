package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class ShortCodesTest {
    private static final String CODE = "7KQ493VX";
    private static final String WRONG = "00000000";
    private static final String SIGN_IN_CODE = "7KQ493VX2";

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.phoneAdded();
        sent("m1", MessageKind.CHALLENGE_SMS, CODE);
    }

    private void sent(String id, MessageKind kind, String code) {
        counter.database.execute(tx -> {
            tx.messages()
                    .add(new StoredMessage(
                            id, Counter.HER, kind, "fr", MessageStatus.QUEUED, counter.now, counter.now, null));
            Lease lease = next(tx);
            // what was queued for her before leaves before
            while (!lease.message().id().equals(id)) {
                tx.messages().settle(lease, MessageStatus.SENT, counter.now, null);
                lease = next(tx);
            }
            tx.codes().issue(lease, CodeHash.seal(code), counter.now, counter.now.plus(Duration.ofMinutes(10)));
            tx.messages().settle(lease, MessageStatus.SENT, counter.now, null);
        });
    }

    private Lease next(Tx tx) {
        return tx.messages().lease(counter.now, Duration.ofMinutes(1), 1).getFirst();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void the_code_of_an_sms_is_dead_after_as_many_wrong_ones_as_the_policy_says_of_messages() {
        counter.decided("messages.tries", "2");
        assertThat(enter(WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(enter(WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(enter(CODE)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void how_many_wrong_codes_lock_a_letter_says_nothing_about_an_sms() {
        counter.decided("letters.tries", "1");
        assertThat(enter(WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(enter(CODE)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    @Test
    void an_accepted_challenge_code_entered_again_under_another_event_id_is_refused() {
        assertThat(enter(CODE)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        assertThat(enter(CODE)).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void an_accepted_sign_in_code_entered_again_under_another_event_id_is_refused() {
        assertThat(enter(CODE)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        counter.happened(new Event.SignInStarted(counter.now));
        sent("m2", MessageKind.SIGN_IN_SMS, SIGN_IN_CODE);
        assertThat(signIn("e1")).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        assertThat(signIn("e2")).isEqualTo(ProcessAnswer.CODE_REFUSED);
    }

    @Test
    void the_same_event_id_with_another_code_gets_the_first_answer() {
        assertThat(enter("e1", WRONG)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(enter("e1", CODE)).isEqualTo(ProcessAnswer.CODE_REFUSED);
        assertThat(enter("e2", CODE)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
        assertThat(enter("e2", WRONG)).isEqualTo(ProcessAnswer.CODE_ACCEPTED);
    }

    private ProcessAnswer enter(String code) {
        return enter(UUID.randomUUID().toString(), code);
    }

    private ProcessAnswer enter(String eventId, String code) {
        return counter.report(new ProcessEvent.ChallengeCodeEntered(
                eventId, counter.pensioner().pensionNumber(), counter.now, code));
    }

    private ProcessAnswer signIn(String eventId) {
        return counter.report(new ProcessEvent.SignInCodeEntered(
                eventId, counter.pensioner().pensionNumber(), counter.now, SIGN_IN_CODE));
    }
}
