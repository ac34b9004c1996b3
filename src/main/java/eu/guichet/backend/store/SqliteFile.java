package eu.guichet.backend.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** A database file that is looked at as it is: neither made nor brought up to date. */
record SqliteFile(Connection connection) implements AutoCloseable {
    static final String DAMAGED = "The database is damaged: SQLite finds faults in it.";
    private static final String FOREIGN = "The file is no database of Guichet's.";
    private static final int BUSY_MILLIS = 10_000;

    static SqliteFile open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // it must be able to write: whoever comes last tidies up what a crash has left beside the file
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(BUSY_MILLIS);
        return new SqliteFile(config.createConnection(Dialect.Sqlite.URL + file));
    }

    void requireGuichet() throws SQLException {
        try {
            if (texts("SELECT name FROM sqlite_master WHERE type = 'table'"
                                    + " AND name IN ('flyway_schema_history', 'pensioner', 'event', 'audit')")
                            .size()
                    < 4) {
                throw new CannotCopyException(FOREIGN);
            }
        } catch (SQLException e) {
            if (Dialect.Sqlite.primary(e) == SQLiteErrorCode.SQLITE_NOTADB) {
                throw new CannotCopyException(FOREIGN, e);
            }
            throw e;
        }
    }

    /** Reads all of it. */
    void requireSound() throws SQLException {
        if (!texts("PRAGMA integrity_check").equals(List.of("ok"))
                || !texts("PRAGMA foreign_key_check").isEmpty()) {
            throw new CannotCopyException(DAMAGED);
        }
    }

    /** Of the schema. */
    MigrationVersion version() throws SQLException {
        return texts("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL").stream()
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new CannotCopyException(FOREIGN));
    }

    private List<String> texts(String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
