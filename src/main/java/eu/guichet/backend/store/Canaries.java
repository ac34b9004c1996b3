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

/** Messages to addresses of the office's own, one a day and channel, and what became of them. */
public final class Canaries {
    private final Handle handle;

    Canaries(Handle handle) {
        this.handle = handle;
    }

    /** @return false where there is one of that day and channel already */
    public boolean add(StoredCanary canary) {
        return handle.createUpdate("INSERT INTO canary (id, channel, day, made_at, due_at, receipt, status, changed_at)"
                                + " VALUES (:id, :channel, :day, :made, :due, :receipt, :status, :made)"
                                + " ON CONFLICT (channel, day) DO NOTHING")
                        .bind("id", canary.id())
                        .bind("channel", canary.channel().name())
                        .bind("day", canary.day().toString())
                        .bind("made", canary.madeAt().toEpochMilli())
                        .bind("due", canary.due().toEpochMilli())
                        .bind("receipt", canary.receipt() ? 1 : 0)
                        .bind("status", canary.status().name())
                        .execute()
                == 1;
    }

    public Optional<StoredCanary> of(Channel channel, LocalDate day) {
        return handle.createQuery("SELECT * FROM canary WHERE channel = :channel AND day = :day")
                .bind("channel", channel.name())
                .bind("day", day.toString())
                .map((row, _) -> read(row))
                .findOne();
    }

    public Optional<StoredCanary> find(String id) {
        return handle.createQuery("SELECT * FROM canary WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** What was told later in the life of a message outweighs what was told before; the other way round changes nothing. */
    public void told(StoredCanary canary, MessageStatus status, Instant at) {
        if (status.compareTo(canary.status()) > 0) {
            handle.createUpdate("UPDATE canary SET status = :status, changed_at = :at WHERE id = :id")
                    .bind("status", status.name())
                    .bind("at", at.toEpochMilli())
                    .bind("id", canary.id())
                    .execute();
        }
    }

    /** The latest of each channel that were made since a moment. */
    public List<StoredCanary> latest(Instant since) {
        return handle.createQuery("SELECT * FROM canary WHERE made_at >= :since AND made_at ="
                        + " (SELECT MAX(made_at) FROM canary later WHERE later.channel = canary.channel)"
                        + " ORDER BY channel")
                .bind("since", since.toEpochMilli())
                .map((row, _) -> read(row))
                .list();
    }

    private static StoredCanary read(ResultSet row) throws SQLException {
        return new StoredCanary(
                row.getString("id"),
                Channel.valueOf(row.getString("channel")),
                LocalDate.parse(row.getString("day")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getInt("receipt") == 1,
                MessageStatus.valueOf(row.getString("status")));
    }
}
