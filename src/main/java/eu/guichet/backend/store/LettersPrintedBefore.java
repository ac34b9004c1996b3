package eu.guichet.backend.store;

import eu.guichet.process.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration 3.1: a letter whose document was fetched before printing was told apart counts as printed then, in its history as
 * in its row. A letter that a newer one had replaced before it was fetched was marked as fetched at the very moment at which
 * the newer one was generated; it never was on paper.
 */
final class LettersPrintedBefore implements JavaMigration {
    private static final String LETTERS = "SELECT id, pensioner_id, generated_by, item_number, fetched_at, EXISTS"
            + " (SELECT 1 FROM letter later WHERE later.pensioner_id = letter.pensioner_id"
            + " AND later.generated_at = letter.fetched_at AND later.id <> letter.id) AS replaced"
            + " FROM letter ORDER BY pensioner_id, generated_at";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "letters printed before";
    }

    @Override
    public Integer getChecksum() {
        return 0;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (Row row : rows(connection)) {
            carryOver(connection, row);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE letter DROP COLUMN fetched_at");
        }
    }

    /** @param fetchedAt null where the letter was never on paper */
    private record Row(
            String id,
            String pensionerId,
            String generatedBy,
            @Nullable String itemNumber,
            @Nullable Instant fetchedAt) {}

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(LETTERS)) {
            while (found.next()) {
                long fetchedAt = found.getLong("fetched_at");
                boolean printed = !found.wasNull() && !found.getBoolean("replaced");
                rows.add(new Row(
                        Objects.requireNonNull(found.getString("id")),
                        Objects.requireNonNull(found.getString("pensioner_id")),
                        Objects.requireNonNull(found.getString("generated_by")),
                        found.getString("item_number"),
                        printed ? Instant.ofEpochMilli(fetchedAt) : null));
            }
        }
        return rows;
    }

    private static void carryOver(Connection connection, Row row) throws SQLException {
        List<Event> history = history(connection, row.pensionerId());
        String name = history.stream()
                .filter(event -> event instanceof Event.LetterGenerated generated
                        && generated.letterId().equals(row.id()))
                .map(event -> ((Event.LetterGenerated) event).by())
                .findFirst()
                .orElse("");
        boolean posted = history.stream()
                .anyMatch(event ->
                        event instanceof Event.LetterPosted it && it.letterId().equals(row.id()));
        Instant printedAt = row.fetchedAt();
        if (printedAt != null) {
            append(connection, row.pensionerId(), new Event.LetterPrinted(printedAt, row.id(), name));
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE letter SET generated_by_name = ?, label = ?,"
                        + " printed_at = ?, printed_by = ?, printed_by_name = ? WHERE id = ?")) {
            update.setString(1, name);
            update.setString(2, posted ? null : row.itemNumber());
            if (printedAt == null) {
                update.setNull(3, Types.BIGINT);
            } else {
                update.setLong(3, printedAt.toEpochMilli());
            }
            update.setString(4, printedAt == null ? null : row.generatedBy());
            update.setString(5, printedAt == null ? null : name);
            update.setString(6, row.id());
            update.executeUpdate();
        }
    }

    private static List<Event> history(Connection connection, String pensionerId) throws SQLException {
        List<Event> history = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT payload FROM event WHERE pensioner_id = ? ORDER BY position")) {
            query.setString(1, pensionerId);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    history.add(EventJson.read(Objects.requireNonNull(found.getString(1))));
                }
            }
        }
        return history;
    }

    private static void append(Connection connection, String pensionerId, Event event) throws SQLException {
        try (PreparedStatement grow =
                connection.prepareStatement("UPDATE pensioner SET version = version + 1 WHERE id = ?")) {
            grow.setString(1, pensionerId);
            grow.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO event (pensioner_id, position, occurred_at, payload)"
                        + " SELECT id, version, ?, ? FROM pensioner WHERE id = ?")) {
            insert.setLong(1, event.at().toEpochMilli());
            insert.setString(2, EventJson.write(event));
            insert.setString(3, pensionerId);
            insert.executeUpdate();
        }
    }
}
