package eu.guichet.backend.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteErrorCode;

/**
 * The file of a store, copied while others work on it. {@code VACUUM INTO} reads from one snapshot and lets writers go on;
 * SQLite's page by page backup would begin anew whenever another process has written.
 */
record SqliteBackup(Path store) implements Backup {
    /** What SQLite puts beside a database; without what is in them a copy lacks what was written last. */
    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    /** Of a copy that is not whole yet; it does not end as a backup does, so that nobody takes it for one. */
    private static final String PART = ".part";

    /** Writes one file, and answers the version of the schema that is in it. */
    private interface Filling {
        MigrationVersion into(Path part) throws IOException, SQLException;
    }

    @Override
    public String into(Path file, boolean overwrite) {
        Path target = file.toAbsolutePath();
        if (!Files.isRegularFile(store)) {
            throw new CannotCopyException("There is no database " + store + " to back up.");
        }
        if (!overwrite && Files.exists(target)) {
            throw new CannotCopyException(target + " is there already; --overwrite replaces it.");
        }
        if (isStore(target) || Files.isDirectory(target)) {
            throw new CannotCopyException("A backup needs a file of its own, and " + target + " is none.");
        }
        return put(target, overwrite, part -> {
            try (SqliteFile source = SqliteFile.open(store)) {
                source.requireGuichet();
                copy(source.connection(), part);
            }
            return checked(part);
        });
    }

    private static void copy(Connection from, Path part) throws SQLException {
        try (PreparedStatement vacuum = from.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
    }

    @Override
    public String from(Path file) {
        Path source = file.toAbsolutePath();
        requireNothingThere();
        if (!Files.isRegularFile(source)) {
            throw new CannotCopyException("There is no file " + source + " to restore.");
        }
        if (BESIDE.stream().anyMatch(ending -> Files.exists(beside(source, ending)))) {
            throw new CannotCopyException(source + " is a database that is at work, or was: back it up first.");
        }
        return put(store, false, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                Files.copy(source, out);
            }
            MigrationVersion version = checked(part);
            if (version.compareTo(Schema.newest()) > 0) {
                throw new CannotCopyException("The backup was made by a newer version of Guichet (its schema is "
                        + version + ", the newest known here is " + Schema.newest()
                        + "): restore it with that version.");
            }
            return version;
        });
    }

    /** Also no write-ahead log of an earlier store: SQLite would play it into the restored one. */
    private void requireNothingThere() {
        Stream.concat(Stream.of(store), BESIDE.stream().map(ending -> beside(store, ending)))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(there -> {
                    throw new CannotCopyException(
                            there + " is there already, and a store is never replaced: move it away first.");
                });
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private boolean isStore(Path target) {
        try {
            return target.equals(store)
                    || BESIDE.stream().anyMatch(ending -> target.equals(beside(store, ending)))
                    || (Files.exists(target) && Files.isSameFile(target, store));
        } catch (IOException e) {
            throw new CannotCopyException(target + " cannot be looked at.", e);
        }
    }

    /** @return the version of the schema of a copy that is whole and sound */
    private static MigrationVersion checked(Path part) throws SQLException {
        try (SqliteFile copy = SqliteFile.open(part)) {
            copy.requireGuichet();
            copy.requireSound();
            return copy.version();
        }
    }

    /** Under another name first, for the owner alone, and on disk before it gets its own. */
    private static String put(Path target, boolean replace, Filling filling) {
        Path folder = target.getParent();
        if (folder == null) {
            throw new CannotCopyException(target + " is no file.");
        }
        Path part = null;
        try {
            Files.createDirectories(folder);
            // readable by its owner alone
            part = Files.createTempFile(folder, target.getFileName() + ".", PART);
            // also where the program is told to stop in the middle
            part.toFile().deleteOnExit();
            MigrationVersion version = filling.into(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(part, target, replace);
            force(folder);
            return version.toString();
        } catch (FileAlreadyExistsException e) {
            throw new CannotCopyException(target + " has appeared meanwhile; nothing was replaced.", e);
        } catch (IOException e) {
            throw new CannotCopyException(
                    target + " cannot be written: its folder cannot be used by you, or the disk is full.", e);
        } catch (SQLException e) {
            throw new CannotCopyException(sentence(target, e), e);
        } finally {
            if (part != null) {
                remove(part);
            }
        }
    }

    private static void move(Path part, Path target, boolean replace) throws IOException {
        if (!replace) {
            Files.move(part, target);
            return;
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** So that its new name outlives a loss of power; elsewhere a folder cannot be opened. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
            for (String ending : BESIDE) {
                Files.deleteIfExists(beside(part, ending));
            }
        } catch (IOException e) {
            throw new CannotCopyException("What was begun cannot be removed: " + part, e);
        }
    }

    private static String sentence(Path target, SQLException failure) {
        SQLiteErrorCode code = Dialect.Sqlite.primary(failure);
        if (code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR) {
            return target + " cannot be written: the disk is full, or does not work.";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
            return "The database cannot be read: another program holds it alone.";
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN
                || code == SQLiteErrorCode.SQLITE_READONLY
                || code == SQLiteErrorCode.SQLITE_PERM) {
            return "The database cannot be read: it, or its folder, cannot be used by you.";
        }
        return SqliteFile.DAMAGED;
    }
}
