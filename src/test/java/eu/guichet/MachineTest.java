package eu.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void where_nothing_is_missing_nothing_is_said() {
        assertThat(Machine.missingForWindows(library -> true)).isEmpty();
        assertThat(Machine.missingForPictures(library -> true)).isEmpty();
    }

    @Test
    void GTK_without_the_library_it_does_not_bring_is_not_enough() {
        assertThat(Machine.missingForWindows(library -> !library.equals("libXtst.so.6")))
                .contains("Missing on this machine: XTEST (libXtst.so.6); install the package libxtst6, then start"
                        + " guichet again.");
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        Set<String> missing = Set.of("libpangoft2-1.0.so.0", "libgtk-3.so.0");
        assertThat(Machine.missingForWindows(library -> !missing.contains(library)))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("Pango (libpangoft2-1.0.so.0), GTK 3 (libgtk-3.so.0)")
                        .contains("install the packages libpangoft2-1.0-0 libgtk-3-0,"));
    }

    @Test
    void the_tour_needs_no_GTK() {
        assertThat(Machine.missingForPictures(library -> !library.startsWith("libgtk") && !library.startsWith("libX")))
                .isEmpty();
        assertThat(Machine.missingForPictures(library -> false))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence)
                                .endsWith(
                                        "the packages libfreetype6 libfontconfig1 libpangoft2-1.0-0, then start guichet again."));
    }
}
