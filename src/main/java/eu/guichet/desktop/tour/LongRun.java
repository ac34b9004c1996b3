package eu.guichet.desktop.tour;

import eu.guichet.desktop.app.BackendSource;
import eu.guichet.desktop.app.EmbeddedBackend;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/** Opens many files one after the other, as a long day does, and tells what the process holds of memory meanwhile. */
final class LongRun {
    /** Slow enough for keys to be taken as meant. */
    private static final Duration PACE = Duration.ofMillis(700);

    private static final int TOLD_EVERY = 10;
    private static final int ROWS = 20;

    /** Each finds more people than are shown. */
    private static final List<String> ASKED =
            List.of("ma", "le", "an", "ro", "be", "sc", "de", "pe", "ca", "so", "fr", "va");

    /** A quiet minute after the day's work: what is free should be given back by then. */
    private static final Duration REST = Duration.ofSeconds(75);

    private static final Path STATUS = Path.of("/proc/self/status");

    private final Path store;
    private final PrintStream out;

    LongRun(Path store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    void go(int files, Camera camera) {
        Clock clock = TourDesk.tuesday();
        BackendSource backend = EmbeddedBackend.delivering(store, Duration.ofMillis(400), clock);
        try (TourDesk desk =
                new TourDesk(Settings.defaults(), clock, backend, Printing.none(), store, camera, 1280, 800)) {
            Hands hands = desk.hands();
            hands.await("office-name");
            tell(0);
            for (int file = 0; file < files; file++) {
                open(hands, file);
                if ((file + 1) % TOLD_EVERY == 0) {
                    tell(file + 1);
                }
            }
            LockSupport.parkNanos(REST.toNanos());
            out.println("after a minute in which nothing was done:");
            tell(files);
        }
    }

    private static void open(Hands hands, int file) {
        if (file % ROWS == 0) {
            hands.type("search-field", ASKED.get(file / ROWS % ASKED.size()));
            hands.awaitText("result-count", " ");
        } else {
            hands.press("search-field", KeyCode.DOWN);
        }
        LockSupport.parkNanos(PACE.toNanos());
        hands.press("search-field", KeyCode.ENTER);
        hands.await("ladder");
        LockSupport.parkNanos(PACE.toNanos());
    }

    private void tell(int files) {
        Runtime heap = Runtime.getRuntime();
        out.println("%3d files: %s, heap %d MB used of %d MB held"
                .formatted(
                        files, resident(), (heap.totalMemory() - heap.freeMemory()) >> 20, heap.totalMemory() >> 20));
        out.flush();
    }

    private static String resident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .map(line -> "resident %d MB".formatted(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
                    .orElse("");
        } catch (IOException e) {
            throw new TourException("what the process holds is not told here", e);
        }
    }
}
