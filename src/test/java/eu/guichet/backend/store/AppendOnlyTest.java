package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AppendOnlyTest {
    private static final Pattern CHANGES_THE_PAST = Pattern.compile(
            "(?i)\\b(UPDATE|DELETE\\s+FROM|DROP\\s+TABLE|TRUNCATE(\\s+TABLE)?|REPLACE\\s+INTO)\\s+(audit|event)\\b");

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .toList();
        }
    }

    @Test
    void no_statement_changes_or_removes_an_event_or_a_row_of_the_audit_trail() throws IOException {
        List<Path> guilty = new ArrayList<>();
        for (Path source : sources()) {
            if (CHANGES_THE_PAST.matcher(Files.readString(source)).find()) {
                guilty.add(source);
            }
        }
        assertThat(sources()).isNotEmpty();
        assertThat(guilty).isEmpty();
    }
}
