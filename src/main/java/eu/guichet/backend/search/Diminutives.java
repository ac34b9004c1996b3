package eu.guichet.backend.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The full names that somebody may have on file who goes by a short one: Hans, Kostas, Beppe. */
final class Diminutives {
    private static final Map<String, Set<String>> FULL = read();

    private Diminutives() {}

    /** In plain letters; empty for a word that is no short form. */
    static Set<String> full(String plain) {
        return FULL.getOrDefault(plain, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> full = new HashMap<>();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Diminutives.class.getResourceAsStream("diminutives.txt"), "diminutives.txt"),
                StandardCharsets.UTF_8))) {
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] sides = line.split(": ", 2);
                        for (String diminutive : sides[1].split(" ", -1)) {
                            full.computeIfAbsent(diminutive, _ -> new LinkedHashSet<>())
                                    .addAll(Arrays.asList(sides[0].split(" ", -1)));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(full);
    }
}
