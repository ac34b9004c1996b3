package eu.guichet;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the machine decides how the desktop can run. Windows and macOS bring all of it; Linux may lack a part. */
final class Machine {
    /** A system library that JavaFX calls, and the Debian package that brings it. */
    private record Needed(String library, String thing, String installed) {}

    private static final List<Needed> FOR_TEXT = List.of(
            new Needed("libfreetype.so.6", "FreeType", "libfreetype6"),
            new Needed("libfontconfig.so.1", "Fontconfig", "libfontconfig1"),
            new Needed("libpangoft2-1.0.so.0", "Pango", "libpangoft2-1.0-0"));
    /** GTK's package does not bring the second. Without OpenGL the window is drawn by the processor, which is no fault. */
    private static final List<Needed> FOR_WINDOWS = List.of(
            new Needed("libgtk-3.so.0", "GTK 3", "libgtk-3-0"), new Needed("libXtst.so.6", "XTEST", "libxtst6"));

    private Machine() {}

    /** Whether a window would be seen by anybody. */
    static boolean hasDisplay() {
        return !linux() || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    /** What to install before a window can be shown, in one sentence; empty when nothing is missing. */
    static Optional<String> missingForWindows() {
        return onLinux(Machine::missingForWindows);
    }

    /** What to install before pictures can be made without a window, in one sentence; empty when nothing is missing. */
    static Optional<String> missingForPictures() {
        return onLinux(Machine::missingForPictures);
    }

    /** @param present whether the machine has the library of this name */
    static Optional<String> missingForWindows(Predicate<String> present) {
        return missing(Stream.concat(FOR_TEXT.stream(), FOR_WINDOWS.stream()), present);
    }

    static Optional<String> missingForPictures(Predicate<String> present) {
        return missing(FOR_TEXT.stream(), present);
    }

    /** All that is missing at once, so that nobody has to start the program once for each. */
    private static Optional<String> missing(Stream<Needed> all, Predicate<String> present) {
        List<Needed> missing =
                all.filter(needed -> !present.test(needed.library())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String things = missing.stream()
                .map(needed -> needed.thing() + " (" + needed.library() + ")")
                .collect(Collectors.joining(", "));
        String packages = missing.stream().map(Needed::installed).collect(Collectors.joining(" "));
        return Optional.of("Missing on this machine: " + things + "; install "
                + (missing.size() == 1 ? "the package " : "the packages ") + packages + ", then start guichet again.");
    }

    private static Optional<String> onLinux(Function<Predicate<String>, Optional<String>> question) {
        return linux() ? question.apply(Machine::present) : Optional.empty();
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
