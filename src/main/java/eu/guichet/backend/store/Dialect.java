package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What differs between the two databases. Everything else is the same statement on both. */
sealed interface Dialect {
    /** One writer at a time, on both: what a transaction has checked stays true until it is committed. */
    HikariConfig writers();

    HikariConfig readers();

    TransactionIsolationLevel readIsolation();

    /** The collation that compares text byte by byte. */
    String bytewise();

    /** The first statement of a write transaction. */
    void becomeTheWriter(Handle handle);

    /**
     * Whether the failure is one of being busy or away, so that trying again later may help.
     *
     * @param writing whether the transaction was one that may write; where it was not, a write is a mistake of ours
     */
    boolean passing(SQLException failure, boolean writing);

    /** Why the store cannot be opened, in one sentence without anything of the URL but the file's name. */
    String sentence(SQLException failure);

    /** @param fileOrJdbcUrl a file, or a URL that begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:} */
    static Dialect of(String fileOrJdbcUrl) {
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
    record Sqlite(String url) implements Dialect {
        private static final String URL = "jdbc:sqlite:";
        private static final Logger LOG = LoggerFactory.getLogger(Sqlite.class);
        private static final Set<PosixFilePermission> OWNER_ALONE =
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        private static final int BUSY_MILLIS = 10_000;
        /** 64 MiB, in SQLite's notation: the pages an import touches all over the indexes are then written once. */
        private static final String WRITERS_CACHE = "-65536";

        private static final Set<SQLiteErrorCode> PASSING = Set.of(
                SQLiteErrorCode.SQLITE_BUSY,
                SQLiteErrorCode.SQLITE_LOCKED,
                SQLiteErrorCode.SQLITE_FULL,
                SQLiteErrorCode.SQLITE_IOERR,
                SQLiteErrorCode.SQLITE_CANTOPEN);

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
                makeForTheOwnerAlone(path);
                return new Sqlite(URL + path);
            } catch (InvalidPathException | IOException e) {
                throw new CannotOpenException("The folder of the database cannot be made: " + file, e);
            }
        }

        /** SQLite gives the files it puts beside a database the rights of that. Why a file cannot be made, it tells better. */
        private static void makeForTheOwnerAlone(Path path) {
            Path folder = path.getParent();
            if (folder == null
                    || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            try {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            } catch (IOException e) {
                LOG.debug("it is there, or cannot be made", e);
            }
        }

        @Override
        public HikariConfig writers() {
            HikariConfig config = pool(SQLiteConfig.TransactionMode.IMMEDIATE);
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty(SQLiteConfig.Pragma.CACHE_SIZE.pragmaName, WRITERS_CACHE);
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
        public boolean passing(SQLException failure, boolean writing) {
            SQLiteErrorCode code = primary(failure);
            return PASSING.contains(code) || (writing && code == SQLiteErrorCode.SQLITE_READONLY);
        }

        @Override
        public String sentence(SQLException failure) {
            String file = url.substring(URL.length());
            SQLiteErrorCode code = primary(failure);
            if (code == SQLiteErrorCode.SQLITE_READONLY || code == SQLiteErrorCode.SQLITE_PERM) {
                return "The database cannot be written: " + file + ", or its folder, cannot be written by you.";
            }
            if (code == SQLiteErrorCode.SQLITE_CANTOPEN) {
                return "The database can be neither opened nor made: " + file + " cannot be used by you.";
            }
            if (code == SQLiteErrorCode.SQLITE_FULL) {
                return "The database cannot be written: the disk of " + file + " is full.";
            }
            if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
                return "The database cannot be opened: another program is writing to " + file + ".";
            }
            return "The database cannot be opened: " + file + " is damaged, or not one of Guichet's.";
        }

        /** Without what SQLite adds to say more exactly where it met it. */
        private static SQLiteErrorCode primary(SQLException failure) {
            return failure instanceof SQLiteException sqlite
                    ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                    : SQLiteErrorCode.UNKNOWN_ERROR;
        }
    }

    /** The institution's server, which several backends share. */
    record PostgreSql(String url) implements Dialect {
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
