package eu.guichet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code guichet start-cache}: does the main job once in a process of its own, in whose course Java writes down what it has loaded and
 * learnt, and leaves that beside the program. The launcher hands it to each later start. It fits this folder and these very files alone;
 * where it does not, Java starts without it.
 */
@Command(
        name = "start-cache",
        mixinStandardHelpOptions = true,
        description =
                "Makes the file with which the desktop starts faster, beside the program. Does nothing where it fits already.")
final class StartCacheCommand implements Callable<Integer> {
    private static final String CACHE = "desktop.aot";
    private static final String STAMP = "desktop.stamp";

    /** What the launcher starts the desktop with. */
    private static final String OPTIONS = "jvm.args";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"));
        Path program = Optional.ofNullable(java.getParent()).orElse(java);
        Path options = program.resolve("bin").resolve(OPTIONS);
        if (!Files.isRegularFile(options)) {
            return Guichet.notDone("This is not the packaged program: there is no " + options + ".");
        }
        Path folder = Files.createDirectories(program.resolve("aot"));
        Path cache = folder.resolve(CACHE);
        StartCacheStamp now = StartCacheStamp.of(program.resolve("lib"), options, java.resolve("release"));
        Path kept = folder.resolve(STAMP);
        if (Files.exists(cache) && Files.exists(kept) && now.restore(Files.readString(kept))) {
            return Guichet.DONE;
        }
        Files.deleteIfExists(cache);
        Optional<String> missing = Machine.missingForPictures();
        if (missing.isPresent()) {
            spec.commandLine().getOut().println("No start cache is made: " + missing.get());
            spec.commandLine().getOut().flush();
            return Guichet.DONE;
        }
        make(options, java, cache);
        Files.writeString(kept, now.text());
        return Guichet.DONE;
    }

    private static void make(Path options, Path java, Path cache) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("guichet-start-cache");
        try {
            Path made = work.resolve(CACHE);
            Path said = work.resolve("said.txt");
            Process job = new ProcessBuilder(
                            java.resolve("bin").resolve("java").toString(),
                            "@" + options,
                            "-XX:AOTCacheOutput=" + made,
                            "-Xlog:disable",
                            "--module-path",
                            System.getProperty("jdk.module.path"),
                            "--module",
                            "eu.guichet/eu.guichet.Guichet",
                            "tour",
                            "--job",
                            "--into",
                            work.resolve("job").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (job.waitFor() != 0 || !Files.exists(made)) {
                throw new IOException("the main job could not be done for the start cache: " + Files.readString(said));
            }
            Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            remove(work);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
