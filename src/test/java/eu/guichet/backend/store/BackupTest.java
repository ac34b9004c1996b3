package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("guichet.db");
    }

    private Path file() {
        return folder.resolve("guichet.backup");
    }

    private Backup backup() {
        return Backup.of(store().toString());
    }

    private Backup elsewhere() {
        return Backup.of(folder.resolve("other.db").toString());
    }

    private void fill(String... ids) {
        try (Database database = Database.open(store().toString())) {
            database.execute(
                    tx -> Arrays.stream(ids).forEach(id -> tx.pensioners().add(Stores.somebody(id))));
        }
    }

    private void change(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String refused(Runnable work) {
        return String.valueOf(
                catchThrowableOfType(CannotCopyException.class, work::run).getMessage());
    }

    private void nothingIsLeft() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.contains(".part") || name.startsWith("other.db"));
        }
    }

    @Test
    void a_backup_has_what_no_checkpoint_has_written_to_the_database_file_yet() {
        try (Database database = Database.open(store().toString())) {
            database.execute(tx -> tx.pensioners().add(Stores.somebody("a")));
            assertThat(backup().into(file(), false)).isEqualTo(Schema.newest().toString());
            database.execute(tx -> tx.pensioners().add(Stores.somebody("b")));
        }
        elsewhere().from(file());
        try (Database restored = Database.open(folder.resolve("other.db").toString())) {
            assertThat(restored.<Boolean>read(tx -> tx.pensioners().find("a").isPresent()))
                    .isTrue();
            assertThat(restored.<Boolean>read(tx -> tx.pensioners().find("b").isPresent()))
                    .isFalse();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobody_but_their_owner_may_read_a_backup_and_what_is_restored() throws IOException {
        fill("a");
        backup().into(file(), false);
        elsewhere().from(file());
        for (Path made : new Path[] {file(), folder.resolve("other.db")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_that_is_said() throws IOException {
        fill("a");
        Files.writeString(file(), "yesterday's");
        assertThat(refused(() -> backup().into(file(), false))).contains("--overwrite");
        assertThat(file()).hasContent("yesterday's");

        backup().into(file(), true);

        elsewhere().from(file());
        assertThat(folder.resolve("other.db")).isNotEmptyFile();
    }

    @Test
    void a_store_never_becomes_its_own_backup() throws IOException {
        fill("a");
        assertThat(refused(() -> backup().into(store(), true))).contains("a file of its own");
        assertThat(refused(() -> backup().into(folder.resolve("guichet.db-wal"), true)))
                .contains("a file of its own");
        Path link = Files.createLink(folder.resolve("link.backup"), store());
        assertThat(refused(() -> backup().into(link, true))).contains("a file of its own");
        nothingIsLeft();
    }

    @Test
    void where_there_is_no_store_none_is_made_to_be_backed_up() throws IOException {
        assertThat(refused(() -> backup().into(file(), false))).contains("no database", "guichet.db");
        assertThat(store()).doesNotExist();
        Files.writeString(store(), "Madame, Monsieur,\n".repeat(200));
        assertThat(refused(() -> backup().into(file(), false))).contains("no database of Guichet's");
        assertThat(file()).doesNotExist();
        nothingIsLeft();
    }

    @Test
    void a_store_that_is_there_is_never_replaced_nor_is_what_is_left_of_one() throws IOException {
        fill("a");
        backup().into(file(), false);
        byte[] before = Files.readAllBytes(store());
        assertThat(refused(() -> backup().from(file()))).contains("guichet.db is there already");
        assertThat(store()).hasBinaryContent(before);

        Files.writeString(folder.resolve("other.db-wal"), "of an earlier store");
        assertThat(refused(() -> elsewhere().from(file()))).contains("other.db-wal is there already");
        assertThat(folder.resolve("other.db")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_backup_is_told_and_nothing_is_made() throws IOException, SQLException {
        assertThat(refused(() -> elsewhere().from(file()))).contains("no file", "guichet.backup");
        Files.writeString(file(), "Madame, Monsieur,\n".repeat(200));
        assertThat(refused(() -> elsewhere().from(file()))).contains("no database of Guichet's");
        Files.delete(file());
        change(file(), "CREATE TABLE recipe (name TEXT)");
        assertThat(refused(() -> elsewhere().from(file()))).contains("no database of Guichet's");
        nothingIsLeft();
    }

    @Test
    void a_backup_of_a_newer_schema_is_told_with_both_versions() throws IOException, SQLException {
        fill("a");
        backup().into(file(), false);
        change(
                file(),
                "INSERT INTO flyway_schema_history SELECT 4711, '4711', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");
        assertThat(refused(() -> elsewhere().from(file())))
                .contains("newer version", "4711", Schema.newest().toString());
        nothingIsLeft();
    }

    @Test
    void a_backup_of_an_older_schema_is_restored_and_brought_up_to_date_when_it_is_opened() {
        String old = Stores.left(folder, "2");
        assertThat(Backup.of(old).into(file(), false)).isEqualTo("2");
        assertThat(elsewhere().from(file())).isEqualTo("2");
        try (Database restored = Database.open(folder.resolve("other.db").toString())) {
            assertThat(restored.<Boolean>read(tx -> tx.contacts().find("none").isPresent()))
                    .isFalse();
        }
    }

    @Test
    void a_damaged_backup_is_told_and_nothing_is_made() throws IOException {
        fill("a", "b", "c");
        backup().into(file(), false);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refused(() -> elsewhere().from(file()))).contains("damaged");

        byte[] scratched = whole.clone();
        Arrays.fill(scratched, whole.length / 2, whole.length / 2 + 4096, (byte) 0x5A);
        Files.write(file(), scratched);
        assertThat(refused(() -> elsewhere().from(file()))).contains("damaged");
        nothingIsLeft();
    }

    @Test
    void a_database_that_is_at_work_is_not_taken_for_a_backup() throws IOException {
        try (Database database = Database.open(store().toString())) {
            database.execute(tx -> tx.pensioners().add(Stores.somebody("a")));
            assertThat(refused(() -> elsewhere().from(store()))).contains("at work", "back it up");
        }
        nothingIsLeft();
    }
}
