package eu.guichet.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as people start it. */
public final class Program implements AutoCloseable {
    /** What a Java machine ends with that was told to stop, as docs/operations.md says. */
    public static final int TOLD_TO_STOP = 143;

    private static final long PATIENCE_SECONDS = 240;

    private final Process process;
    private final Path errors;

    private Program(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Starts it in this folder, with no display and a home of its own there. */
    public static Program start(Path folder, String... words) throws IOException {
        return startWithin(List.of(), folder, words);
    }

    /** As {@link #start}, of a copy of the packaged program. */
    static Program of(Path image, Path folder, String... words) throws IOException {
        return start(List.of(), launcher(image), folder, words);
    }

    /** @param within the command that runs the program's, such as one that gives it a network of its own */
    public static Program startWithin(List<String> within, Path folder, String... words) throws IOException {
        return start(within, launcher(image()), folder, words);
    }

    private static Program start(List<String> within, Path launcher, Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(within);
        command.add(launcher.toString());
        command.addAll(Arrays.asList(words));
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("GUICHET_HOME", folder.resolve("home").toString());
        return new Program(builder.start(), errors);
    }

    /** The first line it prints. */
    public String firstLine() throws IOException {
        String line = output().readLine();
        if (line == null) {
            throw new IOException("it ended without a word: " + errors());
        }
        return line;
    }

    /** Waits for its end. */
    public int exitCode() throws IOException, InterruptedException {
        return end().exit();
    }

    /** Waits for its end and hands over what it printed. */
    Ended end() throws IOException, InterruptedException {
        List<String> lines = output().lines().toList();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("it did not end: " + errors());
        }
        return new Ended(process.exitValue(), lines, errors());
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Tells it to stop, by SIGTERM; what it prints can be read all the same. */
    public void stop() {
        boolean _ = process.toHandle().destroy();
    }

    /** At once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private BufferedReader output() {
        return process.inputReader();
    }

    /** Where it was packaged. */
    static Path image() {
        return Path.of(System.getProperty("guichet.image"));
    }

    private static Path launcher(Path image) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return image.resolve("bin").resolve(windows ? "guichet.bat" : "guichet");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    record Ended(int exit, List<String> output, String errors) {}
}
