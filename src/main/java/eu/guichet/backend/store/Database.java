package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store. On SQLite write transactions run one after the other; on PostgreSQL those about one person do, and those about
 * different people side by side, however many programs share it. Reads run beside them, wait for none, and each sees one
 * moment. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** Of a transaction that another one is in the way of. */
    private static final int MOST_ATTEMPTS = 3;
    /** One for all pools: it remembers what it has parsed. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private final Dialect engine;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final Optional<HikariDataSource> flusher;
    private final Optional<Jdbi> flushing;
    private final GroupCommit additions;
    private volatile boolean closed;
    /** The connection of the last flush, or null. */
    private volatile @Nullable Object flushedOver;

    private Database(Dialect engine, HikariConfig writing) {
        this.engine = engine;
        this.writers = new HikariDataSource(writing);
        this.readers = beside(writers, engine.readers());
        this.flusher = engine.flusher().map(config -> beside(writers, config));
        this.writing = jdbi(writers);
        this.reading = jdbi(readers);
        this.flushing = flusher.map(Database::jdbi);
        this.additions = new GroupCommit(this::begunTogether, this::flushNow);
        flushedOver = flushNow();
    }

    /** The second pool; where it cannot be opened, the first is closed as well. */
    private static HikariDataSource beside(HikariDataSource first, HikariConfig second) {
        boolean opened = false;
        try {
            HikariDataSource pool = new HikariDataSource(second);
            opened = true;
            return pool;
        } finally {
            if (!opened) {
                first.close();
            }
        }
    }

    /**
     * Opens the store, makes it where there is none, and brings its schema up to date.
     *
     * @param fileOrJdbcUrl a file, whose folder is made where it is missing, or a URL that begins with
     *     {@code jdbc:sqlite:} or {@code jdbc:postgresql:}
     * @throws CannotOpenException with one sentence for the person who started the program
     */
    public static Database open(String fileOrJdbcUrl) {
        return open(fileOrJdbcUrl, StoreLimits.STANDARD);
    }

    /**
     * Sees whether the store can be opened and written to, without bringing its schema up to date: a backend of another version
     * may be at work on it.
     *
     * @throws CannotOpenException with one sentence
     */
    public static void tryOut(String fileOrJdbcUrl, StoreLimits limits) {
        Dialect engine = Dialect.of(fileOrJdbcUrl, limits);
        try (HikariDataSource pool = new HikariDataSource(engine.writers());
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE guichet_check (probe INTEGER)");
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CannotOpenException(engine.sentence(e), e);
        } catch (HikariPool.PoolInitializationException e) {
            throw new CannotOpenException(sentence(engine, e), e);
        }
    }

    /**
     * The file that a store lies in; empty for one that is a server's.
     *
     * @throws CannotOpenException when it is neither a file's name nor a URL of a kind that is known
     */
    public static Optional<Path> file(String fileOrJdbcUrl) {
        return fileOrJdbcUrl.startsWith(PostgreSqlBackup.URL)
                ? Optional.empty()
                : Optional.of(Dialect.Sqlite.path(fileOrJdbcUrl));
    }

    /** As the other, with limits of the institution's own. */
    public static Database open(String fileOrJdbcUrl, StoreLimits limits) {
        Dialect engine = Dialect.of(fileOrJdbcUrl, limits);
        HikariConfig writing = engine.writers();
        try {
            Schema.bringUpToDate(writing, engine.bytewise());
            return new Database(engine, writing);
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            throw new CannotOpenException(sentence(engine, e), e);
        }
    }

    /**
     * Opens a store as it stands; to be used for reading.
     *
     * @return empty where there is none yet
     * @throws CannotOpenException with one sentence, also where its schema is not that of this program
     */
    public static Optional<Database> openAsItStands(String fileOrJdbcUrl) {
        if (!Dialect.isThere(fileOrJdbcUrl)) {
            return Optional.empty();
        }
        Dialect engine = Dialect.of(fileOrJdbcUrl, StoreLimits.STANDARD);
        HikariConfig writing = engine.writers();
        try {
            if (!Schema.isUpToDate(writing, engine.bytewise())) {
                throw new CannotOpenException(
                        "The database was made by an older version, or has no tables yet, and nothing is to be written to it"
                                + " now.",
                        null);
            }
            return Optional.of(new Database(engine, writing));
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            throw new CannotOpenException(sentence(engine, e), e);
        }
    }

    private static String sentence(Dialect engine, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return engine.sentence(refused);
            }
        }
        return "The database cannot be opened: it is damaged, or not one of Guichet's.";
    }

    /**
     * Runs {@code work} in a transaction that may write: all of it is kept, or, when it throws, nothing. No other transaction
     * of this kind runs beside it, in whichever program; for what concerns one person, {@link #writeAbout} holds nobody up.
     *
     * @param work run anew from its beginning where another transaction was in its way
     * @throws StoreUnavailableException when the store is busy or away; nothing was done
     * @throws OutcomeUnknownException when the store went away so that it cannot be told whether it was done
     */
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        return written(engine::lockAll, work);
    }

    /** As {@link #write}, beside all transactions that are not about the same person. */
    public <T extends @Nullable Object> T writeAbout(String pensionerId, Function<Tx, T> work) {
        return written(handle -> engine.lock(handle, pensionerId), work);
    }

    /** As {@link #write}, beside all others: for rows that only grow or are claimed one by one. */
    public <T extends @Nullable Object> T writeBeside(Function<Tx, T> work) {
        return written(_ -> {}, work);
    }

    /**
     * Adds what is added beside a look, such as its audit row, in one transaction with what others add at the same moment, and
     * returns once it is on disk.
     *
     * @param work short, and such that no other transaction is in its way
     * @throws StoreUnavailableException when it is not on disk, or not in time
     */
    public void append(Consumer<Tx> work) {
        additions.append(work);
    }

    /**
     * Has this asked, from now on, for what it has to add, whenever {@link #append} writes anything: it costs no transaction of
     * its own, and nobody waits for it. Where it fails, the others are written without it.
     *
     * @param rider short, run on the thread that writes; what it adds counts once {@link Tx#afterCommit} tells so
     */
    public void ride(Consumer<Tx> rider) {
        additions.ride(rider);
    }

    /**
     * Finds out whether the store can be written, and leaves nothing behind; waits no longer than anybody else, and for nobody
     * where somebody's row has just been added.
     *
     * @throws StoreUnavailableException when it cannot
     */
    public void tryToWrite() {
        if (closed || !additions.hasAddedWithin(JUST_NOW)) {
            append(Tx::touchNothing);
        }
    }

    /** So long one of an import's transactions may take, so that whoever has to wait for it hardly notices. */
    public Duration importing() {
        return engine.importing();
    }

    /** As {@link #write}, for work that answers nothing. */
    public void execute(Consumer<Tx> work) {
        this.<@Nullable Void>write(answeringNothing(work));
    }

    /** As {@link #writeAbout}, for work that answers nothing. */
    public void executeAbout(String pensionerId, Consumer<Tx> work) {
        this.<@Nullable Void>writeAbout(pensionerId, answeringNothing(work));
    }

    /** As {@link #writeBeside}, for work that answers nothing. */
    public void executeBeside(Consumer<Tx> work) {
        this.<@Nullable Void>writeBeside(answeringNothing(work));
    }

    private static Function<Tx, @Nullable Void> answeringNothing(Consumer<Tx> work) {
        return tx -> {
            work.accept(tx);
            return null;
        };
    }

    private <T extends @Nullable Object> T written(Consumer<Handle> lock, Function<Tx, T> work) {
        Attempt<T> attempt = committed(lock, work);
        if (flushing.isPresent() && attempt.name != null) {
            try {
                attempt.requireOnDisk(additions.flush());
            } catch (StoreUnavailableException e) {
                attempt.requireCommitted(e);
            }
        }
        return attempt.announced();
    }

    /** Commits what several have to add; the answer is to be called with what the next flush has answered. */
    private Consumer<@Nullable Object> begunTogether(Consumer<Tx> work) {
        Attempt<@Nullable Void> attempt = committed(_ -> {}, answeringNothing(work));
        return flushed -> {
            if (attempt.name != null) {
                attempt.requireOnDisk(flushed);
            }
            var _ = attempt.announced();
        };
    }

    /**
     * Returns once everything is on disk that was committed before, as long as the connection was there then.
     *
     * @return that connection; null where a commit waits for the disk itself
     */
    private @Nullable Object flushNow() {
        try {
            return flushing.map(jdbi -> jdbi.withHandle(handle -> {
                        Object connection = engine.identity(handle);
                        engine.flush(handle);
                        flushedOver = connection;
                        return connection;
                    }))
                    .orElse(null);
        } catch (JdbiException e) {
            throw translated(e, true);
        }
    }

    /** Committed, and perhaps not yet on disk. */
    private <T extends @Nullable Object> Attempt<T> committed(Consumer<Handle> lock, Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            Attempt<T> tried = new Attempt<>(lock, work);
            try {
                tried.run();
                return tried;
            } catch (JdbiException e) {
                if (attempt < MOST_ATTEMPTS && inTheWay(e)) {
                    LOG.debug("another transaction was in the way, attempt {}", attempt);
                } else if (tried.committing && connectionLost(e)) {
                    tried.requireCommitted(e);
                    return tried;
                } else {
                    throw translated(e, true);
                }
            }
        }
    }

    private boolean inTheWay(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause && engine.inTheWay(cause);
    }

    private boolean connectionLost(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause && engine.connectionLost(cause);
    }

    /** One try of a write transaction. */
    private final class Attempt<T extends @Nullable Object> {
        private final Consumer<Handle> lock;
        private final Function<Tx, T> work;
        private @Nullable Committed<T> done;
        private @Nullable String name;
        private boolean committing;
        /** Of before the commit: as long as it lives, the server has not crashed since. */
        private @Nullable Object witness;

        Attempt(Consumer<Handle> lock, Function<Tx, T> work) {
            this.lock = lock;
            this.work = work;
        }

        void run() {
            Committed<T> _ = writing.inTransaction(handle -> {
                lock.accept(handle);
                Tx tx = new Tx(handle, engine);
                T result = work.apply(tx);
                tx.finish();
                // before the trail: nobody else numbers a row while this one goes to the server
                name = engine.nameOfTransaction(handle, tx.hasTrail());
                tx.writeTrail();
                witness = flushedOver;
                committing = true;
                Committed<T> whole = new Committed<>(result, tx);
                done = whole;
                return whole;
            });
        }

        T announced() {
            Committed<T> committed = Objects.requireNonNull(done);
            committed.tx().announcements().forEach(Runnable::run);
            return committed.result();
        }

        /** @param flushed the connection of a flush after the commit */
        void requireOnDisk(@Nullable Object flushed) {
            if (!Objects.equals(flushed, witness)) {
                requireCommitted(new StoreUnavailableException("the connection to the store was lost", null));
            }
        }

        /** Nobody has said that it is on disk: asks the store what came of it. */
        void requireCommitted(RuntimeException failure) {
            String asked = name;
            Optional<Boolean> committed =
                    asked == null ? Optional.empty() : engine.committed(() -> writing.open(), asked);
            if (committed.isEmpty()) {
                throw new OutcomeUnknownException(failure);
            }
            if (!committed.get()) {
                throw new StoreUnavailableException("the store went away before it was done", failure);
            }
        }
    }

    /** Runs {@code work} on one unchanging view of the store; it cannot write. */
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        try {
            return reading.inTransaction(handle -> work.apply(new Tx(handle, engine)));
        } catch (JdbiException e) {
            throw translated(e, false);
        }
    }

    /** A new channel to the other programs on this store; empty where the engine has none. */
    public Optional<NoticeChannel> notices() {
        return engine instanceof PostgreSql ? Optional.of(new NoticeChannel(engine.writers())) : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        additions.close();
        flusher.ifPresent(HikariDataSource::close);
        readers.close();
        writers.close();
    }

    private record Committed<T extends @Nullable Object>(T result, Tx tx) {}

    private static Jdbi jdbi(HikariDataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        // a failed statement must not repeat whom it was about
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        return jdbi;
    }

    private RuntimeException translated(JdbiException failure, boolean writing) {
        if (failure.getCause() instanceof SQLException cause) {
            if (closed) {
                return new StoreUnavailableException("the store is closed", failure);
            }
            if (cause.getCause() instanceof InterruptedException) {
                return new StoreUnavailableException("interrupted before there was a connection to the store", failure);
            }
            if (cause instanceof SQLTransientConnectionException) {
                return new StoreUnavailableException("no connection to the store in time", failure);
            }
            if (engine.passing(cause, writing)) {
                // the driver's own message may quote a value; its code does not
                return new StoreUnavailableException(
                        "the store is busy, away or not to be written (" + cause.getErrorCode() + ", "
                                + cause.getSQLState() + ")",
                        failure);
            }
        }
        return failure;
    }
}
