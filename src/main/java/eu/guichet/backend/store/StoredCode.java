package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import java.time.Instant;

/**
 * A challenge or sign-in code that went out by message; only its hash is known.
 *
 * @param messageId the message that carried it
 * @param misses how many wrong codes were entered against it
 */
public record StoredCode(
        String messageId,
        String pensionerId,
        MessageKind kind,
        CodeHash hash,
        Instant issuedAt,
        Instant expiresAt,
        int misses) {}
