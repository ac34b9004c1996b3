package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Messages, and the outbox from which the dispatcher takes those that are due. No outbox row ever has a code. */
public final class Messages {
    private static final String COLUMNS = "message.id, message.pensioner_id, message.kind,"
            + " message.language, message.status, message.requested_at, message.changed_at, message.detail";

    private static final String DUE = " due_at <= :now AND lease_until <= :now";

    private final Handle handle;
    private final String skipClaimed;

    /** @param skipClaimed ends a SELECT that claims its rows */
    Messages(Handle handle, String skipClaimed) {
        this.handle = handle;
        this.skipClaimed = skipClaimed;
    }

    /** Adds a message; a {@link MessageStatus#QUEUED} one is put into the outbox, due at once. */
    public void add(StoredMessage message) {
        handle.createUpdate("INSERT INTO message (id, pensioner_id, kind, language, status, requested_at,"
                        + " changed_at, detail) VALUES (:id, :pensioner, :kind, :language, :status,"
                        + " :requested, :changed, :detail)")
                .bind("id", message.id())
                .bind("pensioner", message.pensionerId())
                .bind("kind", message.kind().name())
                .bind("language", message.language())
                .bind("status", message.status().name())
                .bind("requested", message.requestedAt().toEpochMilli())
                .bind("changed", message.changedAt().toEpochMilli())
                .bind("detail", message.detail())
                .execute();
        if (message.status() == MessageStatus.QUEUED) {
            handle.createUpdate("INSERT INTO outbox (message_id, pensioner_id, due_at, tries, lease, lease_until)"
                            + " VALUES (:id, :pensioner, :due, 0, NULL, 0)")
                    .bind("id", message.id())
                    .bind("pensioner", message.pensionerId())
                    .bind("due", message.requestedAt().toEpochMilli())
                    .execute();
        }
    }

    public Optional<StoredMessage> find(String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM message WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Oldest first. */
    public List<StoredMessage> of(String pensionerId) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM message WHERE pensioner_id = :pensioner ORDER BY requested_at, id")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .list();
    }

    /**
     * Leases what is due, oldest first, and of one person's messages one at a time, whoever has it in hand: the next would only
     * wait for it. A lease that ran out is due again: its dispatcher is taken to have ended, which was no try.
     *
     * @param limit how many at most
     */
    public List<Lease> lease(Instant now, Duration length, int limit) {
        String token = UUID.randomUUID().toString();
        int leased = handle.createUpdate("UPDATE outbox SET lease = :token, lease_until = :until"
                        + " WHERE message_id IN"
                        + " (SELECT message_id FROM outbox WHERE" + DUE
                        + " AND NOT EXISTS (SELECT 1 FROM outbox AS other"
                        + " WHERE other.pensioner_id = outbox.pensioner_id AND other.message_id <> outbox.message_id"
                        + " AND (other.lease_until > :now OR (other.due_at, other.message_id)"
                        + " < (outbox.due_at, outbox.message_id)))"
                        + " ORDER BY due_at, message_id LIMIT :limit" + skipClaimed + ")")
                .bind("token", token)
                .bind("until", now.plus(length).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .execute();
        return leased == 0
                ? List.of()
                : handle.createQuery("SELECT " + COLUMNS + ", outbox.tries FROM outbox JOIN message"
                                + " ON message.id = outbox.message_id WHERE outbox.lease = :token"
                                + " ORDER BY outbox.due_at, message.id")
                        .bind("token", token)
                        .map((row, context) -> new Lease(read(row), token, row.getInt("tries") + 1))
                        .list();
    }

    /** Whether something is due that nobody has in hand: left after a {@link #lease}, it waits for another of the same person. */
    public boolean anyDue(Instant now) {
        return handle.createQuery("SELECT message_id FROM outbox WHERE" + DUE + " ORDER BY due_at LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findFirst()
                .isPresent();
    }

    /**
     * What has not been handed over yet.
     *
     * @param oldest when the oldest of it was asked for, or null when there is none
     */
    public record Waiting(long messages, @Nullable Instant oldest) {}

    public Waiting waiting() {
        return handle.createQuery("SELECT COUNT(*), MIN(message.requested_at) FROM outbox"
                        + " JOIN message ON message.id = outbox.message_id")
                .map((row, context) -> {
                    long messages = row.getLong(1);
                    return new Waiting(messages, messages == 0 ? null : Instant.ofEpochMilli(row.getLong(2)));
                })
                .one();
    }

    /** Keeps a lease for longer, where it was not lost. */
    public void renew(Lease lease, Instant until) {
        handle.createUpdate("UPDATE outbox SET lease_until = :until WHERE message_id = :id AND lease = :token")
                .bind("until", until.toEpochMilli())
                .bind("id", lease.message().id())
                .bind("token", lease.token())
                .execute();
    }

    /** When the dispatcher has to look next; empty when the outbox is. */
    public Optional<Instant> nextDue() {
        return handle.createQuery("SELECT due_at, lease_until FROM outbox"
                        + " ORDER BY CASE WHEN due_at > lease_until THEN due_at ELSE lease_until END LIMIT 1")
                .map((row, context) -> Instant.ofEpochMilli(Math.max(row.getLong(1), row.getLong(2))))
                .findOne();
    }

    /**
     * Ends a lease: the message was handed over, or given up.
     *
     * @return false when the lease was lost meanwhile; nothing is changed then
     */
    public boolean settle(Lease lease, MessageStatus status, Instant at, @Nullable String detail) {
        int removed = handle.createUpdate("DELETE FROM outbox WHERE message_id = :id AND lease = :token")
                .bind("id", lease.message().id())
                .bind("token", lease.token())
                .execute();
        if (removed == 1) {
            // A report of its delivery may have been faster.
            handle.createUpdate("UPDATE message SET status = :status, changed_at = :at, detail = :detail"
                            + " WHERE id = :id AND status = 'QUEUED'")
                    .bind("status", status.name())
                    .bind("at", at.toEpochMilli())
                    .bind("detail", detail)
                    .bind("id", lease.message().id())
                    .execute();
        }
        return removed == 1;
    }

    /** Gives a lease back to be tried again; false when it was lost meanwhile. */
    public boolean retry(Lease lease, Instant dueAt) {
        return handle.createUpdate("UPDATE outbox SET lease = NULL, lease_until = 0, due_at = :due, tries = tries + 1"
                                + " WHERE message_id = :id AND lease = :token")
                        .bind("due", dueAt.toEpochMilli())
                        .bind("id", lease.message().id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /** What a mail server or gateway reported later. */
    public void set(String id, MessageStatus status, Instant at, @Nullable String detail) {
        handle.createUpdate("UPDATE message SET status = :status, changed_at = :at, detail = :detail WHERE id = :id")
                .bind("status", status.name())
                .bind("at", at.toEpochMilli())
                .bind("detail", detail)
                .bind("id", id)
                .execute();
    }

    private static StoredMessage read(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getString("id"),
                row.getString("pensioner_id"),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("language"),
                MessageStatus.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                row.getString("detail"));
    }
}
