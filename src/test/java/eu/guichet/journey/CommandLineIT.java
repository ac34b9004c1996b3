package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {
    @TempDir
    private Path folder;

    @Test
    void the_help_names_every_command() throws IOException, InterruptedException {
        Program.Ended help = run("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.output()).anyMatch(line -> line.contains("serve"));
        assertThat(help.output()).anyMatch(line -> line.contains("import"));
        assertThat(help.output()).anyMatch(line -> line.contains("backup"));
        assertThat(help.output()).anyMatch(line -> line.contains("restore"));
        assertThat(help.output()).anyMatch(line -> line.contains("tour"));
    }

    @Test
    void the_version_is_the_packaged_one() throws IOException, InterruptedException {
        Program.Ended version = run("--version");

        assertThat(version.exit()).isZero();
        assertThat(version.output()).first().asString().startsWith("guichet 0.");
    }

    @Test
    void a_word_it_does_not_know_is_said_so() throws IOException, InterruptedException {
        Program.Ended unknown = run("serf");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.errors()).contains("serf").doesNotContain("\tat ");
    }

    @Test
    void people_are_taken_in_from_a_file() throws IOException, InterruptedException {
        Path people = people("""
                1234567,Weiß,Jürgen,1941-02-28,LUX,de fr,Rue de l'Avenir 3,L-1147,Luxembourg,LU,j.weiss@example.org,+352 621 123 456
                """);

        Program.Ended first = run("import", people.toString(), "--database", "store.db");
        Program.Ended second = run("import", people.toString(), "--database", "store.db");

        assertThat(first.exit()).as(first.errors()).isZero();
        assertThat(second.exit()).as(second.errors()).isZero();
        assertThat(first.output()).isNotEqualTo(second.output());
    }

    @Test
    void a_fault_in_the_file_is_named_by_line_and_column_and_nothing_is_taken_in()
            throws IOException, InterruptedException {
        Path people = people("""
                1234567,Weiß,Jürgen,1941-02-28,LUX,de fr,Rue de l'Avenir 3,L-1147,Luxembourg,LU,j.weiss@example.org,
                1234568,Rossi,Anna,1941-02-30,ISP,it,Via Roma 1,21027,Ispra,IT,,
                """);

        Program.Ended ended = run("import", people.toString(), "--database", "new/store.db");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(String.join("\n", ended.output()) + ended.errors())
                .contains("3")
                .contains("birth_date")
                .doesNotContain("1941-02-30")
                .doesNotContain("\tat ");
    }

    @Test
    void a_trial_writes_its_faults_into_a_file_without_the_values_and_makes_no_store()
            throws IOException, InterruptedException {
        Path people = people("""
                1234568,Rossi,Anna,1941-02-30,ISP,it,Via Roma 1,21027,Ispra,IT,,
                """);

        Program.Ended ended =
                run("import", people.toString(), "--database", "new/store.db", "--dry-run", "--report", "faults.csv");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("faults.csv")))
                .hasSize(2)
                .first()
                .isEqualTo("line,column,reason");
        assertThat(Files.readString(folder.resolve("faults.csv")))
                .contains("2,birth_date,")
                .doesNotContain("1941-02-30");
    }

    @Test
    void a_port_another_program_has_is_one_sentence_and_the_end() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Ended ended =
                    run("serve", "--training", "--people", "0", "--port", String.valueOf(other.getLocalPort()));

            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.output()).isEmpty();
            assertThat(ended.errors())
                    .contains(String.valueOf(other.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_line_in_the_institutions_settings_that_is_not_known_is_one_sentence()
            throws IOException, InterruptedException {
        Path own = Files.writeString(folder.resolve("own.properties"), "messages.linklife=1h");

        Program.Ended ended = run("serve", "--training", "--people", "0", "--settings", own.toString());

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors()).contains("messages.linklife").doesNotContain("\tat ");
    }

    @Test
    void a_file_that_is_not_there_is_one_sentence() throws IOException, InterruptedException {
        Program.Ended ended = run("import", "nobody.csv", "--database", "store.db");

        assertThat(ended.exit()).isNotZero();
        assertThat(ended.errors()).contains("nobody.csv").doesNotContain("\tat ");
    }

    @Test
    void a_store_is_backed_up_once_and_restored_where_there_is_none() throws IOException, InterruptedException {
        Path people = people("""
                1234567,Weiß,Jürgen,1941-02-28,LUX,de fr,Rue de l'Avenir 3,L-1147,Luxembourg,LU,j.weiss@example.org,
                """);
        run("import", people.toString(), "--database", "store.db");

        Program.Ended backup = run("backup", "--database", "store.db", "--into", "store.backup");
        Program.Ended again = run("backup", "--database", "store.db", "--into", "store.backup");
        Program.Ended over = run("restore", "--database", "store.db", "--from", "store.backup");
        Program.Ended restore = run("restore", "--database", "new/store.db", "--from", "store.backup");
        Program.Ended same = run("import", people.toString(), "--database", "new/store.db");

        assertThat(backup.exit()).as(backup.errors()).isZero();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.errors()).contains("--overwrite").doesNotContain("\tat ");
        assertThat(over.exit()).isEqualTo(1);
        assertThat(over.errors()).contains("store.db is there already").doesNotContain("\tat ");
        assertThat(restore.exit()).as(restore.errors()).isZero();
        assertThat(same.output()).anyMatch(line -> line.contains("1 unchanged"));
    }

    private Path people(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("people.csv"),
                "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n"
                        + rows);
    }

    private Program.Ended run(String... words) throws IOException, InterruptedException {
        try (Program program = Program.start(folder, words)) {
            return program.end();
        }
    }
}
