package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothStores
class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/eu/guichet/backend/store/migration");

    @TempDir
    Path folder;

    @Test
    void every_migration_that_lies_there_is_run() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS);
        }
    }

    /** One that is in order has been opened before, and another whose rows are the same is not looked at again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '3'",
                "UPDATE flyway_schema_history SET description = 'other' WHERE version = '3'",
                "UPDATE flyway_schema_history SET success = NOT success WHERE version = '3'",
                "DELETE FROM flyway_schema_history WHERE version = '1'"
            })
    void a_history_that_is_not_that_of_this_program_is_refused(String otherwise) throws SQLException {
        Database.open(Stores.url(folder)).close();
        String url = Stores.url(folder.resolve("other"));
        Database.open(url).close();
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:sqlite:" + url;
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute(otherwise);
        }
        assertThatThrownBy(() -> Database.open(url)).isInstanceOf(CannotOpenException.class);
        Database.open(Stores.url(folder)).close();
    }
}
