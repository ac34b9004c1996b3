package eu.guichet.backend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators read of the alarms is what Prometheus is given. That it takes them is tried with the real one. */
class AlarmsTest {
    private static final Pattern IN_THE_FILE =
            Pattern.compile("- alert: (\\w+)\\n +expr: (.+)\\n(?: +for: (\\d+)m\\n)?");
    private static final Pattern IN_THE_BOOK =
            Pattern.compile("\\| (Guichet\\w+) \\| `([^`]+)`(?: for (\\d+) minutes?)?");

    @Test
    void each_alarm_of_the_operators_book_is_in_the_file_for_prometheus_with_the_same_expression() throws IOException {
        Map<String, String> file = alarms(Path.of("packaging", "server", "guichet-alarms.yml"), IN_THE_FILE);
        assertThat(file).isNotEmpty();
        assertThat(alarms(Path.of("docs", "operations.md"), IN_THE_BOOK)).isEqualTo(file);
    }

    private static Map<String, String> alarms(Path from, Pattern pattern) throws IOException {
        Map<String, String> alarms = new TreeMap<>();
        Matcher alarm = pattern.matcher(Files.readString(from));
        while (alarm.find()) {
            alarms.put(alarm.group(1), alarm.group(2) + " for " + alarm.group(3));
        }
        return alarms;
    }
}
