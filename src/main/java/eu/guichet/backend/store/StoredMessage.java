package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message and how far it has come. It has no destination: it goes to what is on file at the moment of handing over.
 *
 * @param language BCP 47 tag of the message
 * @param detail why it bounced or failed, as a message key; null otherwise
 */
public record StoredMessage(
        String id,
        String pensionerId,
        MessageKind kind,
        String language,
        MessageStatus status,
        Instant requestedAt,
        Instant changedAt,
        @Nullable String detail) {}
