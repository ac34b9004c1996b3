package eu.guichet.backend.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that follows another one, which acknowledges no commit before this one has it on disk. Its data are
 * copied while the other one runs, as pg_basebackup does, which the programs of the tests come without.
 */
final class PostgresStandby {
    private static final int MOST_LOOKS = 600;

    private final PostgresServer server;

    private PostgresStandby(PostgresServer server) {
        this.server = server;
    }

    static PostgresStandby of(PostgresServer primary) throws IOException {
        Path data = primary.data()
                .resolveSibling("standby-" + ProcessHandle.current().pid());
        PostgresServer.deleteAll(data);
        String label = copied(primary, data);
        Files.writeString(data.resolve("backup_label"), label);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        Files.createFile(data.resolve("standby.signal"));
        Files.write(
                data.resolve("postgresql.auto.conf"),
                List.of(
                        "primary_conninfo = 'host=127.0.0.1 port=" + primary.port()
                                + " user=guichet application_name=standby'",
                        "primary_slot_name = 'standby'"),
                StandardOpenOption.APPEND);
        PostgresServer server = primary.over(data);
        server.launch();
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
        primary.execute("SELECT pg_reload_conf()");
        untilItFollows(primary);
        return new PostgresStandby(server);
    }

    /** Copies the data, and returns what a server must know to begin from the copy. */
    private static String copied(PostgresServer primary, Path into) throws IOException {
        try (Connection connection = DriverManager.getConnection(primary.url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_create_physical_replication_slot('standby', true)");
            statement.execute("SELECT pg_backup_start('standby', true)");
            copy(primary.data(), into);
            try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                return stopped.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** With the owner and the rights of each file; those that come and go meanwhile do not matter. */
    private static void copy(Path from, Path into) throws IOException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), into.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            copying.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void untilItFollows(PostgresServer primary) {
        CountDownLatch never = new CountDownLatch(1);
        try (Connection connection = DriverManager.getConnection(primary.url("postgres"));
                Statement statement = connection.createStatement()) {
            for (int look = 0; look < MOST_LOOKS; look++) {
                try (ResultSet following =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
                    following.next();
                    if (following.getInt(1) == 1) {
                        return;
                    }
                }
                var _ = never.await(100, TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("the standby does not follow");
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.port();
    }

    String url(String database) {
        return server.url(database);
    }

    /** From now on it is the one that writes. */
    void promote() {
        server.execute("SELECT pg_promote(true, 60)");
    }
}
