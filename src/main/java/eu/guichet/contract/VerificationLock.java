package eu.guichet.contract;

import java.time.Instant;

/** Verification is locked for a person after too many misses. */
public record VerificationLock(Instant until) {}
