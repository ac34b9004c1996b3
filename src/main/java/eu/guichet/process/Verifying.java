package eu.guichet.process;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules by which a person is verified before anything is sent. */
public final class Verifying {
    private Verifying() {}

    /** A verification made now. */
    public static Verification made(VerificationMethod method, Policy policy, Instant now) {
        return new Verification(method, now, now.plus(policy.identity().validity()));
    }

    /** Whether it can be true of how the person came to us: a card is seen at the counter, and nobody there is called back. */
    public static boolean allowed(VerificationMethod method, AccessReason reason) {
        return switch (method) {
            case DOCUMENT_SEEN -> reason.atCounter();
            case CALLED_BACK -> !reason.atCounter();
            case DATA_POINTS -> true;
        };
    }

    /** Whether it still serves; at the last instant of its validity it no longer does. */
    public static boolean inForce(Verification verification, Instant now) {
        return now.isBefore(verification.validUntil());
    }

    /** From when on misses still count. */
    public static Instant missesSince(Policy policy, Instant now) {
        return now.minus(policy.identity().missWindow());
    }

    /** @param counted misses since {@link #missesSince} and since the last lock, this one included */
    public static Miss missed(int counted, Policy policy, Instant now) {
        int left = Math.max(0, policy.identity().misses() - counted);
        return new Miss(
                left,
                left == 0 ? new VerificationLock(now.plus(policy.identity().lock())) : null);
    }

    /**
     * What a miss brings about.
     *
     * @param triesLeft misses that remain before verification is locked for the person
     * @param lock set when this miss locked it
     */
    public record Miss(int triesLeft, @Nullable VerificationLock lock) {}
}
