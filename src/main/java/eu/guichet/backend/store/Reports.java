package eu.guichet.backend.store;

import eu.guichet.contract.ProcessAnswer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which process events have been reported already, by sender, and what was answered. */
public final class Reports {
    private final Handle handle;

    Reports(Handle handle) {
        this.handle = handle;
    }

    /**
     * A report as it was first taken in.
     *
     * @param requestHash of what was reported, without any code
     */
    public record Kept(String requestHash, ProcessAnswer answer) {}

    public Optional<Kept> find(String sender, String eventId) {
        return handle.createQuery(
                        "SELECT request_hash, answer FROM report WHERE sender = :sender AND event_id = :event")
                .bind("sender", sender)
                .bind("event", eventId)
                .map((row, _) ->
                        new Kept(row.getString("request_hash"), ProcessAnswer.valueOf(row.getString("answer"))))
                .findOne();
    }

    public void keep(String sender, String eventId, Kept report, Instant at) {
        handle.createUpdate("INSERT INTO report (sender, event_id, request_hash, answer, seen_at)"
                        + " VALUES (:sender, :event, :hash, :answer, :at)")
                .bind("sender", sender)
                .bind("event", eventId)
                .bind("hash", report.requestHash())
                .bind("answer", report.answer().name())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
