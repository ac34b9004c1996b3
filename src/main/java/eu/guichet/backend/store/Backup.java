package eu.guichet.backend.store;

import java.nio.file.Path;

/** Copies a whole store into one file, beside whoever works on it, and makes a store of such a file. */
public sealed interface Backup permits SqliteBackup, PostgreSqlBackup {
    /**
     * Neither opens the store nor makes it.
     *
     * @param fileOrJdbcUrl as {@link Database#open} takes it
     * @throws CannotOpenException when it is neither a file's name nor a URL of a kind that is known
     */
    static Backup of(String fileOrJdbcUrl) {
        if (fileOrJdbcUrl.startsWith(PostgreSqlBackup.URL)) {
            return new PostgreSqlBackup(fileOrJdbcUrl);
        }
        return new SqliteBackup(Dialect.Sqlite.path(fileOrJdbcUrl));
    }

    /**
     * Writes the store as it is at one moment into a file that its owner alone may read, and checks what it has written. A
     * file of this name is either whole or as it was before.
     *
     * @param overwrite whether a file that is there may be replaced
     * @return the version of its schema
     * @throws CannotCopyException when it was not written
     */
    String into(Path file, boolean overwrite);

    /**
     * Makes a new store of what {@link #into} has written, after checking it.
     *
     * @return the version of its schema
     * @throws CannotCopyException when there is a store already, or the file is none from which to make one; nothing was done
     */
    String from(Path file);
}
