package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import java.time.Instant;
import java.util.List;

/**
 * A challenge or sign-in code that went out by message; only its hashes are known. There is one for each hand-over: which
 * of the texts she has before her only the carrier knows.
 *
 * @param messageId the message that carried it
 * @param issuedAt at the latest hand-over
 * @param misses how many wrong codes were entered against it
 */
public record StoredCode(
        String messageId,
        String pensionerId,
        MessageKind kind,
        List<CodeHash> hashes,
        Instant issuedAt,
        Instant expiresAt,
        int misses) {
    public StoredCode {
        hashes = List.copyOf(hashes);
    }

    /** Whether this is the code that was typed; takes as long for a miss as for a match. */
    public boolean isOf(String characters) {
        boolean match = false;
        for (CodeHash hash : hashes) {
            match |= hash.isOf(characters);
        }
        return match;
    }
}
