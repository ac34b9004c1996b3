package eu.guichet.backend.store;

import java.time.Duration;

/**
 * After how long a database server ends what one program asks of it, so that a program that hangs does not stop the others.
 * SQLite has no use for them.
 *
 * @param lock how long a transaction waits for another one
 * @param statement how long one statement may take
 * @param idle how long a transaction may do nothing
 */
public record StoreLimits(Duration lock, Duration statement, Duration idle) {
    public static final StoreLimits STANDARD =
            new StoreLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    public StoreLimits {
        if (!lock.isPositive() || !statement.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("a limit of the store is a time");
        }
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
