package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Challenge and sign-in codes, of which only hashes are kept. At most one message's of a person and kind is alive. */
public final class Codes {
    private final Handle handle;

    Codes(Handle handle) {
        this.handle = handle;
    }

    /**
     * Keeps the hash of a code that is about to be handed over; the codes of earlier messages of that person and kind are no
     * longer valid. A message that is handed over again has another hash, which is valid as long as those it has, and counts
     * their misses.
     *
     * @return false when a later message of that kind was asked for: this one's code would not be valid when it arrives, and
     *     is not kept
     */
    public boolean issue(Lease lease, CodeHash hash, Instant now, Instant expiresAt) {
        StoredMessage message = lease.message();
        if (superseded(message)) {
            return false;
        }
        handle.createUpdate("UPDATE code SET killed = 1 WHERE pensioner_id = :pensioner AND kind = :kind AND killed = 0"
                        + " AND message_id <> :message")
                .bind("pensioner", message.pensionerId())
                .bind("kind", message.kind().name())
                .bind("message", message.id())
                .execute();
        handle.createUpdate("INSERT INTO code (message_id, attempt, pensioner_id, kind, hash, issued_at, expires_at,"
                        + " killed, misses) SELECT :message, COALESCE(MAX(attempt), 0) + 1, :pensioner, :kind, :hash, :issued, :expires,"
                        + " COALESCE(MAX(killed), 0), COALESCE(MAX(misses), 0) FROM code WHERE message_id = :message")
                .bind("message", message.id())
                .bind("pensioner", message.pensionerId())
                .bind("kind", message.kind().name())
                .bind("hash", hash.stored())
                .bind("issued", now.toEpochMilli())
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
        handle.createUpdate("UPDATE code SET expires_at = :expires WHERE message_id = :message")
                .bind("expires", expiresAt.toEpochMilli())
                .bind("message", message.id())
                .execute();
        return true;
    }

    private boolean superseded(StoredMessage message) {
        return handle.createQuery("SELECT COUNT(*) FROM message WHERE pensioner_id = :pensioner AND kind = :kind"
                                + " AND requested_at > :requested")
                        .bind("pensioner", message.pensionerId())
                        .bind("kind", message.kind().name())
                        .bind("requested", message.requestedAt().toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The code that would be accepted now. */
    public Optional<StoredCode> alive(String pensionerId, MessageKind kind, Instant now) {
        List<StoredCode> handedOver = handle.createQuery("SELECT * FROM code WHERE pensioner_id = :pensioner"
                        + " AND kind = :kind AND killed = 0 AND expires_at > :now ORDER BY attempt")
                .bind("pensioner", pensionerId)
                .bind("kind", kind.name())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .list();
        return handedOver.isEmpty() ? Optional.empty() : Optional.of(asOne(handedOver));
    }

    private static StoredCode asOne(List<StoredCode> handedOver) {
        StoredCode last = handedOver.getLast();
        return new StoredCode(
                last.messageId(),
                last.pensionerId(),
                last.kind(),
                handedOver.stream().flatMap(code -> code.hashes().stream()).toList(),
                last.issuedAt(),
                last.expiresAt(),
                last.misses());
    }

    private static StoredCode read(ResultSet row) throws SQLException {
        return new StoredCode(
                row.getString("message_id"),
                row.getString("pensioner_id"),
                MessageKind.valueOf(row.getString("kind")),
                List.of(new CodeHash(row.getString("hash"))),
                Instant.ofEpochMilli(row.getLong("issued_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                row.getInt("misses"));
    }

    /** A code was used, superseded or tried too often: none of that person and kind is valid any more. */
    public void invalidate(String pensionerId, MessageKind kind) {
        handle.createUpdate(
                        "UPDATE code SET killed = 1 WHERE pensioner_id = :pensioner AND kind = :kind AND killed = 0")
                .bind("pensioner", pensionerId)
                .bind("kind", kind.name())
                .execute();
    }

    /** Counts a wrong code. */
    public void miss(String messageId) {
        handle.createUpdate("UPDATE code SET misses = misses + 1 WHERE message_id = :message")
                .bind("message", messageId)
                .execute();
    }
}
