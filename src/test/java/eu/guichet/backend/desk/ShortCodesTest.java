package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortCodesTest {
    private static final String CODE = "7KQ493VX";
    private static final String WRONG = "00000000";

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.phoneAdded();
        counter.database.execute(tx -> {
            tx.messages()
                    .add(new StoredMessage(
                            "m1",
                            Counter.HER,
                            MessageKind.CHALLENGE_SMS,
                            "fr",
                            MessageStatus.QUEUED,
                            counter.now,
                            counter.now,
                            null));
            Lease lease =
                    tx.messages().lease(counter.now, Duration.ofMinutes(1), 1).getFirst();
            tx.codes().issue(lease, CodeHash.seal(CODE), counter.now, counter.now.plus(Duration.ofMinutes(10)));
            tx.messages().settle(lease, MessageStatus.SENT, counter.now, null);
        });
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

    private ProcessAnswer enter(String code) {
        return counter.report(new ProcessEvent.ChallengeCodeEntered(
                UUID.randomUUID().toString(), counter.pensioner().pensionNumber(), counter.now, code));
    }
}
