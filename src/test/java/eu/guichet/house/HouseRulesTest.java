package eu.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
    private static final int LONGEST = 500;
    private static final Set<String> TEXT =
            Set.of("java", "properties", "css", "sql", "json", "xml", "md", "sh", "ps1", "args", "yml");
    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch \\((final )?(Exception|RuntimeException|Throwable)\\b");

    private static final Pattern HAND_OVER_READ =
            Pattern.compile("(last|first|all|has)\\(\\s*Event\\.HandedOver\\.class");

    private static final Pattern FUNCTION_KEY = Pattern.compile("KeyCode\\.(F[0-9]+)");

    /** The three edges at which anything may be caught: what reaches them has nowhere else to go. */
    private static final Set<String> EDGES = Set.of("ProblemMapper.java", "UncaughtFailures.java", "Guichet.java");

    @Test
    void no_source_file_is_over_500_lines() throws IOException {
        List<String> tooLong = files(Path.of("src")).stream()
                .filter(file -> TEXT.contains(ending(file)))
                .filter(file -> lines(file).size() > LONGEST)
                .map(file -> lines(file).size() + " " + file)
                .toList();
        assertThat(tooLong).as("what is the second thing in each?").isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java/eu"))) {
            Path room = file.getParent();
            if (room != null && !Files.exists(room.resolve("package-info.java"))) {
                silent.add(room);
            }
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_function_key_is_told_in_the_overview_of_keys(String language) throws IOException {
        Path words = Path.of("src/main/resources/eu/guichet/desktop/shell/shell_" + language + ".properties");
        Set<String> told = Files.readAllLines(words).stream()
                .filter(line -> line.startsWith("shortcuts.") && line.contains(".key = "))
                .flatMap(line ->
                        Arrays.stream(line.substring(line.indexOf('=') + 1).split(" ")))
                .collect(Collectors.toSet());
        assertThat(told).containsAll(functionKeys(files(Path.of("src/main/java/eu/guichet/desktop"))));
    }

    /** The window looks at a key first: a screen would never see it. */
    @Test
    void no_screen_waits_for_a_function_key_that_the_window_takes() throws IOException {
        Path desktop = Path.of("src/main/java/eu/guichet/desktop");
        Path shell = desktop.resolve("shell");
        Set<String> ofTheWindow = functionKeys(files(shell));
        List<Path> screens = files(desktop).stream()
                .filter(file -> !file.startsWith(shell) && file.toString().endsWith("Screen.java"))
                .toList();
        assertThat(ofTheWindow).contains("F9");
        assertThat(functionKeys(screens)).isNotEmpty().doesNotContainAnyElementsOf(ofTheWindow);
    }

    private static Set<String> functionKeys(List<Path> files) {
        return files.stream()
                .flatMap(file -> lines(file).stream())
                .flatMap(line -> FUNCTION_KEY.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void only_the_edges_catch_everything() throws IOException {
        List<String> broad = files(Path.of("src/main/java")).stream()
                .filter(file -> !EDGES.contains(file.getFileName().toString()))
                .filter(file -> lines(file).stream()
                        .anyMatch(line -> BROAD_CATCH.matcher(line).find()))
                .map(Path::toString)
                .toList();
        assertThat(broad).isEmpty();
    }

    /** One that is taken back has to be left out wherever it is read: that is possible in one place only. */
    @Test
    void whether_a_case_is_with_DIGIT_is_asked_of_the_history_in_one_place() throws IOException {
        List<String> elsewhere = files(Path.of("src/main/java")).stream()
                .filter(file -> !file.endsWith("process/History.java"))
                .filter(file ->
                        HAND_OVER_READ.matcher(String.join("\n", lines(file))).find())
                .map(Path::toString)
                .toList();
        assertThat(elsewhere).as("ask History.handovers()").isEmpty();
    }

    @Test
    void no_room_of_the_desktop_holds_more_than_a_quarter_of_its_lines() throws IOException {
        Path desktop = Path.of("src/main/java/eu/guichet/desktop");
        Map<Path, Integer> rooms = files(desktop).stream()
                .collect(Collectors.toMap(
                        file -> desktop.relativize(file).getName(0),
                        file -> lines(file).size(),
                        Integer::sum));
        int whole = rooms.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(rooms)
                .allSatisfy((room, size) -> assertThat(size * 4)
                        .as("%s has %d of %d lines", room, size, whole)
                        .isLessThanOrEqualTo(whole));
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
