package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifyingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Policy POLICY = Policy.standard();

    @Test
    void a_verification_serves_for_15_minutes() {
        Verification made = Verifying.made(VerificationMethod.CALLED_BACK, POLICY, NOW);
        assertThat(Verifying.inForce(made, NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isTrue();
        assertThat(Verifying.inForce(made, NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void the_fifth_miss_locks_for_an_hour() {
        assertThat(Verifying.missed(4, POLICY, NOW)).isEqualTo(new Verifying.Miss(1, null));
        assertThat(Verifying.missed(5, POLICY, NOW))
                .isEqualTo(new Verifying.Miss(0, new VerificationLock(NOW.plus(Duration.ofHours(1)))));
    }
}
