package eu.guichet.backend.delivery;

import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes DIGIT's ticket number from the subject of its answer to a message of ours. */
public final class HandoverAnswers {
    /** Of a subject that goes on for pages, nothing more is looked at. */
    private static final int LONGEST_SUBJECT = 300;

    private static final String MAILBOX = "digit-answers";

    private final Database database;
    private final EnrolmentJournal journal;
    private final InstantSource clock;
    private final Pattern ticket;

    /** @param ticket as in {@code mail.ticket} of the institution's settings */
    public HandoverAnswers(Database database, EnrolmentJournal journal, InstantSource clock, Pattern ticket) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.ticket = ticket;
    }

    /** What an answer told. */
    public enum Told {
        /** It answers nothing that was sent to DIGIT from here. */
        FOREIGN,
        /** There is no number in its subject. */
        NO_NUMBER,
        /** The case has a number already, or is a mistake that was taken back. */
        NOTHING_NEW,
        NOTED
    }

    /**
     * Told twice, it changes nothing.
     *
     * @param messageIds of what it says that it answers
     */
    public Told answered(List<String> messageIds, String subject) {
        Optional<StoredMessage> message = database.read(tx -> messageIds.stream()
                .flatMap(id -> tx.messages().find(id).stream())
                .filter(found -> !found.kind().toPensioner())
                .findFirst());
        if (message.isEmpty()) {
            return Told.FOREIGN;
        }
        Optional<String> number = number(subject);
        if (number.isEmpty()) {
            return Told.NO_NUMBER;
        }
        String pensionerId = message.get().pensionerId();
        return database.writeAbout(
                pensionerId, tx -> note(tx, pensionerId, message.get().id(), number.get()));
    }

    private Optional<String> number(String subject) {
        Matcher found =
                ticket.matcher(subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT));
        while (found.find()) {
            String written = found.groupCount() == 0 ? found.group() : found.group(1);
            Optional<String> number = written == null ? Optional.empty() : AccessReason.ticketNumber(written);
            if (number.isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    private Told note(Tx tx, String pensionerId, String messageId, String number) {
        Optional<HandoverStatus> awaited = tx.events().history(pensionerId).handovers().stream()
                .filter(one -> messageId.equals(one.messageId()) && one.end() != HandoverStatus.End.RETRACTED)
                .filter(one -> one.ticket() == null)
                .findFirst();
        if (awaited.isEmpty()) {
            return Told.NOTHING_NEW;
        }
        Instant now = clock.instant();
        journal.append(tx, pensionerId, new Event.TicketNoted(now, awaited.get().id(), number, ""));
        OfficeCode office = tx.pensioners().find(pensionerId).orElseThrow().office();
        tx.audit()
                .add(new AuditRow(
                        now,
                        MAILBOX,
                        "DIGIT",
                        Role.PROCESS,
                        office,
                        AuditAct.HANDOVER_CHANGED,
                        pensionerId,
                        null,
                        null,
                        "ticket " + number,
                        true));
        return Told.NOTED;
    }
}
