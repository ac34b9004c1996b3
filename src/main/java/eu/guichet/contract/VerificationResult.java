package eu.guichet.contract;

import org.jspecify.annotations.Nullable;

/**
 * Match or no match, never which value was wrong.
 *
 * @param verification set on a match
 * @param triesLeft how many misses remain before verification is locked for this person
 * @param lock set when this miss, or an earlier one, locked verification
 */
public record VerificationResult(
        boolean match,
        @Nullable Verification verification,
        int triesLeft,
        @Nullable VerificationLock lock) {}
