package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ContractJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One {@code guichet serve} of the packaged program, in a process of its own. */
public final class Node implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 150;
    private static final Pattern SEARCHED = Pattern.compile("POST /v1/search 200 (\\d+) ms");

    private final String name;
    private final Process process;
    private final String url;
    private final Path log;

    private Node(String name, Process process, String url, Path log) {
        this.name = name;
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Returns once it answers; what it logs lies in {@code folder}. */
    public static Node start(String name, String database, Path config, Path folder) throws IOException {
        Path errors = Files.createTempFile(folder, name, ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        launcher().toString(),
                        "serve",
                        "--database",
                        database,
                        "--port",
                        "0",
                        "--config",
                        config.toString()))
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("GUICHET_HOME", folder.resolve(name).toString());
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("{")) {
            line = output.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("a node did not start: " + Files.readString(errors));
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        JsonNode started = ContractJson.mapper().readTree(line);
        return new Node(name, process, started.get("url").asString(), errors);
    }

    private static Path launcher() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("guichet.image"), "bin", windows ? "guichet.bat" : "guichet");
    }

    public String url() {
        return url;
    }

    /** How long searches took by its own log, and what it has used of the processors so far; of one that has ended, not. */
    String figures() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            long[] nanos = lines.map(SEARCHED::matcher)
                    .filter(Matcher::find)
                    .mapToLong(line ->
                            Duration.ofMillis(Long.parseLong(line.group(1))).toNanos())
                    .toArray();
            return "%s, by its log: %s; %.1f s of CPU"
                    .formatted(
                            name,
                            Figures.percentiles(nanos),
                            process.info()
                                            .totalCpuDuration()
                                            .orElse(Duration.ZERO)
                                            .toMillis()
                                    / 1e3);
        }
    }

    /** Tells it to stop, by SIGTERM, as a service manager does. What it prints can be read all the same. */
    void stop() {
        boolean _ = process.toHandle().destroy();
    }

    /** The status with which it ends; waits for that. */
    int ended() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("%s ends", name)
                .isTrue();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has logged until now. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** At once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
