package eu.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.ContractJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code guichet serve --training} in a process of its own, with the options of the packaged one. */
final class Server implements AutoCloseable {
    private static final Path FOLDER = Path.of("packaging", "bin");
    private static final Pattern ANSWERED = Pattern.compile("POST /v1/search 200 (\\d+) ms");

    private final Process process;
    private final Path log;
    private final URI url;
    private final JsonNode tokens;
    private long logRead;

    private Server(Process process, Path log, JsonNode started) {
        this.process = process;
        this.log = log;
        this.url = URI.create(started.get("url").asString());
        this.tokens = started.path("tokens");
    }

    /** In training. Returns once it answers. */
    static Server start(String store, int people, Path folder) throws IOException {
        return start(
                Files.createTempFile(folder, "server", ".log"),
                store,
                "--training",
                "--people",
                Integer.toString(people));
    }

    /** In earnest, with this file of the institution's. */
    static Server inEarnest(String store, Path config, Path folder) throws IOException {
        return start(Files.createTempFile(folder, "server", ".log"), store, "--config", config.toString());
    }

    private static Server start(Path log, String store, String... how) throws IOException {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--database", store));
        words.addAll(List.of(how));
        Process process =
                new ProcessBuilder(guichet(words)).redirectError(log.toFile()).start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("{")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start: " + Files.readString(log));
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return new Server(process, log, ContractJson.mapper().readTree(line));
    }

    /** The command line of the program with these words, as the packaged one; more options for the Java machine are in {@code bench.java}. */
    static List<String> guichet(List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        if (words.getFirst().equals("import")) {
            command.addAll(List.of("nice", "-n", "10"));
        }
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath()));
        try (Stream<String> options = Files.lines(FOLDER.resolve(words.getFirst() + ".args"))) {
            options.filter(option -> option.startsWith("-X") || option.startsWith("-D"))
                    .forEach(command::add);
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(System.getProperty("bench.java", "").strip().split("\\s+", -1)));
        command.removeIf(String::isEmpty);
        command.add("eu.guichet.Guichet");
        command.addAll(words);
        return command;
    }

    /** Without the tests' own settings of the log. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    URI url() {
        return url;
    }

    /** Of an agent. */
    String token() {
        return token("agent");
    }

    /** @param role as it stands in the first line that the program prints, such as {@code letter-officer} */
    String token(String role) {
        return tokens.get(role).asString();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it says that each search took, in milliseconds, since this was asked last. */
    long[] searches() throws IOException {
        byte[] all = Files.readAllBytes(log);
        String since = new String(all, (int) logRead, (int) (all.length - logRead), UTF_8);
        logRead = all.length;
        Matcher answered = ANSWERED.matcher(since);
        List<Long> millis = new ArrayList<>();
        while (answered.find()) {
            millis.add(Long.valueOf(answered.group(1)));
        }
        return millis.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
