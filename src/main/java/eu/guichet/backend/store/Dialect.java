package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What differs between the two databases. Everything else is the same statement on both. */
sealed interface Dialect permits Dialect.Sqlite, PostgreSql {
    HikariConfig writers();

    /**
     * The connection by which what others have committed is brought to disk; empty where a commit that has returned is there
     * already. Where it is not, the commits of {@link #writers} do not wait for the disk, so that nobody holds what others wait
     * for while it turns, and whoever answers for them waits for one {@link #flush} with all who do.
     */
    Optional<HikariConfig> flusher();

    /**
     * Returns once everything is on disk that was committed since this connection was opened, or before it and before the last
     * crash of the server.
     */
    void flush(Handle handle);

    /** The connection itself, whoever lends it. */
    Object identity(Handle handle);

    /** Each transaction on one of them sees one moment of the store. */
    HikariConfig readers();

    /** The collation that compares text byte by byte. */
    String bytewise();

    /** The store's own clock in SQL, in whole milliseconds since the epoch. */
    String clock();

    /** The first statement of a write transaction that no other one of its kind runs beside. */
    void lockAll(Handle handle);

    /** The first statement of one about this person: what it checks about that person stays true until it is committed. */
    void lock(Handle handle, String pensionerId);

    /** As the other, of several people. */
    void lock(Handle handle, Collection<String> pensionerIds);

    /** Holds up other transactions that lock the same agent until this one ends; after a person's lock, never before it. */
    void lockAgent(Handle handle, String agentId);

    /** Whether nobody else is about to take this task; until the transaction ends nobody else is then. Waits for nobody. */
    boolean tryLockTask(Handle handle, String task);

    /** Whether another transaction was in the way, so that the same work, done anew, may succeed. */
    boolean inTheWay(SQLException failure);

    /** Whether the answer of the store did not come, so that it may have done what it was asked. */
    boolean connectionLost(SQLException failure);

    /**
     * By what the store knows this transaction afterwards; null where a lost answer cannot happen.
     *
     * @param willWrite whether it is yet to write something; where it has written nothing either, it needs no name
     */
    @Nullable
    String nameOfTransaction(Handle handle, boolean willWrite);

    /**
     * Whether the transaction of this name was committed and is on disk, asked until the store knows; empty where it does not
     * tell in time, or may have been started anew meanwhile.
     */
    Optional<Boolean> committed(Supplier<Handle> connections, String name);

    /** The part of a SELECT that claims its rows and passes over those that others have claimed; empty where nobody can. */
    String skipClaimed();

    /** So long a transaction of an import may take, so that whoever has to wait for it hardly notices. */
    Duration importing();

    /**
     * Whether the failure is one of being busy or away, so that trying again later may help.
     *
     * @param writing whether the transaction was one that may write; where it was not, a write is a mistake of ours
     */
    boolean passing(SQLException failure, boolean writing);

    /** Why the store cannot be opened, in one sentence without anything of the URL but the file's name. */
    String sentence(SQLException failure);

    /** False for a file that is still to be made. */
    static boolean isThere(String fileOrJdbcUrl) {
        return fileOrJdbcUrl.startsWith("jdbc:postgresql:") || Files.exists(Sqlite.path(fileOrJdbcUrl));
    }

    /** @param fileOrJdbcUrl a file, or a URL that begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:} */
    static Dialect of(String fileOrJdbcUrl) {
        return of(fileOrJdbcUrl, StoreLimits.STANDARD);
    }

    /** As {@link #of(String)}, with limits of the institution's own. */
    static Dialect of(String fileOrJdbcUrl, StoreLimits limits) {
        if (fileOrJdbcUrl.startsWith("jdbc:postgresql:")) {
            return new PostgreSql(fileOrJdbcUrl, limits);
        }
        return Sqlite.in(Sqlite.path(fileOrJdbcUrl));
    }

    /** A file beside the program. */
    record Sqlite(String url) implements Dialect {
        static final String URL = "jdbc:sqlite:";
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

        /** @throws CannotOpenException when it is neither a file's name nor such a URL */
        static Path path(String fileOrUrl) {
            if (fileOrUrl.startsWith("jdbc:") && !fileOrUrl.startsWith(URL)) {
                throw new CannotOpenException(
                        "The database URL must begin with jdbc:sqlite: or jdbc:postgresql:, or be a file name.", null);
            }
            String file = fileOrUrl.startsWith(URL) ? fileOrUrl.substring(URL.length()) : fileOrUrl;
            if (file.isBlank()) {
                throw new CannotOpenException("The database needs a file name.", null);
            }
            try {
                return Path.of(file).toAbsolutePath();
            } catch (InvalidPathException e) {
                throw new CannotOpenException("The database needs the name of a file, and this is none.", e);
            }
        }

        static Sqlite in(Path path) {
            if (Files.isDirectory(path)) {
                throw new CannotOpenException("The database cannot be opened: " + path + " is a folder.", null);
            }
            try {
                Path folder = path.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                makeForTheOwnerAlone(path);
                return new Sqlite(URL + path);
            } catch (IOException e) {
                throw new CannotOpenException("The folder of the database cannot be made: " + path, e);
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
        public Optional<HikariConfig> flusher() {
            return Optional.empty();
        }

        @Override
        public void flush(Handle handle) {
            // each commit is
        }

        @Override
        public Object identity(Handle handle) {
            return this;
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
        public String bytewise() {
            return "BINARY";
        }

        @Override
        public String clock() {
            return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
        }

        @Override
        public void lockAll(Handle handle) {
            // BEGIN IMMEDIATE has done it
        }

        @Override
        public void lock(Handle handle, String pensionerId) {
            // nobody else writes
        }

        @Override
        public void lock(Handle handle, Collection<String> pensionerIds) {
            // nobody else writes
        }

        @Override
        public void lockAgent(Handle handle, String agentId) {
            // nobody else writes
        }

        @Override
        public boolean tryLockTask(Handle handle, String task) {
            return true;
        }

        @Override
        public boolean inTheWay(SQLException failure) {
            return false;
        }

        /** The store is in this process: a commit that fails was not done. */
        @Override
        public boolean connectionLost(SQLException failure) {
            return false;
        }

        @Override
        public @Nullable String nameOfTransaction(Handle handle, boolean willWrite) {
            return null;
        }

        @Override
        public Optional<Boolean> committed(Supplier<Handle> connections, String name) {
            return Optional.empty();
        }

        @Override
        public String skipClaimed() {
            return "";
        }

        /** Nobody else writes meanwhile. */
        @Override
        public Duration importing() {
            return Duration.ofMillis(10);
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
        static SQLiteErrorCode primary(SQLException failure) {
            return failure instanceof SQLiteException sqlite
                    ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                    : SQLiteErrorCode.UNKNOWN_ERROR;
        }
    }

    static HikariConfig config(String url, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setConnectionTimeout(10_000);
        return config;
    }
}
