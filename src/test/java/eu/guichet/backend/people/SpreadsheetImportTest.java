package eu.guichet.backend.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.people.ImportReport.Fault;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of people as spreadsheets save them: what is taken, and what they have damaged. */
@OnBothStores
class SpreadsheetImportTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z"));
    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";
    private static final String ANNA =
            "HQ9001,Sample,Anna,1944-03-12,BRU,en,Teststraat 1,1000,Brussel,BE,anna@courriel.example,+32470123456\n";

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
        Path file = Files.write(folder.resolve("people.csv"), text.getBytes(UTF_8));
        return new PeopleImport(Locale.ENGLISH, CLOCK, "operator").run(file, database);
    }

    private Pensioner anna() {
        return database.read((Tx tx) -> tx.pensioners().byPensionNumber("HQ9001"))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void columns_are_parted_as_the_country_of_the_spreadsheet_does(String separator) throws IOException {
        assertThat(run((HEADER + ANNA).replace(",", separator)).added()).isEqualTo(1);
        assertThat(anna().address().city()).isEqualTo("Brussel");
    }

    @Test
    void a_line_that_names_the_separator_a_byte_order_mark_and_capitals_are_taken() throws IOException {
        String capitals = HEADER.toUpperCase(Locale.ROOT).replace("PENSION_NUMBER", "Pension number");
        assertThat(run("\uFEFFsep=;\r\n" + (capitals + ANNA).replace(",", ";")).added())
                .isEqualTo(1);
    }

    @Test
    void columns_may_stand_in_another_order() throws IOException {
        String header = HEADER.replace("last_name,first_name", "first_name,last_name");
        assertThat(run(header + ANNA.replace("Sample,Anna", "Anna,Sample")).added())
                .isEqualTo(1);
        assertThat(anna().lastName()).isEqualTo("Sample");
    }

    @Test
    void empty_columns_and_rows_at_the_end_are_nobody() throws IOException {
        String wide = HEADER.replace("\n", ",,\n") + ANNA.replace("\n", ",,\n");
        assertThat(run(wide + ",,,,,,,,,,,,,\n\n   ,\n").added()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BE,EL,104 37",
        "BE,el,10437",
        "BE,UK,SW1A 1AA",
        "BE,XK,10000",
        "BE,HK,''",
        "BE,be,B-1000",
        "Anna,'',1000",
        "anna@courriel.example,ida@xn--e1a4c.xn--e1a4c,1000",
        "anna@courriel.example,o'neil+rcam@courriel.example,1000"
    })
    void what_is_right_though_seldom_is_taken(String usual, String seldom, String postcode) throws IOException {
        String row = ANNA.replace(",1000,", "," + postcode + ",").replace("," + usual + ",", "," + seldom + ",");
        assertThat(run(HEADER + row).faults()).isEmpty();
    }

    @Test
    void signs_that_came_with_a_paste_are_taken_out() throws IOException {
        run(HEADER
                + ANNA.replace("anna@", "\u00a0anna@")
                        .replace("HQ9001", "HQ\u200b9001")
                        .replace("Teststraat 1", "\"Teststraat\u00a01\r\nbus 2\""));
        assertThat(anna().email()).isEqualTo("anna@courriel.example");
        assertThat(anna().address().street()).isEqualTo("Teststraat 1\nbus 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'1000,Brussel,BE','1067,Dresden,DE',postcode",
        "'1000,Brussel,BE','8001,Girona,ES',postcode",
        "'1000,Brussel,BE','100,Brussel,BE',postcode",
        "HQ9001,2.04E+11,pension_number",
        "+32470123456,3.247012E+10,phone",
        "+32470123456,0470123456;0471123456,phone",
        "+32470123456,0470 12 34 56 / 0471 12 34 56,phone",
        "+32470123456,0470123456 ou 0471123456,phone",
        "+32470123456,0900 12345,phone",
        "+32470123456,0800 12345,phone",
        "anna@courriel.example,anna..s@courriel.example,email",
        "anna@courriel.example,.anna@courriel.example,email",
        "anna@courriel.example,anna.@courriel.example,email",
        "anna@courriel.example,anna@courriel..example,email"
    })
    void what_a_spreadsheet_or_a_hand_has_damaged_is_refused_by_line_and_column(
            String right, String damaged, String column) throws IOException {
        String row = ANNA.replace(right, damaged.contains(";") ? "\"" + damaged + "\"" : damaged);
        assertThat(run(HEADER + row).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(2))
                .extracting(Fault::column)
                .containsOnly(column);
    }

    @Test
    void an_apostrophe_by_which_a_spreadsheet_was_told_that_it_is_no_number_is_refused() throws IOException {
        assertThat(run(HEADER + ANNA.replace("1000,Brussel,BE", "'01067,Dresden,DE"))
                        .faults())
                .extracting(Fault::column)
                .containsExactly("postcode");
    }

    @Test
    void an_italian_landline_that_has_lost_its_zero_is_refused() throws IOException {
        String varese = ANNA.replace("1000,Brussel,BE", "21100,Varese,IT").replace("+32470123456", "332783030");
        assertThat(run(HEADER + varese).faults()).extracting(Fault::column).containsExactly("phone");
        assertThat(run(HEADER + varese.replace("332783030", "0332783030")).faults())
                .isEmpty();
        assertThat(run(HEADER + varese.replace("332783030", "347 123 4567")).faults())
                .isEmpty();
    }
}
