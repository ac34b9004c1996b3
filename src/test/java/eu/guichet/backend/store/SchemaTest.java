package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/eu/guichet/backend/store/migration");

    @Test
    void every_migration_that_lies_there_is_run() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS);
        }
    }
}
