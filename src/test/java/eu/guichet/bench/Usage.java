package eu.guichet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes have used of this machine so far. On Linux alone: it is read from {@code /proc}. */
record Usage(Duration server, Duration store, Duration load) {
    private static final int TICK_MILLIS = 10;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int CHILDREN_SYSTEM_TICKS = 14;

    /** @param store part of the command of the store's first process; the others are its children, and it counts those that ended */
    static Usage now(ProcessHandle server, String store) throws IOException {
        return new Usage(
                server.info().totalCpuDuration().orElse(Duration.ZERO),
                family(store),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    Usage since(Usage before) {
        return new Usage(server.minus(before.server), store.minus(before.store), load.minus(before.load));
    }

    /** For each of so many. */
    String each(int count) {
        return count == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "server %.1f ms, store %.1f ms, load %.1f ms",
                        server.toNanos() / 1e6 / count,
                        store.toNanos() / 1e6 / count,
                        load.toNanos() / 1e6 / count);
    }

    /** The most memory it has had, in MiB; 0 once it has ended. */
    static long mostMemory(ProcessHandle process) throws IOException {
        return line(process.pid(), "status", "VmHWM:")
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .orElse(0L);
    }

    private static Duration family(String command) throws IOException {
        long ticks = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains(command))
                .toList()) {
            boolean first = process.parent()
                    .flatMap(parent -> parent.info().command())
                    .filter(parent -> parent.contains(command))
                    .isEmpty();
            Optional<String> stat = line(process.pid(), "stat", "");
            if (stat.isPresent()) {
                String[] fields =
                        stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ", -1);
                for (int i = USER_TICKS; i <= (first ? CHILDREN_SYSTEM_TICKS : SYSTEM_TICKS); i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            }
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    private static Optional<String> line(long pid, String file, String beginning) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
