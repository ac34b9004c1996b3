package eu.guichet.backend.http;

import eu.guichet.contract.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables of {@code docs/access.md}, each below a heading of its own. */
final class AccessPage {
    private static final Path PAGE = Path.of("docs/access.md");

    private AccessPage() {}

    /**
     * @param what is asked, or where something is shown
     * @param cells the others of the line, left to right
     */
    record Line(String what, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        /** Those that the first cell names. */
        Set<Role> by() {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String role : cells.getFirst().split(", ", -1)) {
                roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT).replace(' ', '_')));
            }
            return roles;
        }
    }

    /** The lines below a heading, without the names of the columns. */
    static List<Line> below(String heading) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.equals("## " + heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| "))
                    .skip(2)
                    .map(AccessPage::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        List<String> cells = Arrays.stream(text.substring(1, text.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        return new Line(cells.getFirst(), cells.subList(1, cells.size()));
    }
}
