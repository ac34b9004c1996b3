package eu.guichet.backend.store;

import eu.guichet.contract.NoticeTopic;
import eu.guichet.process.Outage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is kept. Moments are kept to the millisecond.
 *
 * @param texts by language
 * @param endedAt before its time; null where nobody ended it, as is the name
 */
public record StoredNotice(
        String id,
        NoticeTopic topic,
        @Nullable Integer step,
        @Nullable String prefix,
        Map<String, String> texts,
        Instant since,
        Instant until,
        boolean closes,
        String writtenBy,
        String writtenByName,
        Instant writtenAt,
        @Nullable Instant endedAt,
        @Nullable String endedByName) {
    public StoredNotice {
        texts = Map.copyOf(texts);
    }

    public Outage outage() {
        return new Outage(id, topic, step, prefix, texts, since, until, closes);
    }
}
