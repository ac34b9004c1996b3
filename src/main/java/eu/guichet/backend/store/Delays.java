package eu.guichet.backend.store;

import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What has been waiting for too long, and what does not arrive; of nobody in particular. */
public final class Delays {
    private final Handle handle;

    Delays(Handle handle) {
        this.handle = handle;
    }

    /** How many, and since when the oldest of them. */
    public record Late(long count, Instant oldest) {}

    /** Messages of these channels that nobody has taken over and that were asked for before this moment; empty where none is. */
    public Optional<Late> unsent(List<Channel> channels, Instant before) {
        return handle.createQuery("SELECT COUNT(*), MIN(message.requested_at) FROM outbox JOIN message"
                        + " ON message.id = outbox.message_id WHERE message.requested_at < :before"
                        + " AND message.kind IN (<kinds>)")
                .bind("before", before.toEpochMilli())
                .bindList("kinds", kinds(channels))
                .map((row, _) -> row.getLong(1) == 0
                        ? Optional.<Late>empty()
                        : Optional.of(new Late(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)))))
                .one();
    }

    /** Letters of each office whose document was taken before this moment, of which nobody has said that it was printed. */
    public Map<OfficeCode, Late> notPrinted(Instant before) {
        Map<OfficeCode, Late> late = new EnumMap<>(OfficeCode.class);
        for (OfficeCode office : OfficeCode.values()) {
            handle.createQuery("SELECT COUNT(*), MIN(claimed_at) FROM letter WHERE office = :office"
                            + " AND state = 'GENERATED' AND claimed_at < :before")
                    .bind("office", office.name())
                    .bind("before", before.toEpochMilli())
                    .map((row, _) -> new Late(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                    .filter(one -> one.count() > 0)
                    .forEach(one -> late.put(office, one));
        }
        return late;
    }

    /**
     * What became of the messages of one channel that were asked for since a moment.
     *
     * @param ended those of which it is known, or which were handed over
     * @param failed those among them that did not arrive
     * @param firstFailed when the first of these was asked for; the moment itself where there is none
     */
    public record Arrivals(long ended, long failed, Instant firstFailed) {}

    public Arrivals arrivals(Channel channel, Instant since) {
        return handle.createQuery(
                        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN status IN ('BOUNCED', 'FAILED') THEN 1 ELSE 0 END), 0),"
                                + " COALESCE(MIN(CASE WHEN status IN ('BOUNCED', 'FAILED') THEN requested_at END), :since)"
                                + " FROM message WHERE requested_at >= :since AND status <> 'QUEUED' AND kind IN (<kinds>)")
                .bind("since", since.toEpochMilli())
                .bindList("kinds", kinds(List.of(channel)))
                .map((row, _) -> new Arrivals(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                .one();
    }

    private static List<String> kinds(List<Channel> channels) {
        return Arrays.stream(MessageKind.values())
                .filter(kind -> channels.contains(kind.channel()))
                .map(MessageKind::name)
                .toList();
    }
}
