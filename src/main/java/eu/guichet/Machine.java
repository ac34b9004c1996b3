package eu.guichet;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of the machine decides how the desktop can run. Windows and macOS bring all of it; Linux may lack a part. */
final class Machine {
    /** A system library that JavaFX calls, and the Debian package that brings it. */
    private record Needed(String library, String thing, String installed) {}

    private static final List<Needed> FOR_TEXT = List.of(
            new Needed("libfreetype.so.6", "FreeType", "libfreetype6"),
            new Needed("libpangoft2-1.0.so.0", "Pango", "libpangoft2-1.0-0"));
    private static final Needed FOR_WINDOWS = new Needed("libgtk-3.so.0", "GTK 3", "libgtk-3-0");

    private Machine() {}

    /** Whether a window would be seen by anybody. */
    static boolean hasDisplay() {
        return !linux() || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    /** What to install before a window can be shown, in one sentence; empty when nothing is missing. */
    static Optional<String> missingForWindows() {
        return missingForPictures().or(() -> missing(FOR_WINDOWS));
    }

    /** What to install before pictures can be made without a window, in one sentence; empty when nothing is missing. */
    static Optional<String> missingForPictures() {
        return FOR_TEXT.stream().flatMap(needed -> missing(needed).stream()).findFirst();
    }

    private static Optional<String> missing(Needed needed) {
        if (!linux() || present(needed.library())) {
            return Optional.empty();
        }
        return Optional.of(needed.thing() + " is missing (" + needed.library() + "): install the package "
                + needed.installed() + ", then start guichet again.");
    }

    @SuppressWarnings("restricted") // opens a system library only to see that it is there; the launcher allows it
    private static boolean present(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean set(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static boolean linux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }
}
