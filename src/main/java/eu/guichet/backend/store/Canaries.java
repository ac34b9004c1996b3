package eu.guichet.backend.store;

import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Messages to addresses of the office's own, one a day for each channel and address, and what became of them. */
public final class Canaries {
    private final Handle handle;

    Canaries(Handle handle) {
        this.handle = handle;
    }

    /** @return false where there is one of that day, channel and address already */
    public boolean add(StoredCanary canary) {
        return handle.createUpdate(
                                "INSERT INTO canary (id, channel, day, address, made_at, due_at, receipt, status, changed_at)"
                                        + " VALUES (:id, :channel, :day, :address, :made, :due, :receipt, :status, :made)"
                                        + " ON CONFLICT (channel, day, address) DO NOTHING")
                        .bind("id", canary.id())
                        .bind("channel", canary.channel().name())
                        .bind("day", canary.day().toString())
                        .bind("address", canary.address())
                        .bind("made", canary.madeAt().toEpochMilli())
                        .bind("due", canary.due().toEpochMilli())
                        .bind("receipt", canary.receipt() ? 1 : 0)
                        .bind("status", canary.status().name())
                        .execute()
                == 1;
    }

    /** @param address a digest of where it goes */
    public Optional<StoredCanary> of(Channel channel, LocalDate day, String address) {
        return handle.createQuery("SELECT * FROM canary WHERE channel = :channel AND day = :day AND address = :address")
                .bind("channel", channel.name())
                .bind("day", day.toString())
                .bind("address", address)
                .map((row, _) -> read(row))
                .findOne();
    }

    public Optional<StoredCanary> find(String id) {
        return handle.createQuery("SELECT * FROM canary WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /**
     * Takes one that waits, to hand it to a gateway.
     *
     * @param before nobody has tried since then
     * @return false where it does not wait, or somebody has
     */
    public boolean claim(String id, Instant now, Instant before) {
        return handle.createUpdate("UPDATE canary SET tried_at = :now WHERE id = :id AND status = :queued"
                                + " AND (tried_at IS NULL OR tried_at <= :before)")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .bind("before", before.toEpochMilli())
                        .bind("queued", MessageStatus.QUEUED.name())
                        .execute()
                == 1;
    }

    /**
     * What was told later in the life of a message outweighs what was told before; the other way round changes nothing.
     *
     * @return whether there is such a message
     */
    public boolean told(String id, MessageStatus status, Instant at) {
        Optional<StoredCanary> canary = find(id);
        if (canary.filter(now -> status.compareTo(now.status()) > 0).isPresent()) {
            handle.createUpdate("UPDATE canary SET status = :status, changed_at = :at WHERE id = :id")
                    .bind("status", status.name())
                    .bind("at", at.toEpochMilli())
                    .bind("id", id)
                    .execute();
        }
        return canary.isPresent();
    }

    /** Those that were made since a moment, the latest first. */
    public List<StoredCanary> since(Instant since) {
        return handle.createQuery("SELECT * FROM canary WHERE made_at >= :since ORDER BY made_at DESC, id")
                .bind("since", since.toEpochMilli())
                .map((row, _) -> read(row))
                .list();
    }

    private static StoredCanary read(ResultSet row) throws SQLException {
        return new StoredCanary(
                row.getString("id"),
                Channel.valueOf(row.getString("channel")),
                LocalDate.parse(row.getString("day")),
                row.getString("address"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getInt("receipt") == 1,
                MessageStatus.valueOf(row.getString("status")));
    }
}
