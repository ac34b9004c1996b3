package eu.guichet.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's {@code ippeveprinter}, an IPP Everywhere printer, fetched as a package and unpacked beside the build, installed nowhere.
 * It wants a D-Bus to announce itself on, and gets one of its own on which nobody listens. It hands each document to a script,
 * which says that there is no paper until the test puts some in.
 */
final class EvePrinter implements AutoCloseable {
    private static final List<String> PACKAGES =
            List.of("cups-ipp-utils", "libcups2", "libavahi-client3", "libavahi-common3", "dbus-daemon", "libdbus-1-3");

    private final Path folder;
    private final Process bus;
    private final Process printer;
    private final int port;

    private EvePrinter(Path folder, Process bus, Process printer, int port) {
        this.folder = folder;
        this.bus = bus;
        this.printer = printer;
        this.port = port;
    }

    /** Whether this machine can fetch Debian's packages. */
    static boolean canBeFetched() {
        return Stream.of("/usr/bin/apt-get", "/usr/bin/dpkg-deb").map(Path::of).allMatch(Files::isExecutable);
    }

    /** Returns once it answers. */
    static EvePrinter start(Path folder) throws IOException, InterruptedException {
        Path root = unpacked(Path.of(System.getProperty("ippeve.home", "target/ippeve")));
        Path socket = folder.resolve("bus");
        Path config = Files.writeString(folder.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>system</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default"><allow send_destination="*"/><allow own="*"/></policy>
                </busconfig>
                """.formatted(socket));
        Process bus = process(
                        root,
                        folder.resolve("bus.log"),
                        program(root, "usr/bin/dbus-daemon"),
                        "--config-file=" + config,
                        "--nofork")
                .start();
        while (bus.isAlive() && !Files.exists(socket)) {
            pause();
        }
        int port = freePort();
        Path log = folder.resolve("printer.log");
        ProcessBuilder builder = process(
                root,
                log,
                program(root, "usr/sbin/ippeveprinter"),
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                String.valueOf(port),
                "-f",
                "application/pdf",
                "-d",
                Files.createDirectories(folder.resolve("spool")).toString(),
                "-K",
                Files.createDirectories(folder.resolve("keys")).toString(),
                "-c",
                script(folder).toString(),
                "Office");
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
        EvePrinter started = new EvePrinter(folder, bus, builder.start(), port);
        started.awaitAnswer(log);
        return started;
    }

    URI address() {
        return URI.create("ipp://127.0.0.1:" + port + "/ipp/print");
    }

    void putPaperIn() throws IOException {
        Files.createFile(folder.resolve("paper"));
    }

    /** What came out, in order of its names. */
    List<byte[]> sheets() throws IOException {
        List<byte[]> sheets = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("tray"))) {
            for (Path file : files.sorted().toList()) {
                sheets.add(Files.readAllBytes(file));
            }
        }
        return sheets;
    }

    private static Path script(Path folder) throws IOException {
        Path tray = Files.createDirectories(folder.resolve("tray"));
        Path script = Files.writeString(folder.resolve("print.sh"), """
                #!/bin/sh
                echo 'STATE: +media-empty-error' >&2
                waited=0
                while [ ! -e '%1$s/paper' ] && [ $waited -lt 240 ]; do sleep 0.5; waited=$((waited + 1)); done
                echo 'STATE: -media-empty-error' >&2
                cp "$1" '%2$s/'
                """.formatted(folder, tray));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static Path unpacked(Path home) throws IOException, InterruptedException {
        Path root = Files.createDirectories(home.toAbsolutePath()).resolve("root");
        if (!Files.exists(root.resolve("usr/sbin/ippeveprinter"))) {
            for (String name :
                    PACKAGES) { // a library that is called otherwise on another Debian may be installed there
                run(home, "apt-get", "download", name);
            }
            try (Stream<Path> packages = Files.list(home)) {
                for (Path one : packages.filter(file -> file.toString().endsWith(".deb"))
                        .toList()) {
                    run(home, "dpkg-deb", "-x", one.toAbsolutePath().toString(), root.toString());
                }
            }
        }
        return root;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fetch.log").toFile())
                .start()
                .waitFor();
    }

    /** Out of the package, or the machine's own. */
    private static String program(Path root, String path) {
        Path own = root.resolve(path);
        return Files.isExecutable(own) ? own.toString() : "/" + path;
    }

    private static ProcessBuilder process(Path root, Path log, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        Stream.of("usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "lib/x86_64-linux-gnu")
                                .map(root::resolve)
                                .map(Path::toString)
                                .reduce((one, other) -> one + ":" + other)
                                .orElseThrow());
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                .join();
    }

    private void awaitAnswer(Path log) throws IOException {
        while (printer.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                pause();
            }
        }
        throw new IOException("ippeveprinter did not start: " + Files.readString(log));
    }

    @Override
    public void close() {
        for (Process process : List.of(printer, bus)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }
}
