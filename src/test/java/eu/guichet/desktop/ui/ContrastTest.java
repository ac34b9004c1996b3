package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final Path TOKENS = Path.of("src/main/resources/eu/guichet/desktop/ui/tokens.css");
    private static final Pattern TOKEN = Pattern.compile("-g-([a-z-]+):\\s*#([0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("canvas", "surface", "sunken");
    private static final List<String> TEXTS =
            List.of("ink", "ink-soft", "ink-quiet", "accent-text", "done", "warn", "danger", "training");
    private static final List<String> COLOURED = List.of("done", "warn", "danger", "training");
    private static final List<String> STATES = List.of("done", "theirs", "ours", "moving", "overdue", "failed");

    @Test
    void light_text_can_be_read_on_every_ground() throws IOException {
        assertThat(tooFaint(theme(0))).isEmpty();
    }

    @Test
    void dark_text_can_be_read_on_every_ground() throws IOException {
        assertThat(tooFaint(theme(1))).isEmpty();
    }

    @Test
    void both_themes_name_the_same_colours() throws IOException {
        assertThat(theme(1).keySet()).isEqualTo(theme(0).keySet());
    }

    @Test
    void black_on_white_is_21_to_1() {
        assertThat(contrast("000000", "ffffff")).isEqualTo(21.0);
    }

    private static List<String> tooFaint(Map<String, String> colours) {
        List<String> faults = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                check(colours, text, ground, 4.5, faults);
            }
        }
        for (String colour : COLOURED) {
            check(colours, colour, colour + "-soft", 4.5, faults);
        }
        check(colours, "accent-text", "accent-soft", 4.5, faults);
        check(colours, "ink", "accent-soft", 4.5, faults);
        check(colours, "ink-soft", "accent-soft", 4.5, faults);
        check(colours, "ink-quiet", "accent-soft", 4.5, faults);
        for (String ground : List.of("danger-soft", "training-soft")) {
            check(colours, "ink", ground, 4.5, faults);
            check(colours, "ink-soft", ground, 4.5, faults);
        }
        for (String state : STATES) {
            String ground = state + "-soft";
            for (String text : List.of(state, "ink", "ink-soft", "ink-quiet")) {
                check(colours, text, ground, 4.5, faults);
            }
            check(colours, state, "surface", 4.5, faults);
            // shapes, and the focus ring on them
            check(colours, state + "-mark", ground, 3, faults);
            check(colours, state + "-mark", "surface", 3, faults);
            check(colours, "accent", ground, 3, faults);
        }
        check(colours, "on-accent", "accent", 4.5, faults);
        check(colours, "on-accent", "accent-hover", 4.5, faults);
        // edges of controls and the focus ring (WCAG 1.4.11)
        check(colours, "line-strong", "surface", 3, faults);
        check(colours, "line-strong", "canvas", 3, faults);
        check(colours, "accent", "surface", 3, faults);
        check(colours, "accent", "canvas", 3, faults);
        return faults;
    }

    private static void check(
            Map<String, String> colours, String text, String ground, double least, List<String> faults) {
        double contrast =
                contrast(Objects.requireNonNull(colours.get(text)), Objects.requireNonNull(colours.get(ground)));
        if (contrast < least) {
            faults.add("%s on %s: %.2f".formatted(text, ground, contrast));
        }
    }

    private static Map<String, String> theme(int block) throws IOException {
        String css = Files.readString(TOKENS).split("\\.root[^{]*\\{", -1)[block + 1];
        Map<String, String> colours = new HashMap<>();
        TOKEN.matcher(css).results().forEach(found -> colours.put(found.group(1), found.group(2)));
        assertThat(colours).hasSizeGreaterThan(15);
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
