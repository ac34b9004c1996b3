package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What differs between the two databases. Everything else is the same statement on both. */
sealed interface Engine {
    /** One writer at a time, on both: what a transaction has checked stays true until it is committed. */
    HikariConfig writers();

    HikariConfig readers();

    TransactionIsolationLevel readIsolation();

    /** The collation that compares text byte by byte. */
    String bytewise();

    /** The first statement of a write transaction. */
    void becomeTheWriter(Handle handle);

    /** Whether the failure is one of being busy or away, so that trying again later may help. */
    boolean passing(SQLException failure);

    /** @param fileOrJdbcUrl a file, or a URL that begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:} */
    static Engine of(String fileOrJdbcUrl) {
        if (fileOrJdbcUrl.startsWith("jdbc:postgresql:")) {
            return new PostgreSql(fileOrJdbcUrl);
        }
        if (fileOrJdbcUrl.startsWith(Sqlite.URL)) {
            return Sqlite.in(fileOrJdbcUrl.substring(Sqlite.URL.length()));
        }
        if (fileOrJdbcUrl.startsWith("jdbc:")) {
            throw new CannotOpenException(
                    "The database URL must begin with jdbc:sqlite: or jdbc:postgresql:, or be a file name.", null);
        }
        return Sqlite.in(fileOrJdbcUrl);
    }

    /** A file beside the program. */
    record Sqlite(String url) implements Engine {
        private static final String URL = "jdbc:sqlite:";
        private static final int BUSY_MILLIS = 10_000;

        static Sqlite in(String file) {
            if (file.isBlank()) {
                throw new CannotOpenException("The database needs a file name.", null);
            }
            try {
                Path path = Path.of(file).toAbsolutePath();
                if (Files.isDirectory(path)) {
                    throw new CannotOpenException("The database cannot be opened: " + path + " is a folder.", null);
                }
                Path folder = path.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                return new Sqlite(URL + path);
            } catch (InvalidPathException | IOException e) {
                throw new CannotOpenException("The folder of the database cannot be made: " + file, e);
            }
        }

        @Override
        public HikariConfig writers() {
            HikariConfig config = pool(SQLiteConfig.TransactionMode.IMMEDIATE);
            config.setMaximumPoolSize(1);
            return config;
        }

        @Override
        public HikariConfig readers() {
            HikariConfig config = pool(SQLiteConfig.TransactionMode.DEFERRED);
            config.setMaximumPoolSize(Math.max(4, Runtime.getRuntime().availableProcessors()));
            config.setMinimumIdle(1);
            config.setConnectionInitSql("PRAGMA query_only = true");
            return config;
        }

        private HikariConfig pool(SQLiteConfig.TransactionMode mode) {
            SQLiteConfig sqlite = new SQLiteConfig();
            sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
            sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            sqlite.enforceForeignKeys(true);
            sqlite.setBusyTimeout(BUSY_MILLIS);
            sqlite.setTransactionMode(mode);
            return config(url, sqlite.toProperties());
        }

        @Override
        public TransactionIsolationLevel readIsolation() {
            return TransactionIsolationLevel.SERIALIZABLE;
        }

        @Override
        public String bytewise() {
            return "BINARY";
        }

        @Override
        public void becomeTheWriter(Handle handle) {
            // BEGIN IMMEDIATE has done it
        }

        @Override
        public boolean passing(SQLException failure) {
            return failure instanceof SQLiteException sqlite
                    && List.of(
                                    SQLiteErrorCode.SQLITE_BUSY,
                                    SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
                                    SQLiteErrorCode.SQLITE_LOCKED,
                                    SQLiteErrorCode.SQLITE_FULL)
                            .contains(sqlite.getResultCode());
        }
    }

    /** The institution's server, which several backends share. */
    record PostgreSql(String url) implements Engine {
        /** Any number, as long as it is always the same. */
        private static final long WRITERS_LOCK = 0x6775696368657400L;

        @Override
        public HikariConfig writers() {
            HikariConfig config = pool();
            config.setMaximumPoolSize(4);
            config.setMinimumIdle(1);
            return config;
        }

        @Override
        public HikariConfig readers() {
            HikariConfig config = pool();
            config.setMaximumPoolSize(12);
            config.setMinimumIdle(1);
            config.setReadOnly(true);
            return config;
        }

        private HikariConfig pool() {
            Properties properties = new Properties();
            // the server's details repeat the values of a row
            properties.setProperty("logServerErrorDetail", "false");
            properties.setProperty("reWriteBatchedInserts", "true");
            return config(url, properties);
        }

        @Override
        public TransactionIsolationLevel readIsolation() {
            return TransactionIsolationLevel.REPEATABLE_READ;
        }

        @Override
        public String bytewise() {
            return "\"C\"";
        }

        @Override
        public void becomeTheWriter(Handle handle) {
            handle.execute("SELECT pg_advisory_xact_lock(" + WRITERS_LOCK + ")");
        }

        @Override
        public boolean passing(SQLException failure) {
            String state = failure.getSQLState();
            return state != null
                    && (state.startsWith("08")
                            || state.startsWith("40")
                            || state.startsWith("53")
                            || state.startsWith("57"));
        }
    }

    private static HikariConfig config(String url, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setConnectionTimeout(10_000);
        return config;
    }
}
