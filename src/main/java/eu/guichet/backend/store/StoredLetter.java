package eu.guichet.backend.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as stored; what became of it derives from the events.
 *
 * @param reference the public reference printed on it
 * @param generatedBy the agent's id; that agent alone may fetch the document
 * @param code null until the document was fetched, because the code does not exist before, and again once it is dead
 * @param fetchedAt when the document was fetched, or null
 * @param itemNumber canonical S10 number, or null while it is not posted
 */
public record StoredLetter(
        String id,
        String pensionerId,
        String reference,
        String generatedBy,
        Instant generatedAt,
        @Nullable CodeHash code,
        @Nullable Instant fetchedAt,
        @Nullable String itemNumber) {}
