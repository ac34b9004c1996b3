package eu.guichet.backend.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.guichet.backend.people.ImportReport.Fault;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import eu.guichet.process.RegisterField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of people that is only looked at, that is taken with its faults, or that holds changes alone. */
@OnBothStores
class ImportOptionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z"));
    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";
    private static final String ANNA =
            "HQ9001,Sample,Anna,1944-03-12,BRU,en,Teststraat 1,1000,Brussel,BE,anna@courriel.example,+32470123456\n";
    private static final String BRUNO =
            "HQ9002,Sample,Bruno,1941-05-01,BRU,en,Teststraat 2,1000,Brussel,BE,bruno@courriel.example,\n";

    private static final ImportOptions ACCEPTING = new ImportOptions(true, false, false);
    private static final ImportOptions CHANGES = new ImportOptions(false, true, false);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PeopleImport importing(ImportOptions options) {
        return new PeopleImport(Locale.ENGLISH, CLOCK, "operator", options);
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("people.csv"), text.getBytes(UTF_8));
    }

    private ImportReport run(ImportOptions options, String text) throws IOException {
        return importing(options).run(file(text), database);
    }

    private Optional<Pensioner> person(String number) {
        return database.read(tx -> tx.pensioners().byPensionNumber(number));
    }

    private Pensioner anna() {
        return person("HQ9001").orElseThrow();
    }

    private int damaged() {
        return database.read(tx -> tx.worklists()
                .count(new Worklists.Part(Worklist.REGISTER_DAMAGED, null, null, null, null), OfficeCode.BRU));
    }

    @Test
    void a_trial_says_what_would_be_new_and_changed_and_writes_nothing() throws IOException {
        run(ImportOptions.STANDARD, HEADER + ANNA);

        ImportReport tried = importing(ImportOptions.STANDARD)
                .tryOut(file(HEADER + ANNA.replace("Teststraat 1", "Teststraat 9") + BRUNO), Optional.of(database));

        assertThat(tried.imported()).isTrue();
        assertThat(tried.added()).isEqualTo(1);
        assertThat(tried.changed()).isEqualTo(1);
        assertThat(anna().address().street()).isEqualTo("Teststraat 1");
        assertThat(person("HQ9002")).isEmpty();
    }

    @Test
    void where_there_is_no_store_yet_a_trial_finds_everybody_new_and_makes_none() throws IOException {
        String none = folder.resolve("none.db").toString();
        Optional<Database> there = Database.openAsItStands(none);

        assertThat(there).isEmpty();
        assertThat(importing(ImportOptions.STANDARD)
                        .tryOut(file(HEADER + ANNA + BRUNO), there)
                        .added())
                .isEqualTo(2);
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void a_first_load_takes_who_has_a_damaged_phone_without_it_and_puts_her_on_a_worklist() throws IOException {
        ImportReport report = run(ACCEPTING, HEADER + ANNA.replace("+32470123456", "3.2470123456E+10") + BRUNO);

        assertThat(report.imported()).isTrue();
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.damaged()).isEqualTo(1);
        assertThat(report.leftOut()).isZero();
        assertThat(report.faults()).extracting(Fault::line, Fault::column).contains(tuple(2L, "phone"));
        assertThat(anna().phone()).isNull();
        assertThat(anna().email()).isEqualTo("anna@courriel.example");
        assertThat(database.read((Tx tx) -> tx.events().history(anna().id())).events())
                .containsExactly(new Event.RegisterDamaged(CLOCK.instant(), Set.of(RegisterField.PHONE)));
        assertThat(damaged()).isEqualTo(1);
    }

    @Test
    void a_row_with_another_fault_is_left_out_of_a_first_load_and_the_others_are_taken() throws IOException {
        ImportReport report = run(ACCEPTING, HEADER + ANNA.replace("1944-03-12", "12.13.1944") + BRUNO);

        assertThat(report.imported()).isTrue();
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(person("HQ9001")).isEmpty();
        assertThat(person("HQ9002")).isPresent();
    }

    @Test
    void what_is_damaged_in_the_file_stays_as_it_is_on_file() throws IOException {
        run(ImportOptions.STANDARD, HEADER + ANNA);

        ImportReport report = run(ACCEPTING, HEADER + ANNA.replace("anna@courriel.example", "anna..@courriel"));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(anna().email()).isEqualTo("anna@courriel.example");
        assertThat(damaged()).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_not_taken_whatever_is_accepted() throws IOException {
        ImportReport report = run(ACCEPTING, HEADER + ANNA + "\"HQ9002,Sample");

        assertThat(report.imported()).isFalse();
        assertThat(person("HQ9001")).isEmpty();
    }

    @Test
    void a_table_of_changes_leaves_the_other_columns_as_they_are() throws IOException {
        run(ImportOptions.STANDARD, HEADER + ANNA + BRUNO);

        ImportReport report = run(CHANGES, "phone;Pension number\n+32 470 99 99 99;hq9001\n");

        assertThat(report.changed()).isEqualTo(1);
        assertThat(anna().phone()).isEqualTo("+32470999999");
        assertThat(anna().email()).isEqualTo("anna@courriel.example");
        assertThat(anna().address().street()).isEqualTo("Teststraat 1");
    }

    @Test
    void an_empty_field_in_a_table_of_changes_takes_the_value_away() throws IOException {
        run(ImportOptions.STANDARD, HEADER + ANNA);

        run(CHANGES, "pension_number,email\nHQ9001,\n");

        assertThat(anna().email()).isNull();
    }

    @Test
    void a_table_of_changes_that_names_somebody_who_is_not_on_file_is_refused_by_line() throws IOException {
        run(ImportOptions.STANDARD, HEADER + ANNA);

        ImportReport report = run(CHANGES, "pension_number,email\nHQ9001,\nHQ9009,x@courriel.example\n");

        assertThat(report.imported()).isFalse();
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(3L, "pension_number"));
        assertThat(anna().email()).isEqualTo("anna@courriel.example");
    }

    @Test
    void every_fault_is_kept_where_that_is_asked_for() throws IOException {
        String wrong = ANNA.replace("1944-03-12", "1944");
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 150; i++) {
            many.append(wrong.replace("HQ9001", "HQ" + (1000 + i)));
        }

        assertThat(run(new ImportOptions(false, false, true), many.toString()).faults())
                .hasSize(150);
    }

    @Test
    void a_birth_name_is_taken_where_the_register_has_it_and_kept_where_a_table_has_no_such_column()
            throws IOException {
        String header = HEADER.strip() + ",birth_name\n";
        run(ImportOptions.STANDARD, header + ANNA.strip() + ",Roux\n");
        assertThat(anna().birthName()).isEqualTo("Roux");

        assertThat(run(ImportOptions.STANDARD, HEADER + ANNA).unchanged()).isEqualTo(1);
        assertThat(anna().birthName()).isEqualTo("Roux");

        assertThat(run(ImportOptions.STANDARD, header + ANNA.strip() + ",\n").changed())
                .isEqualTo(1);
        assertThat(anna().birthName()).isNull();
    }
}
