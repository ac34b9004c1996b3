package eu.guichet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts of the packaged program and of a program with an empty window, in turn, each a process of its own: from the start of the
 * process to the first paint, and to the first answer of the search. With a backend in the same process, and with one that runs beside it.
 * Argument: how many times each.
 */
final class Starts {
    private static final Path IMAGE = Path.of("target", "guichet");
    private static final long PATIENCE_SECONDS = 120;

    private final Map<String, List<Long>> taken = new HashMap<>();
    private final Path home;

    private Starts(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int times = Integer.parseInt(args[0]);
        Path home = Files.createTempDirectory("guichet-starts");
        Starts starts = new Starts(home);
        // the first start fills the store
        starts.guichet("", Map.of());
        starts.taken.clear();
        try (Server backend = Server.start("jdbc:sqlite:" + home.resolve("remote.db"), 500, home)) {
            Map<String, String> remote = Map.of(
                    "GUICHET_BACKEND_URL", backend.url().toString(),
                    "GUICHET_TOKEN", backend.token("letter-officer"));
            for (int i = 0; i < times; i++) {
                starts.emptyWindow();
                starts.guichet("", Map.of());
                starts.guichet("remote-", remote);
            }
        }
        starts.print();
    }

    private void emptyWindow() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(platform());
        command.add(EmptyWindow.class.getName());
        run("empty-", command, Map.of());
    }

    private void guichet(String name, Map<String, String> environment) throws IOException, InterruptedException {
        run(name, List.of(IMAGE.resolve("bin").resolve("guichet").toString(), "--until-ready"), environment);
    }

    private static List<String> platform() {
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return display || !System.getProperty("os.name").equals("Linux")
                ? List.of()
                : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    }

    private void run(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(home.resolve("errors.txt").toFile());
        builder.environment().put("GUICHET_HOME", home.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            for (String line : output.lines().toList()) {
                String[] told = line.split(" ", -1);
                taken.computeIfAbsent(name + told[0], _ -> new ArrayList<>()).add(Long.valueOf(told[1]));
            }
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("it failed: " + Files.readString(home.resolve("errors.txt")));
        }
    }

    private void print() {
        double empty = median("empty-first-paint");
        System.out.println("| | least | median | most | median, by the empty window's |");
        System.out.println("| --- | --- | --- | --- | --- |");
        taken.keySet().stream().sorted().forEach(what -> {
            long[] all = sorted(what);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %d | %.2f |%n",
                    what,
                    all[0],
                    median(what),
                    all[all.length - 1],
                    median(what) / empty);
        });
    }

    private double median(String what) {
        long[] all = sorted(what);
        return Arrays.stream(all, (all.length - 1) / 2, all.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    private long[] sorted(String what) {
        return taken.getOrDefault(what, List.of()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }
}
