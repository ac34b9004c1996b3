package eu.guichet.backend.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Messages to DIGIT that wait to be handed over, word for word as the agent has read them. */
public final class HandoverMails {
    private final Handle handle;

    HandoverMails(Handle handle) {
        this.handle = handle;
    }

    /** @param recipient DIGIT's address when it was ordered */
    public record HandoverMail(String messageId, String recipient, String subject, String body) {
        /** Never prints what it says of somebody. */
        @Override
        public String toString() {
            return "HandoverMail[" + messageId + "]";
        }
    }

    public void add(HandoverMail mail) {
        handle.createUpdate("INSERT INTO handover_mail (message_id, recipient, subject, body)"
                        + " VALUES (:message, :recipient, :subject, :body)")
                .bind("message", mail.messageId())
                .bind("recipient", mail.recipient())
                .bind("subject", mail.subject())
                .bind("body", mail.body())
                .execute();
    }

    /** Empty where it has left, or was given up. */
    public Optional<HandoverMail> find(String messageId) {
        return handle.createQuery(
                        "SELECT message_id, recipient, subject, body FROM handover_mail WHERE message_id = :message")
                .bind("message", messageId)
                .map((row, _) -> new HandoverMail(
                        row.getString("message_id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body")))
                .findOne();
    }

    /** Its words serve no longer. */
    public void forget(String messageId) {
        handle.createUpdate("DELETE FROM handover_mail WHERE message_id = :message")
                .bind("message", messageId)
                .execute();
    }
}
