package eu.guichet.real;

import static org.assertj.core.api.Assumptions.assumeThat;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's {@code ippeveprinter}, an IPP Everywhere printer, in a folder that it takes for the whole machine. It wants a D-Bus to
 * announce itself on, and gets one of its own on which nobody listens. Each document is handed to a script, which says that there
 * is no paper until the test puts some in. Needs Linux and root.
 */
final class EvePrinter implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final Process process;
    private final Path root;
    private final int port;

    private EvePrinter(Process process, Path root, int port) {
        this.process = process;
        this.root = root;
        this.port = port;
    }

    /** Returns once it answers. */
    static EvePrinter start() throws IOException, InterruptedException {
        assumeThat(System.getProperty("user.name").equals("root") && Debian.onThePath("unshare"))
                .as("root on a Linux, for a folder that is taken for a machine")
                .isTrue();
        Path root = Debian.unpack("printer", "cups-ipp-utils", "dbus-daemon", "coreutils", "dash");
        int port = freePort();
        furnish(root, port);
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        // With its mounts it ends when its first process does.
                        """
                        set -e
                        for device in null random urandom; do mount --bind /dev/$device "$0/dev/$device"; done
                        mount -t proc proc "$0/proc"
                        exec chroot "$0" /bin/sh /start
                        """,
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.txt").toFile())
                .start();
        EvePrinter printer = new EvePrinter(process, root, port);
        printer.awaitAnswer();
        return printer;
    }

    private static void furnish(Path root, int port) throws IOException {
        for (String folder : List.of("dev", "proc", "tmp", "run", "etc", "spool", "keys", "tray")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String device : List.of("null", "random", "urandom")) {
            Files.createFile(root.resolve("dev").resolve(device));
        }
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0::/:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
        Files.writeString(root.resolve("etc/hosts"), "127.0.0.1 localhost\n");
        Files.writeString(root.resolve("etc/nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files\n");
        Files.writeString(root.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>system</type>
                  <listen>unix:path=/run/bus</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow user="*"/>
                    <allow own="*"/>
                    <allow send_destination="*"/>
                    <allow receive_sender="*"/>
                    <allow receive_requested_reply="true"/>
                  </policy>
                </busconfig>
                """);
        Path script = Files.writeString(root.resolve("print.sh"), """
                #!/bin/sh
                echo 'STATE: +media-empty' >&2
                while [ ! -e /paper ]; do sleep 0.2; done
                echo 'STATE: -media-empty' >&2
                cp "$1" /tray/
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(root.resolve("start"), """
                dbus-daemon --config-file=/bus.conf --nofork &
                while [ ! -S /run/bus ]; do sleep 0.1; done
                export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/bus
                exec ippeveprinter -r off -n localhost -p %d -f application/pdf -d /spool -K /keys -c /print.sh Office
                """.formatted(port));
    }

    URI address() {
        return URI.create("ipp://127.0.0.1:" + port + "/ipp/print");
    }

    void putPaperIn() throws IOException {
        Files.createFile(root.resolve("paper"));
    }

    /** What came out. */
    List<byte[]> sheets() throws IOException {
        List<byte[]> sheets = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("tray"))) {
            for (Path file : files.toList()) {
                sheets.add(Files.readAllBytes(file));
            }
        }
        return sheets;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                var _ = process.waitFor(250, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IOException("the printer did not start: " + Files.readString(root.resolve("output.txt")));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
