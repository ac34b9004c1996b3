package eu.guichet.backend.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.people.ImportReport.Fault;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import eu.guichet.process.RegisterField;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothStores
class PeopleImportTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z"));
    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";
    private static final String ANNELISE =
            "204.170-03,Müller,Annelise,1944-03-12,LUX,de fr,\"Rue des Tilleuls, 14\",L-2510,Strassen,LU,annelise@courriel.example,621 123 456\n";
    private static final String GIULIA = "20417040,D'Angelo,Giulia,1950-01-31,ISP,it,Via Roma 1,21027,Ispra,IT,,\n";

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

    private ImportReport run(String text) throws IOException {
        return run(text, UTF_8);
    }

    private ImportReport run(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), text.getBytes(charset));
        return new PeopleImport(Locale.ENGLISH, CLOCK, "operator").run(file, database);
    }

    private Pensioner annelise() {
        return database.read((Tx tx) -> tx.pensioners().byPensionNumber("20417003"))
                .orElseThrow();
    }

    private List<Event> history() {
        return database.read((Tx tx) -> tx.events().history(annelise().id())).events();
    }

    private Enrolment enrolment() {
        Pensioner annelise = annelise();
        return annelise.enrolment(
                database.read((Tx tx) -> tx.events().history(annelise.id())), Policy.standard(), CLOCK.instant());
    }

    private long onFile() {
        return database.read((Tx tx) -> tx.pensioners().count());
    }

    @Test
    void people_come_in_as_they_stand_in_the_file() throws IOException {
        ImportReport report = run(HEADER + ANNELISE + GIULIA);
        assertThat(report).isEqualTo(new ImportReport(true, 2, 0, 0, 0, 0, List.of(), false, false));
        assertThat(annelise().lastName()).isEqualTo("Müller");
        assertThat(annelise().languages()).containsExactly("de", "fr");
        assertThat(annelise().address().street()).isEqualTo("Rue des Tilleuls, 14");
    }

    @Test
    void a_phone_without_prefix_is_one_of_the_country() throws IOException {
        run(HEADER + ANNELISE);
        assertThat(annelise().phone()).isEqualTo("+352621123456");
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        run(HEADER + ANNELISE + GIULIA);
        Pensioner before = annelise();
        assertThat(run(HEADER + ANNELISE + GIULIA))
                .isEqualTo(new ImportReport(true, 0, 0, 2, 0, 0, List.of(), false, false));
        assertThat(annelise()).isEqualTo(before);
    }

    @Test
    void an_update_is_not_a_duplicate_and_lets_the_version_grow() throws IOException {
        run(HEADER + ANNELISE + GIULIA);
        Pensioner before = annelise();
        assertThat(run(HEADER + ANNELISE.replace("Strassen", "Bertrange")))
                .isEqualTo(new ImportReport(true, 0, 1, 0, 0, 0, List.of(), false, false));
        assertThat(annelise().id()).isEqualTo(before.id());
        assertThat(annelise().address().city()).isEqualTo("Bertrange");
        assertThat(annelise().version()).isEqualTo(before.version() + 1);
        assertThat(onFile()).isEqualTo(2);
    }

    private void transfer(OfficeCode to) {
        database.execute(tx -> tx.pensioners().change(annelise().transferredTo(to)));
    }

    @Test
    void an_import_leaves_a_transfer_as_it_is_while_the_register_says_what_it_said() throws IOException {
        run(HEADER + ANNELISE);
        transfer(OfficeCode.BRU);
        assertThat(run(HEADER + ANNELISE)).isEqualTo(new ImportReport(true, 0, 0, 1, 0, 0, List.of(), false, false));
        run(HEADER + ANNELISE.replace("Strassen", "Bertrange"));
        assertThat(annelise().office()).isEqualTo(OfficeCode.BRU);
        assertThat(annelise().registerOffice()).isEqualTo(OfficeCode.LUX);
        assertThat(history())
                .containsExactly(new Event.RegisterChanged(CLOCK.instant(), Set.of(RegisterField.ADDRESS)));
    }

    @ParameterizedTest
    @CsvSource({"ISP", "BRU"})
    void when_the_register_names_another_office_that_holds_and_the_history_says_so(OfficeCode named)
            throws IOException {
        run(HEADER + ANNELISE);
        transfer(OfficeCode.BRU);
        run(HEADER + ANNELISE.replace("LUX", named.name()));
        assertThat(annelise().office()).isEqualTo(named);
        assertThat(annelise().registerOffice()).isNull();
        assertThat(history()).containsExactly(new Event.RegisterChanged(CLOCK.instant(), Set.of(RegisterField.OFFICE)));
        run(HEADER + ANNELISE.replace("LUX", named.name()));
        assertThat(history()).hasSize(1);
    }

    @Test
    void a_transfer_back_leaves_nothing_behind() throws IOException {
        run(HEADER + ANNELISE);
        transfer(OfficeCode.BRU);
        transfer(OfficeCode.ISP);
        assertThat(annelise().registerOffice()).isEqualTo(OfficeCode.LUX);
        transfer(OfficeCode.LUX);
        assertThat(annelise().registerOffice()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Müller,Muller,NAME",
        "Annelise,Anneliese,NAME",
        "1944-03-12,1944-03-13,BIRTH_DATE",
        "LUX,BRU,OFFICE",
        "de fr,fr de,LANGUAGES",
        "Strassen,Bertrange,ADDRESS",
        "annelise@courriel.example,'',EMAIL",
        "621 123 456,621 123 457,PHONE"
    })
    void what_an_import_changes_about_a_person_stands_in_the_history_but_not_the_values(
            String before, String now, RegisterField field) throws IOException {
        run(HEADER + ANNELISE);
        assertThat(history()).isEmpty();
        run(HEADER + ANNELISE.replace(before, now));
        assertThat(history()).containsExactly(new Event.RegisterChanged(CLOCK.instant(), Set.of(field)));
        run(HEADER + ANNELISE.replace(before, now));
        assertThat(history()).hasSize(1);
    }

    @Test
    void an_import_lifts_the_doubt_about_an_address_that_it_replaces() throws IOException {
        run(HEADER + ANNELISE);
        Instant earlier = CLOCK.instant().minusSeconds(3600);
        LocalDate day = LocalDate.of(2026, 3, 2);
        database.execute(tx -> {
            tx.events().add(annelise().id(), new Event.AccessRequested(earlier.minusSeconds(3600)));
            tx.events().add(annelise().id(), new Event.LetterGenerated(earlier.minusSeconds(60), "l1", "G-1", "M. D."));
            tx.events().add(annelise().id(), new Event.LetterReturned(earlier, "l1", day, ReturnReason.MOVED));
        });
        assertThat(enrolment().has(Alert.ADDRESS_IN_DOUBT)).isTrue();
        run(HEADER + ANNELISE.replace("621 123 456", "621 123 457"));
        assertThat(enrolment().has(Alert.ADDRESS_IN_DOUBT)).isTrue();
        run(HEADER + ANNELISE.replace("Strassen", "Bertrange"));
        assertThat(enrolment().has(Alert.ADDRESS_IN_DOUBT)).isFalse();
    }

    @Test
    void an_import_is_an_audited_act_that_names_the_account_and_how_many() throws IOException {
        run(HEADER + ANNELISE);
        run(HEADER + ANNELISE.replace("Strassen", "Bertrange") + GIULIA);
        run(HEADER + "nonsense\n");
        List<AuditEntry> rows =
                database.read((Tx tx) -> tx.audit().page(null, null, 10)).entries();
        assertThat(rows).extracting(AuditEntry::act).containsOnly(AuditAct.IMPORT.key());
        assertThat(rows).extracting(AuditEntry::agentName).containsOnly("operator");
        assertThat(rows)
                .extracting(AuditEntry::outcome)
                .containsExactly("1 new, 1 changed, 0 unchanged", "1 new, 0 changed, 0 unchanged");
    }

    /** As many people as several batches take. */
    private static String many(int people) {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < people; i++) {
            lines.append(ANNELISE.replace("204.170-03", String.valueOf(30000000 + i)));
        }
        return lines.toString();
    }

    @Test
    void a_long_import_is_on_record_from_its_beginning_and_goes_on_where_it_was_broken_off() throws IOException {
        run(many(400));
        ImportReport report = run(many(900));
        assertThat(report.added()).isEqualTo(500);
        assertThat(report.unchanged()).isEqualTo(400);
        assertThat(onFile()).isEqualTo(900);
        assertThat(database.read((Tx tx) -> tx.audit().page(null, null, 10)).entries())
                .extracting(AuditEntry::outcome)
                .containsExactly(
                        "500 new, 0 changed, 400 unchanged",
                        "begun, 900 lines",
                        "400 new, 0 changed, 0 unchanged",
                        "begun, 400 lines");
    }

    @Test
    void whoever_waits_for_the_import_is_told_how_far_it_is() throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), many(600).getBytes(UTF_8));
        List<Integer> told = new ArrayList<>();
        String store = Stores.url(folder);
        new PeopleImport(Locale.ENGLISH, CLOCK, "operator")
                .run(file, () -> Database.open(store), (done, _) -> told.add(done));
        assertThat(told).isSorted().endsWith(600).hasSizeGreaterThan(2);
    }

    private List<String> outcomes() {
        return database.read((Tx tx) -> tx.audit().page(null, null, 20)).entries().stream()
                .map(AuditEntry::outcome)
                .toList();
    }

    @Test
    void an_import_told_to_stop_keeps_what_is_in_and_the_trail_says_how_far_it_came_and_from_where_it_goes_on()
            throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), many(600).getBytes(UTF_8));
        String store = Stores.url(folder);
        PeopleImport people = new PeopleImport(Locale.ENGLISH, CLOCK, "operator");
        ImportReport stopped = people.run(file, () -> Database.open(store), (done, _) -> done < 100);
        assertThat(stopped.brokenOff()).isTrue();
        assertThat(onFile()).isEqualTo(stopped.added()).isBetween(100L, 599L);

        ImportReport early = people.run(file, () -> Database.open(store), (_, _) -> false);
        assertThat(early.added()).isZero();
        ImportReport whole = people.run(file, () -> Database.open(store));
        assertThat(whole.brokenOff()).isFalse();
        assertThat(whole.unchanged()).isEqualTo(stopped.added());
        assertThat(onFile()).isEqualTo(600);
        String after = " after " + stopped.added() + " of 600 lines";
        assertThat(outcomes())
                .containsExactly(
                        whole.added() + " new, 0 changed, " + stopped.added() + " unchanged",
                        "gone on" + after,
                        "stopped" + after,
                        "gone on" + after,
                        "stopped" + after,
                        "begun, 600 lines");

        assertThat(people.run(file, () -> Database.open(store)).unchanged()).isEqualTo(600);
        assertThat(outcomes()).startsWith("0 new, 0 changed, 600 unchanged", "begun, 600 lines");
    }

    @Test
    void of_an_import_that_was_killed_the_next_one_tells_how_far_it_came() throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), many(600).getBytes(UTF_8));
        String store = Stores.url(folder);
        PeopleImport people = new PeopleImport(Locale.ENGLISH, CLOCK, "operator");
        assertThatThrownBy(() -> people.run(file, () -> Database.open(store), (done, _) -> {
                    throw new IllegalStateException("killed after " + done);
                }))
                .hasMessageContaining("killed");
        long in = onFile();
        assertThat(in).isPositive();
        var _ = people.run(file, () -> Database.open(store));
        assertThat(outcomes())
                .containsExactly(
                        600 - in + " new, 0 changed, " + in + " unchanged",
                        "gone on after " + in + " of 600 lines",
                        "begun, 600 lines");
    }

    @Test
    void one_fault_and_nobody_is_imported() throws IOException {
        ImportReport report = run(HEADER + ANNELISE + GIULIA.replace("1950-01-31", "31.01.1950"));
        assertThat(report.imported()).isFalse();
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(3, "birth_date"));
        assertThat(onFile()).isZero();
    }

    private static Tuple tuple(long line, String column) {
        return Tuple.tuple(line, column);
    }

    @ParameterizedTest
    @CsvSource({
        "204.170-03,??,pension_number",
        "1944-03-12,1944-02-30,birth_date",
        "1944-03-12,2044-03-12,birth_date",
        "LUX,PAR,office",
        "de fr,zz fr,languages",
        "de fr,de_fr,languages",
        "'Strassen,LU','Strassen,LUX',country",
        "annelise@courriel.example,annelise@courriel,email",
        "annelise@courriel.example,annelise.muller@ec.europa.eu,email",
        "621 123 456,12,phone",
        "Müller,'',last_name",
        "Annelise,小明,first_name",
        "Müller,M\u0000ller,last_name"
    })
    void a_fault_is_named_by_line_and_column_and_never_repeats_the_value(String right, String wrong, String column)
            throws IOException {
        ImportReport report = run(HEADER + GIULIA + ANNELISE.replace(right, wrong));
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(3, column));
        if (wrong.length() > 3) {
            assertThat(report.faults().getFirst().sentence()).doesNotContain(wrong);
        }
    }

    @Test
    void every_fault_of_a_line_is_named() throws IOException {
        ImportReport report = run(HEADER + "?,,,x,x,x,,,,x,x,x\n");
        assertThat(report.faults())
                .extracting(Fault::column)
                .contains("pension_number", "last_name", "office", "email");
    }

    @Test
    void a_number_twice_in_one_file_is_a_fault_that_names_the_other_line() throws IOException {
        ImportReport report = run(HEADER + ANNELISE + GIULIA + ANNELISE.replace("204.170-03", "20417003"));
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(4, "pension_number"));
        assertThat(report.faults().getFirst().sentence()).contains("line 2");
    }

    @Test
    void lines_are_counted_as_an_editor_does() throws IOException {
        String twoLines = ANNELISE.replace("Tilleuls, 14", "Tilleuls\n14");
        ImportReport report = run(HEADER + twoLines + "\n" + GIULIA.replace("ISP", "ispra"));
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(5, "office"));
    }

    @Test
    void byte_order_mark_and_windows_line_ends_are_taken() throws IOException {
        assertThat(run("\uFEFF" + (HEADER + ANNELISE + GIULIA).replace("\n", "\r\n"))
                        .added())
                .isEqualTo(2);
    }

    @Test
    void another_encoding_is_a_fault_of_its_line() throws IOException {
        ImportReport report = run(HEADER + GIULIA + ANNELISE, ISO_8859_1);
        assertThat(report.faults()).extracting(Fault::line, Fault::column).containsExactly(tuple(3, ""));
        assertThat(report.faults().getFirst().sentence()).contains("UTF-8");
    }

    @Test
    void a_file_of_another_kind_is_told_what_the_header_must_be() throws IOException {
        assertThat(run(HEADER.replace("city,", "") + ANNELISE)
                        .faults()
                        .getFirst()
                        .sentence())
                .contains("pension_number,last_name");
        assertThat(run("").faults()).hasSize(1);
        assertThat(run(HEADER + "1,2,3\n").faults().getFirst().sentence())
                .contains("12")
                .contains("3");
        assertThat(run(HEADER + ANNELISE.replace("14\"", "14")).faults()).hasSize(1);
        assertThat(new PeopleImport(Locale.ENGLISH, CLOCK, "operator")
                        .run(folder.resolve("none.csv"), database)
                        .faults())
                .hasSize(1);
    }

    @Test
    void a_file_full_of_faults_names_the_first_hundred() throws IOException {
        ImportReport report = run(HEADER + "x\n".repeat(500));
        assertThat(report.faults()).hasSize(100);
        assertThat(report.moreFaults()).isTrue();
    }

    @Test
    void faults_are_told_in_french_too() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), HEADER + GIULIA.replace("ISP", "?"));
        ImportReport report = new PeopleImport(Locale.FRENCH, CLOCK, "operator").run(file, database);
        assertThat(report.faults().getFirst().sentence()).contains("bureau liquidateur");
    }

    @Test
    void a_file_that_is_refused_leaves_no_store_and_no_folder_behind() throws IOException {
        Path store = folder.resolve("new/deeper/store.db");
        Path file = Files.writeString(folder.resolve("people.csv"), HEADER + "nonsense\n");
        PeopleImport people = new PeopleImport(Locale.ENGLISH, CLOCK, "operator");
        assertThat(people.run(file, () -> Database.open(store.toString())).imported())
                .isFalse();
        assertThat(people.run(folder.resolve("nobody.csv"), () -> Database.open(store.toString()))
                        .imported())
                .isFalse();
        assertThat(folder.resolve("new")).doesNotExist();
        Files.writeString(file, HEADER + GIULIA);
        assertThat(people.run(file, () -> Database.open(store.toString())).added())
                .isEqualTo(1);
        assertThat(store).exists();
    }
}
