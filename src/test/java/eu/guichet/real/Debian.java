package eu.guichet.real;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of Debian as they are installed there, each set in a folder of its own with all that it needs: nothing is installed on
 * this machine, and nothing of it is used but {@code apt-get} and {@code dpkg-deb}. Lists and packages stay below
 * {@code target/debian}.
 */
public final class Debian {
    private static final int LONGEST_MINUTES = 5;

    private Debian() {}

    /**
     * Unpacks packages and what they depend on; the test is left out, with a sentence, where that cannot be had.
     *
     * @param name of a folder below {@code target/debian}, which is made anew
     * @return the folder, which looks like the root of a machine
     */
    public static Path unpack(String name, String... packages) throws IOException, InterruptedException {
        assumeThat(onThePath("apt-get") && onThePath("dpkg-deb"))
                .as("a Debian, from which to take " + String.join(", ", packages))
                .isTrue();
        Path home = Files.createDirectories(Path.of(System.getProperty("debian.home")))
                .toAbsolutePath();
        Path root = home.resolve(name);
        run(home.resolve("log.txt"), List.of("rm", "-rf", "--one-file-system", root.toString()));
        Files.createDirectory(root);
        Path archives = Files.createDirectories(home.resolve("cache/archives"));
        Files.createDirectories(archives.resolve("partial"));
        Files.createDirectories(home.resolve("lists/partial"));
        Files.write(home.resolve("status"), new byte[0]);
        Path log = home.resolve("log.txt");
        // Fails where one of the machine's sources does; whether what is needed is there tells the next command.
        run(log, apt(home, "update"));
        List<String> wanted =
                new ArrayList<>(List.of("--yes", "--no-install-recommends", "--download-only", "install"));
        wanted.addAll(List.of(packages));
        try (Stream<Path> old = Files.list(archives)) {
            for (Path archive : old.filter(Files::isRegularFile).toList()) {
                Files.delete(archive);
            }
        }
        assumeThat(run(log, apt(home, wanted.toArray(String[]::new))))
                .as("the packages " + String.join(", ", packages) + " of Debian, which could not be fetched: "
                        + Files.readString(log))
                .isZero();
        try (Stream<Path> fetched = Files.list(archives)) {
            for (Path archive :
                    fetched.filter(file -> file.toString().endsWith(".deb")).toList()) {
                if (run(log, List.of("dpkg-deb", "--extract", archive.toString(), root.toString())) != 0) {
                    throw new IOException(Files.readString(log));
                }
            }
        }
        // Newer packages have everything below usr, and count on these.
        for (String folder : List.of("bin", "sbin", "lib", "lib64")) {
            if (Files.notExists(root.resolve(folder)) && Files.exists(root.resolve("usr/" + folder))) {
                Files.createSymbolicLink(root.resolve(folder), Path.of("usr/" + folder));
            }
        }
        return root;
    }

    /** Told that nothing is installed, it fetches everything that belongs to what is asked for. */
    private static List<String> apt(Path home, String... words) {
        List<String> command = new ArrayList<>(List.of(
                "apt-get",
                "-o",
                "Dir::State::lists=" + home.resolve("lists"),
                "-o",
                "Dir::State::status=" + home.resolve("status"),
                "-o",
                "Dir::Cache=" + home.resolve("cache"),
                "-o",
                "APT::Sandbox::User=" + System.getProperty("user.name"),
                "-o",
                "Debug::NoLocking=true",
                "-o",
                "Acquire::Retries=2",
                "-o",
                "Acquire::http::Timeout=30"));
        command.addAll(List.of(words));
        return command;
    }

    private static int run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    static boolean onThePath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
}
