package eu.guichet.backend.delivery;

import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records what a mail server or a gateway tells of a message after it has taken it over. */
public final class DeliveryReports {
    private final Database database;
    private final EnrolmentJournal journal;
    private final InstantSource clock;

    public DeliveryReports(Database database, EnrolmentJournal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Told twice, or after something later was told, it changes nothing.
     *
     * @param detail a key that says why, or null
     * @return false where no message has this id
     */
    public boolean told(String messageId, MessageStatus status, @Nullable String detail) {
        Optional<StoredMessage> message = database.read(tx -> tx.messages().find(messageId));
        message.ifPresent(known -> database.executeAbout(
                known.pensionerId(),
                tx -> tx.messages()
                        .find(messageId)
                        .filter(now -> status.compareTo(now.status()) > 0)
                        .ifPresent(now -> {
                            Instant at = clock.instant();
                            tx.messages().set(messageId, status, at, detail);
                            journal.append(tx, now.pensionerId(), new Event.MessageProgressed(at, messageId, status));
                        })));
        return message.isPresent();
    }
}
