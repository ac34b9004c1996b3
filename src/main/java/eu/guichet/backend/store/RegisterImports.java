package eu.guichet.backend.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How far imports have come: each over HTTP under the key of the program that sends it, and each of the command line that is under way
 * or was broken off under the digest of its file.
 */
public final class RegisterImports {
    private final Handle handle;

    RegisterImports(Handle handle) {
        this.handle = handle;
    }

    /**
     * How far one has come.
     *
     * @param taken of how many rows of its body it is settled what became of them
     * @param digest of those rows
     * @param complete whether there were no more
     */
    public record State(long taken, String digest, long added, long changed, long unchanged, boolean complete) {}

    /** How far it is; whoever has worked on it until now stops, unless it is complete. */
    public State takeOver(String principal, String key, String holder, Instant now) {
        handle.createUpdate("INSERT INTO register_import (principal, idem_key, holder, taken, digest, added, changed,"
                        + " unchanged, complete, changed_at) VALUES (:principal, :key, :holder, 0, '', 0, 0, 0, 0, :now)"
                        + " ON CONFLICT (principal, idem_key) DO NOTHING")
                .bind("principal", principal)
                .bind("key", key)
                .bind("holder", holder)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("UPDATE register_import SET holder = :holder"
                        + " WHERE principal = :principal AND idem_key = :key AND complete = 0")
                .bind("principal", principal)
                .bind("key", key)
                .bind("holder", holder)
                .execute();
        return handle.createQuery("SELECT * FROM register_import WHERE principal = :principal AND idem_key = :key")
                .bind("principal", principal)
                .bind("key", key)
                .map((row, _) -> new State(
                        row.getLong("taken"),
                        row.getString("digest"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getInt("complete") == 1))
                .one();
    }

    /** @return false where another has taken over: what goes with it must not be kept */
    public boolean advance(String principal, String key, String holder, State state, Instant now) {
        return handle.createUpdate("UPDATE register_import SET taken = :taken, digest = :digest, added = :added,"
                                + " changed = :changed, unchanged = :unchanged, complete = :complete, changed_at = :now"
                                + " WHERE principal = :principal AND idem_key = :key AND holder = :holder")
                        .bind("taken", state.taken())
                        .bind("digest", state.digest())
                        .bind("added", state.added())
                        .bind("changed", state.changed())
                        .bind("unchanged", state.unchanged())
                        .bind("complete", state.complete() ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .bind("principal", principal)
                        .bind("key", key)
                        .bind("holder", holder)
                        .execute()
                == 1;
    }

    /** It is at its end, and nobody will ask again. */
    public void forget(String principal, String key) {
        handle.createUpdate("DELETE FROM register_import WHERE principal = :principal AND idem_key = :key")
                .bind("principal", principal)
                .bind("key", key)
                .execute();
    }
}
