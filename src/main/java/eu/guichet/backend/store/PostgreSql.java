package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The institution's server, which several backends share.
 *
 * @param limits after how long the server ends what waits, runs or does nothing
 */
record PostgreSql(String url, StoreLimits limits) implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(PostgreSql.class);
    /** Any number, as long as it is always the same. */
    private static final long WRITERS_LOCK = 0x6775696368657400L;

    /** Of the locks that stand for an agent. */
    private static final int AGENTS = 1;

    /** Of those that stand for a periodic task. */
    private static final int TASKS = 2;

    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";
    /** Two transactions keep the same idempotency key or number at the same time; the second then finds the first's. */
    private static final String ALREADY_THERE = "23505";

    private static final String STANDBY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String IDLE_TOO_LONG = "25P03";
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private static final String STARTED_ANEW = "started anew";
    /**
     * A server that crashes may give the number of a transaction that it has lost to another one. A connection that was there
     * before it began, and still is, has seen no crash.
     */
    private static final String STATUS =
            "SELECT CASE WHEN (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid())"
                    + " < to_timestamp(CAST(:begun AS double precision)) THEN pg_xact_status(CAST(:number AS xid8)) ELSE '"
                    + STARTED_ANEW + "' END";

    /** How often a server that has just gone away is asked what came of a commit, and how long it is waited for between. */
    private static final int ASK_TIMES = 20;

    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    @Override
    public HikariConfig writers() {
        HikariConfig config = pool(limits.options() + " -c synchronous_commit=off");
        config.setMaximumPoolSize(limits.writers());
        config.setMinimumIdle(1);
        return config;
    }

    /** As the server itself is set: it may wait for a standby, too. */
    @Override
    public Optional<HikariConfig> flusher() {
        HikariConfig config = pool(limits.options());
        config.setMaximumPoolSize(1);
        // what was committed before it was opened has to be asked about one by one
        config.setMaxLifetime(0);
        return Optional.of(config);
    }

    @Override
    public Object identity(Handle handle) {
        try {
            return handle.getConnection().unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** A transaction that writes something into the log and nothing into a table. */
    @Override
    public void flush(Handle handle) {
        handle.execute("SELECT pg_logical_emit_message(true, 'guichet', '')");
    }

    @Override
    public HikariConfig readers() {
        // with the connection: set for each transaction, it would cost four more trips to the server
        HikariConfig config = pool(limits.options() + " -c default_transaction_isolation=repeatable\\ read");
        config.setMaximumPoolSize(limits.readers());
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        return config;
    }

    private HikariConfig pool(String options) {
        Properties properties = new Properties();
        // the server's details repeat the values of a row
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("options", options);
        properties.setProperty("tcpKeepAlive", "true");
        // after the server's own limits: a server that is there no more does not answer with them
        properties.setProperty("socketTimeout", Long.toString(limits.silence().toSeconds()));
        HikariConfig config = Dialect.config(url, properties);
        config.setConnectionTimeout(limits.connect().toMillis());
        config.setExceptionOverride(new SwitchOver());
        return config;
    }

    @Override
    public String bytewise() {
        return "\"C\"";
    }

    @Override
    public String clock() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public void lockAll(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(" + WRITERS_LOCK + ")");
    }

    @Override
    public void lock(Handle handle, String pensionerId) {
        handle.createQuery("SELECT 1 FROM pensioner WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", pensionerId)
                .mapTo(Integer.class)
                .findOne();
    }

    /** Always in the same order, so that two that lock the same people wait for each other and not for ever. */
    @Override
    public void lock(Handle handle, Collection<String> pensionerIds) {
        if (!pensionerIds.isEmpty()) {
            handle.createQuery("SELECT 1 FROM pensioner WHERE id IN (<ids>) ORDER BY id FOR NO KEY UPDATE")
                    .bindList("ids", List.copyOf(pensionerIds))
                    .mapTo(Integer.class)
                    .list();
        }
    }

    @Override
    public void lockAgent(Handle handle, String agentId) {
        handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:what, hashtext(:id))) locked")
                .bind("what", AGENTS)
                .bind("id", agentId)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean tryLockTask(Handle handle, String task) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(:what, hashtext(:task))")
                .bind("what", TASKS)
                .bind("task", task)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean inTheWay(SQLException failure) {
        String state = failure.getSQLState();
        return SERIALIZATION.equals(state) || DEADLOCK.equals(state) || ALREADY_THERE.equals(state);
    }

    @Override
    public boolean connectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    @Override
    public @Nullable String nameOfTransaction(Handle handle, boolean willWrite) {
        String function = willWrite ? "pg_current_xact_id()" : "pg_current_xact_id_if_assigned()";
        return handle.createQuery("SELECT " + function + " || ' ' || EXTRACT(EPOCH FROM now())")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public Optional<Boolean> committed(Supplier<Handle> connections, String name) {
        for (int i = 0; i < ASK_TIMES; i++) {
            try (Handle handle = connections.get()) {
                Optional<String> status = handle.createQuery(STATUS)
                        .bind("number", name.substring(0, name.indexOf(' ')))
                        .bind("begun", name.substring(name.indexOf(' ') + 1))
                        .mapTo(String.class)
                        .findOne();
                if (status.filter(STARTED_ANEW::equals).isPresent()) {
                    return Optional.empty();
                }
                if (status.filter("committed"::equals).isPresent()) {
                    // over this very connection: one that comes after a crash would know nothing of what was lost
                    handle.useTransaction(same -> {
                        same.execute("SET LOCAL synchronous_commit = on");
                        flush(same);
                    });
                    return Optional.of(true);
                }
                if (status.filter("aborted"::equals).isPresent()) {
                    return Optional.of(false);
                }
                Thread.sleep(ASK_EVERY);
            } catch (ConnectionException e) {
                LOG.debug("the store is not back yet: {}", e.getMessage());
            } catch (JdbiException e) {
                LOG.warn("the store does not say what came of a transaction: {}", sqlState(e));
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String sqlState(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "no state";
    }

    @Override
    public String skipClaimed() {
        return " FOR UPDATE SKIP LOCKED";
    }

    /** Others write beside it; each transaction costs a look at who is on file and a commit, however few rows it has. */
    @Override
    public Duration importing() {
        return Duration.ofMillis(50);
    }

    @Override
    public String sentence(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return "The database server does not answer: it is not running, or not at this address.";
        }
        if (state.startsWith("28")) {
            return "The database server does not know this user, or not with this password.";
        }
        if (state.startsWith("3D")) {
            return "The database server has no database of this name.";
        }
        if (state.startsWith("25") || state.equals("42501")) {
            return "The database cannot be written: the server lets this user only read.";
        }
        return "The database cannot be opened: the server refuses (" + state + ").";
    }

    @Override
    public boolean passing(SQLException failure, boolean writing) {
        String state = failure.getSQLState();
        return state != null
                && (PASSING_CLASSES.contains(state.substring(0, 2))
                        || state.equals(LOCK_NOT_AVAILABLE)
                        || state.equals(IDLE_TOO_LONG)
                        || (writing && state.equals(STANDBY)));
    }
}
