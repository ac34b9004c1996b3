package eu.guichet.backend.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of the tests, on a free port of this machine, started when the first test asks for it and stopped with
 * the Java machine. Its programs come from the test class path and are unpacked below {@code target} once; its data lie there
 * as long as it runs.
 */
final class PostgresServer {
    private static final Path FOLDER = Path.of("target", "postgres").toAbsolutePath();
    private static final String USER = "guichet";
    private static final String TEMPLATE = "guichet_template";
    /** The user that owns nothing, by the number it has on every Linux. */
    private static final int NOBODY = 65534;

    private static final long PATIENCE_SECONDS = 120;

    /**
     * A way to run a program as another user than root, which PostgreSQL refuses. The first keeps the right to pass through
     * folders that are root's alone, such as its home; it is not given in every container.
     */
    private enum Account {
        OWN,
        SETPRIV_PASSING_FOLDERS,
        SETPRIV,
        USER_NAMESPACE,
        RUNUSER;

        private List<String> prefix() {
            return switch (this) {
                case OWN -> List.of();
                case SETPRIV_PASSING_FOLDERS ->
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--regid=" + NOBODY,
                            "--clear-groups",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override");
                case SETPRIV -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
                case USER_NAMESPACE -> List.of("unshare", "-U");
                case RUNUSER -> List.of("runuser", "-u", "nobody", "--");
            };
        }

        private static List<Account> possible() throws IOException {
            return isRoot() ? List.of(SETPRIV_PASSING_FOLDERS, SETPRIV, USER_NAMESPACE, RUNUSER) : List.of(OWN);
        }

        private static boolean isRoot() throws IOException {
            return FOLDER.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        }

        /** Seen from outside, a user namespace's files stay those of whoever made it. */
        private boolean ownsWhatItMakes() {
            return this == OWN || this == USER_NAMESPACE;
        }
    }

    /** The server, from the first use of this class on. */
    private static final class Running {
        private static final PostgresServer SERVER = start(List.of(
                "fsync = off",
                "full_page_writes = off",
                "synchronous_commit = off",
                "max_connections = 200",
                "autovacuum = off"));
    }

    private final Path programs;
    private final Path data;
    private final Account account;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private final Queue<String> left = new ArrayDeque<>();
    private @Nullable PostgresTemplate template;

    private PostgresServer(Path programs, Path data, Account account, int port) {
        this.programs = programs;
        this.data = data;
        this.account = account;
        this.port = port;
    }

    static PostgresServer running() {
        return Running.SERVER;
    }

    /** One that keeps what it has committed when it crashes, as an institution's does. */
    static PostgresServer durable() {
        return start(List.of("max_connections = 200"));
    }

    /** Ends it as a power cut would, and starts it again. */
    void crashAndRestart() throws IOException {
        if (run(account, log("stop"), stopping(programs, data)) != 0) {
            throw new IOException("PostgreSQL does not stop");
        }
        launch();
    }

    /** A server beside it that follows it and acknowledges each commit; returns once it does. */
    PostgresStandby standby() throws IOException {
        return PostgresStandby.of(this);
    }

    /** Ends it as when its machine fails, for good. */
    void fail() throws IOException {
        String own = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(own.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    int port() {
        return port;
    }

    /** A server of the same kind over these data, which another one has made. */
    PostgresServer over(Path copied) throws IOException {
        PostgresServer other = new PostgresServer(programs, copied, account, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(other::stop));
        other.configure(List.of("max_connections = 200"));
        return other;
    }

    Path data() {
        return data;
    }

    /** The name of a database with today's schema and nothing in it: a new one, or one that a test has left. */
    synchronized String newDatabase() {
        PostgresTemplate made = template;
        if (made == null) {
            execute("CREATE DATABASE " + TEMPLATE);
            Database.open(url(TEMPLATE)).close();
            made = PostgresTemplate.of(url(TEMPLATE));
            template = made;
        }
        for (String name = left.poll(); name != null; name = left.poll()) {
            if (made.broughtBack(url(name))) {
                return name;
            }
            drop(name);
        }
        return named(" TEMPLATE " + TEMPLATE);
    }

    /** Nobody needs this one of {@link #newDatabase} any more. */
    synchronized void leave(String database) {
        left.add(database);
    }

    /** The name of a new database without any table. */
    String newEmptyDatabase() {
        return named("");
    }

    private String named(String how) {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + how);
        return name;
    }

    /** Also where a test has left it open. */
    void drop(String database) {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static PostgresServer start(List<String> settings) {
        try {
            Files.createDirectories(FOLDER);
            Path programs = unpackedOnce();
            removeLeftovers(programs);
            Path data = FOLDER.resolve("data-" + ProcessHandle.current().pid());
            Account account = initialised(programs, data);
            PostgresServer server = new PostgresServer(programs, data, account, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.configure(settings);
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests of two processes may ask for it at once. */
    private static Path unpackedOnce() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        FOLDER.resolve("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return unpacked();
        }
    }

    /** What a program of this process's server says. */
    private static Path log(String program) {
        return FOLDER.resolve(program + "-" + ProcessHandle.current().pid() + ".log");
    }

    /** Beside the data, which make way when the tests end, so that the next run finds it. */
    private static Path unpacked() throws IOException {
        String archive = archive();
        Path programs = FOLDER.resolve(archive.substring(0, archive.indexOf('.')));
        Path whole = programs.resolve("unpacked");
        try (InputStream packed = ClassLoader.getSystemResourceAsStream(archive)) {
            if (packed == null) {
                throw new AssertionError("there is no PostgreSQL for this machine on the test class path: " + archive
                        + "; the profiles of pom.xml say for which there is one");
            }
            if (!Files.exists(whole)) {
                deleteAll(programs);
                unpack(packed, programs);
                Files.createFile(whole);
            }
        }
        return programs.resolve("bin");
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name =
                os.contains("win") && !os.contains("darwin") ? "windows" : os.contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        return "postgres-" + name + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("the archive leaves its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    place(tar, entry, path);
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("cannot be made executable: " + path);
        }
    }

    /** Of a run that was killed. */
    private static void removeLeftovers(Path programs) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(FOLDER, "data-*")) {
            for (Path data : left) {
                long owner = Long.parseLong(data.getFileName().toString().substring("data-".length()));
                if (owner == ProcessHandle.current().pid()
                        || ProcessHandle.of(owner).isEmpty()) {
                    for (Account account : Account.possible()) {
                        if (run(account, log("left"), stopping(programs, data)) == 0) {
                            break;
                        }
                    }
                    deleteAll(data);
                }
            }
        }
    }

    private static List<String> stopping(Path programs, Path data) {
        return List.of(program(programs, "pg_ctl"), "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    private static String program(Path programs, String name) {
        return programs.resolve(name).toString();
    }

    private static Account initialised(Path programs, Path data) throws IOException {
        Path log = log("initdb");
        for (Account account : Account.possible()) {
            deleteAll(data);
            Files.createDirectories(data);
            if (!account.ownsWhatItMakes()) {
                Files.setAttribute(data, "unix:uid", NOBODY);
            }
            // with a collation that is not that of bytes, as institutions have
            int code = run(
                    account,
                    log,
                    List.of(
                            program(programs, "initdb"),
                            "--pgdata=" + data,
                            "--username=" + USER,
                            "--auth=trust",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=icu",
                            "--icu-locale=und",
                            "--no-sync"));
            if (code == 0) {
                return account;
            }
        }
        throw new AssertionError("PostgreSQL cannot be prepared for the tests"
                + (Account.isRoot()
                        ? ": it refuses root, and none of setpriv, unshare and runuser lets it run as another user here"
                        : "")
                + ". See " + log + ":\n" + Files.readString(log));
    }

    private void configure(List<String> more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = ''",
                "jit = off",
                "log_statement = none"));
        lines.addAll(more);
        Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    }

    void launch() throws IOException {
        Path log = log("start");
        int code = run(
                account,
                log,
                List.of(
                        program(programs, "pg_ctl"),
                        "-D",
                        data.toString(),
                        "-l",
                        data.resolve("server.log").toString(),
                        "-w",
                        "-t",
                        Long.toString(PATIENCE_SECONDS),
                        "start"));
        if (code != 0) {
            Path told = data.resolve("server.log");
            throw new AssertionError("PostgreSQL does not start for the tests:\n" + Files.readString(log)
                    + (Files.exists(told) ? Files.readString(told) : ""));
        }
    }

    private void stop() {
        try {
            run(account, log("stop"), stopping(programs, data));
            deleteAll(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return its exit code; -1 where this way does not exist on this machine */
    private static int run(Account account, Path log, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(account.prefix());
        whole.addAll(command);
        @Nullable Process process = null;
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(FOLDER.toFile());
            builder.environment().put("LC_ALL", "C");
            process = builder.start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            if (account == Account.OWN) {
                throw e;
            }
            Files.writeString(log, "cannot be run: " + account + ", " + e.getMessage());
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
