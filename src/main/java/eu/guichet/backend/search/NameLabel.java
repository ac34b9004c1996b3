package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an index on disk says of itself, so that it is known again: by which rules its words were made, up to which change of
 * the store it has been read, and a mark that the store knows. Each commit draws another mark, and leaves it in the store
 * before: an index of another store, or one that is ahead of a store put back from a backup, carries none that is known.
 */
final class NameLabel {
    /** How often what was read is kept on disk: after a crash, no more than that is read again. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(NameLabel.class);
    private static final String RULES = "rules";
    private static final String INDEX = "index";
    private static final String MARK = "mark";
    private static final String STAMP = "stamp";

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private String index = UUID.randomUUID().toString();
    private long mark;
    private long kept;
    private Instant keptAt = Instant.EPOCH;
    private volatile boolean fromDisk;

    NameLabel(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Up to which change these names are those of the store; 0, and nobody in it, where they are another's or of other rules. */
    long stamp(NameIndex names) {
        Map<String, String> label = names.label();
        if (label.isEmpty()) {
            if (names.size() > 0) {
                names.clear();
            }
            return 0;
        }
        try {
            String id = label.getOrDefault(INDEX, "");
            long carried = Long.parseLong(label.getOrDefault(MARK, "0"));
            long stamp = Long.parseLong(label.getOrDefault(STAMP, "0"));
            boolean ours = NameRules.FINGERPRINT.equals(label.get(RULES))
                    && database.read(tx -> tx.nameIndexes().knows(id, carried)
                            && stamp <= tx.pensioners().stamp());
            if (ours) {
                index = id;
                mark = carried;
                kept = stamp;
                fromDisk = true;
                return stamp;
            }
            LOG.info(
                    "the index of names is of another store, of before a restoration or of other rules; it is made anew");
        } catch (NumberFormatException e) {
            LOG.warn("the index of names says nothing of itself that can be read; it is made anew", e);
        }
        names.clear();
        return 0;
    }

    /** Whether what is searched was found on disk. */
    boolean fromDisk() {
        return fromDisk;
    }

    void forget() {
        kept = 0;
        keptAt = Instant.EPOCH;
        fromDisk = false;
    }

    /** Keeps on disk whoever was read up to {@code stamp}, unless that was done less than {@code every} ago. */
    void keep(NameIndex names, long stamp, Duration every) {
        Instant now = clock.instant();
        if (!names.lasting() || stamp == kept || keptAt.plus(every).isAfter(now)) {
            return;
        }
        long next = random.nextLong();
        long before = mark;
        database.append(tx -> tx.nameIndexes().mark(index, before, next, now));
        names.commit(Map.of(
                RULES, NameRules.FINGERPRINT, INDEX, index, MARK, Long.toString(next), STAMP, Long.toString(stamp)));
        mark = next;
        kept = stamp;
        keptAt = now;
    }
}
