package eu.guichet.backend.store;

import eu.guichet.contract.MessageKind;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Challenge and sign-in codes, of which only hashes are kept. At most one of a person and kind is alive. */
public final class Codes {
    private final Handle handle;

    Codes(Handle handle) {
        this.handle = handle;
    }

    /** Keeps a new code; it kills the earlier ones of that person and kind. */
    public void issue(StoredCode code) {
        kill(code.pensionerId(), code.kind());
        handle.createUpdate("INSERT INTO code (message_id, pensioner_id, kind, hash, issued_at, expires_at,"
                        + " killed, misses) VALUES (:message, :pensioner, :kind, :hash, :issued, :expires, 0,"
                        + " :misses)")
                .bind("message", code.messageId())
                .bind("pensioner", code.pensionerId())
                .bind("kind", code.kind().name())
                .bind("hash", code.hash().stored())
                .bind("issued", code.issuedAt().toEpochMilli())
                .bind("expires", code.expiresAt().toEpochMilli())
                .bind("misses", code.misses())
                .execute();
    }

    /** The code that would be accepted now. */
    public Optional<StoredCode> alive(String pensionerId, MessageKind kind, Instant now) {
        return handle.createQuery("SELECT * FROM code WHERE pensioner_id = :pensioner AND kind = :kind AND killed = 0"
                        + " AND expires_at > :now")
                .bind("pensioner", pensionerId)
                .bind("kind", kind.name())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new StoredCode(
                        row.getString("message_id"),
                        row.getString("pensioner_id"),
                        MessageKind.valueOf(row.getString("kind")),
                        CodeHash.read(row.getString("hash")),
                        Instant.ofEpochMilli(row.getLong("issued_at")),
                        Instant.ofEpochMilli(row.getLong("expires_at")),
                        row.getInt("misses")))
                .findOne();
    }

    /** A code was used, superseded or tried too often: none of that person and kind is alive any more. */
    public void kill(String pensionerId, MessageKind kind) {
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
