package eu.guichet.backend.store;

import eu.guichet.backend.settings.SettingLines;
import java.time.Duration;
import java.util.Set;

/**
 * After how long a database server ends what one program asks of it, so that a program that hangs does not stop the others, and
 * how many connections this one has. SQLite has no use for them.
 *
 * @param lock how long a transaction waits for another one
 * @param statement how long one statement may take
 * @param idle how long a transaction may do nothing
 * @param connect how long somebody waits for a connection before being told that the store is away
 * @param writers the most connections that write
 * @param readers the most connections that read
 */
public record StoreLimits(
        Duration lock, Duration statement, Duration idle, Duration connect, int writers, int readers) {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int WRITERS = 8;
    private static final int READERS = 12;
    public static final StoreLimits STANDARD =
            new StoreLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    private static final int MOST_CONNECTIONS = 500;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String LOCK = "store.lock-timeout";
    private static final String STATEMENT = "store.statement-timeout";
    private static final String IDLE = "store.idle-timeout";
    private static final String CONNECTION = "store.connection-timeout";
    private static final String WRITE = "store.writers";
    private static final String READ = "store.readers";
    private static final Set<String> NAMES = Set.of(LOCK, STATEMENT, IDLE, CONNECTION, WRITE, READ);

    public StoreLimits {
        if (!lock.isPositive() || !statement.isPositive() || !idle.isPositive() || !connect.isPositive()) {
            throw new IllegalArgumentException("a limit of the store is a time");
        }
        if (writers < 1 || readers < 1) {
            throw new IllegalArgumentException("the store needs a connection of each kind");
        }
    }

    /** With the usual connections. */
    public StoreLimits(Duration lock, Duration statement, Duration idle) {
        this(lock, statement, idle, CONNECT, WRITERS, READERS);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /** @throws IllegalArgumentException where a line cannot be used, or they do not go together */
    public static StoreLimits read(SettingLines lines) {
        StoreLimits read = new StoreLimits(
                time(lines, LOCK, STANDARD.lock),
                time(lines, STATEMENT, STANDARD.statement),
                time(lines, IDLE, STANDARD.idle),
                time(lines, CONNECTION, STANDARD.connect),
                lines.whole(WRITE, WRITERS, 1, MOST_CONNECTIONS),
                lines.whole(READ, READERS, 1, MOST_CONNECTIONS));
        if (read.lock.compareTo(read.statement) > 0) {
            throw new IllegalArgumentException(LOCK + ": it is part of " + STATEMENT + " and cannot be longer");
        }
        return read;
    }

    private static Duration time(SettingLines lines, String name, Duration usual) {
        Duration time = lines.time(name, usual);
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": a time from 1s to 1h is expected");
        }
        return time;
    }

    /** As PostgreSQL takes them with a connection. */
    String options() {
        return "-c lock_timeout=" + lock.toMillis() + " -c statement_timeout=" + statement.toMillis()
                + " -c idle_in_transaction_session_timeout=" + idle.toMillis();
    }

    /** How long a server may say nothing before it is taken for gone. */
    Duration silence() {
        return statement.plusSeconds(10);
    }
}
