package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlBackupTest {
    private static final Path FILE = Path.of("/var/backups/guichet.dump");

    @TempDir
    private Path folder;

    private static PostgreSqlBackup of(String url) {
        return new PostgreSqlBackup(url);
    }

    @Test
    void whoever_backs_up_or_restores_one_is_told_what_to_type_and_never_the_password() {
        String url = "jdbc:postgresql://db.pmo.example:5433/guichet?user=guichet&password=geheim-4711&ssl=true";
        assertThatThrownBy(() -> Backup.of(url).into(FILE, false))
                .isInstanceOf(CannotCopyException.class)
                .hasMessageEndingWith("umask 077 && pg_dump --format=custom --file=/var/backups/guichet.dump"
                        + " --dbname='postgresql://guichet@db.pmo.example:5433/guichet?sslmode=verify-full'")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> Backup.of(url).from(FILE))
                .isInstanceOf(CannotCopyException.class)
                .hasMessageContaining("new and empty")
                .hasMessageEndingWith("pg_restore --single-transaction --exit-on-error --no-owner"
                        + " --dbname='postgresql://guichet@db.pmo.example:5433/guichet?sslmode=verify-full'"
                        + " /var/backups/guichet.dump")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void several_hosts_and_words_that_a_shell_would_take_apart_stay_whole() {
        assertThat(of("jdbc:postgresql://a.example:5432,b.example:5433/the%20pensions?user=o'hara")
                        .dump(Path.of("it's today.dump")))
                .contains("--file='it'\\''s today.dump'")
                .endsWith("--dbname=postgresql://o%27hara@a.example:5432,b.example:5433/the%20pensions");
    }

    @Test
    void a_url_that_names_no_database_is_told_without_repeating_it() {
        assertThatThrownBy(() -> of("jdbc:postgresql://host:port/password").dump(FILE))
                .isInstanceOf(CannotOpenException.class)
                .hasMessageNotContaining("password");
    }

    /** Where PostgreSQL's programs are older than the server, they say so, which they can only where they have found it. */
    @Test
    void the_lines_reach_the_server_and_what_they_restore_is_a_store() throws IOException, InterruptedException {
        assumeThat(onThePath()).isTrue();
        PostgresServer server = PostgresServer.running();
        String filled = server.newDatabase();
        String empty = server.newEmptyDatabase();
        Path file = folder.resolve("guichet.dump");
        try (Database database = Database.open(server.url(filled))) {
            database.execute(tx -> tx.pensioners().add(Stores.somebody("a")));
        }

        String dumped = typed(of(server.url(filled)).dump(file));

        if (dumped.isEmpty()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(typed(of(server.url(empty)).restore(file))).isEmpty();
            try (Database database = Database.open(server.url(empty))) {
                assertThat(database.<Boolean>read(
                                tx -> tx.pensioners().find("a").isPresent()))
                        .isTrue();
            }
        } else {
            assertThat(dumped).contains("server version mismatch");
        }
        server.drop(filled);
        server.drop(empty);
    }

    /** What is said where it does not end well. */
    private String typed(String line) throws IOException, InterruptedException {
        Path told = folder.resolve("told.txt");
        Process process = new ProcessBuilder("sh", "-c", line)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() == 0 ? "" : Files.readString(told);
    }

    private static boolean onThePath() {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pg_dump")));
    }
}
