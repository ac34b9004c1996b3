package eu.guichet.contract;

import java.time.Instant;

/** A verification in force. It serves the agent who made it, for this person, until {@code validUntil}. */
public record Verification(VerificationMethod method, Instant at, Instant validUntil) {}
