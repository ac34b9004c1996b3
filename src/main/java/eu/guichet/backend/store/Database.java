package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The store. Write transactions run one after the other, whichever the engine and however many programs share it; reads
 * run beside them and each sees one moment. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    private final Dialect engine;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private Database(Dialect engine, HikariDataSource writers, HikariDataSource readers) {
        this.engine = engine;
        this.writers = writers;
        this.readers = readers;
        this.writing = jdbi(writers);
        this.reading = jdbi(readers);
    }

    /**
     * Opens the store, makes it where there is none, and brings its schema up to date.
     *
     * @param fileOrJdbcUrl a file, whose folder is made where it is missing, or a URL that begins with
     *     {@code jdbc:sqlite:} or {@code jdbc:postgresql:}
     * @throws CannotOpenException with one sentence for the person who started the program
     */
    public static Database open(String fileOrJdbcUrl) {
        Dialect engine = Dialect.of(fileOrJdbcUrl);
        HikariConfig writing = engine.writers();
        try {
            Schema.bringUpToDate(writing, engine.bytewise());
            return new Database(engine, new HikariDataSource(writing), new HikariDataSource(engine.readers()));
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

    /** Runs {@code work} in a transaction that may write: all of it is kept, or, when it throws, nothing. */
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        try {
            Committed<T> committed = writing.inTransaction(handle -> {
                engine.becomeTheWriter(handle);
                Tx tx = new Tx(handle);
                T result = work.apply(tx);
                tx.finish();
                return new Committed<>(result, tx);
            });
            committed.tx().announcements().forEach(Runnable::run);
            return committed.result();
        } catch (JdbiException e) {
            throw translated(e, true);
        }
    }

    /** As {@link #write}, for work that answers nothing. */
    public void execute(Consumer<Tx> work) {
        this.<@Nullable Void>write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /** Runs {@code work} on one unchanging view of the store; it cannot write. */
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        try {
            return reading.inTransaction(engine.readIsolation(), handle -> work.apply(new Tx(handle)));
        } catch (JdbiException e) {
            throw translated(e, false);
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private record Committed<T extends @Nullable Object>(T result, Tx tx) {}

    private static Jdbi jdbi(HikariDataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        // a failed statement must not repeat whom it was about
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    private RuntimeException translated(JdbiException failure, boolean writing) {
        if (failure.getCause() instanceof SQLException cause) {
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
