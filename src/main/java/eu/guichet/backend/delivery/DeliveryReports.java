package eu.guichet.backend.delivery;

import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
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
        return told(messageId, status, detail, null);
    }

    /**
     * As the other, with a row in the audit trail where something changes.
     *
     * @param by whom that row names, such as {@code sms-gateway-first}; null for no row
     */
    public boolean told(String messageId, MessageStatus status, @Nullable String detail, @Nullable String by) {
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
                            if (by != null) {
                                audit(tx, by, now.pensionerId(), at, status);
                            }
                        })));
        return message.isPresent()
                || database.writeBeside(tx -> tx.canaries().told(messageId, status, clock.instant()));
    }

    private static void audit(Tx tx, String by, String pensionerId, Instant at, MessageStatus status) {
        OfficeCode office =
                tx.pensioners().find(pensionerId).map(Pensioner::office).orElseThrow();
        tx.audit()
                .add(new AuditRow(
                        at,
                        by,
                        "SMS",
                        Role.PROCESS,
                        office,
                        AuditAct.PROCESS_EVENT,
                        pensionerId,
                        null,
                        null,
                        "sms " + status.name().toLowerCase(Locale.ROOT),
                        true));
    }
}
