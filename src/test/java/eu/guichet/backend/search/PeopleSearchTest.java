package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothStores
class PeopleSearchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private PeopleSearch search;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        search = new PeopleSearch(database, InstantSource.system());
        add("annelise", "Müller", "Annelise", "annelise.mueller@courriel.example", "+352621123456");
        add("anne", "Muller", "Anne", "a.muller@post.example", "+32470123456");
        add("ursula", "von der Leyen-Weiß", "Ursula Gertrud", null, "+4915112345678");
        add("siobhan", "O'Brien", "Siobhán", null, null);
        add("soren", "Sørensen", "Søren", null, null);
        add("dimitris", "Παπαδόπουλος", "Δημήτριος", null, "+306912345678");
        add("georgi", "Георгиев", "Бойко", null, null);
        add("elodie", "Vandenberghe", "Élodie", null, null);
    }

    @AfterEach
    void close() {
        search.close();
        database.close();
    }

    private void add(String id, String lastName, String firstName, @Nullable String email, @Nullable String phone) {
        database.execute(tx -> tx.pensioners().add(Stores.somebody(id, lastName, firstName, email, phone)));
    }

    private List<String> found(String query) {
        return search.search(query, 20, OfficeCode.BRU).ids();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "müller annelise",
                "Annelise MÜLLER",
                "muller annel",
                "mueller annelise",
                "MÜLLER, Annelise",
                "mul annelise",
                "Mu\u0308ller annelise"
            })
    void annelise_mueller_is_found_however_her_name_is_keyed(String query) {

        assertThat(found(query)).startsWith("annelise");
    }

    @Test
    void the_year_of_birth_tells_namesakes_apart_and_lists_nobody_alone() {
        int born = database.read(tx -> tx.pensioners().find("annelise"))
                .orElseThrow()
                .birthDate()
                .getYear();
        assertThat(found("muller annelise " + born)).containsExactly("annelise");
        assertThat(found(born + " annelise")).contains("annelise");
        assertThat(found("muller annelise " + (born + 1))).isEmpty();
        assertThat(found(String.valueOf(born))).isEmpty();
    }

    private int namesakes(String id) {
        return search.namesakes(id);
    }

    @Test
    void who_shares_the_name_as_heard_and_the_year_is_a_namesake() {
        add("meyer", "Meyer", "Christine", null, null);
        assertThat(namesakes("meyer")).isZero();
        add("maier", "Maier", "Kristine", null, null);
        add("mueller", "Mueller", "Annelise", null, null);
        add("schmidt", "Schmidt", "Jean-Pierre", null, null);
        add("schmitt", "Schmitt", "Jean Pierre", null, null);
        add("schmit", "SCHMIT", "Jeanpierre", null, null);
        assertThat(namesakes("meyer")).isEqualTo(1);
        assertThat(namesakes("annelise")).isEqualTo(1);
        assertThat(namesakes("schmidt")).isEqualTo(2);
        assertThat(namesakes("anne")).as("another first name").isZero();
        assertThat(namesakes("nobody")).isZero();
    }

    @Test
    void a_namesake_is_born_in_the_same_year() {
        add("mueller", "Mueller", "Annelise", null, null);
        change("mueller", "Mueller", LocalDate.of(1951, 1, 1));
        assertThat(namesakes("annelise")).isZero();
        change("mueller", "Mueller", LocalDate.of(1944, 12, 31));
        assertThat(namesakes("annelise")).isEqualTo(1);
        change("mueller", "Mueller-Thoma", LocalDate.of(1944, 12, 31));
        assertThat(namesakes("annelise")).isZero();
    }

    private void change(String id, String lastName, LocalDate born) {
        database.execute(tx -> {
            Pensioner before = tx.pensioners().find(id).orElseThrow();
            tx.pensioners()
                    .change(new Pensioner(
                            id,
                            before.pensionNumber(),
                            lastName,
                            before.firstName(),
                            born,
                            before.office(),
                            before.languages(),
                            before.address(),
                            before.email(),
                            before.phone(),
                            before.version()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mülelr", "Mller Annelise", "Mulller", "Mukler", "Annelsie", "Anelise", "nnelise"})
    void one_typing_error_is_forgiven(String query) {
        assertThat(found(query)).contains("annelise");
    }

    @Test
    void two_typing_errors_in_one_word_are_forgiven_where_enough_of_it_is_left() {
        assertThat(found("Annlsie")).contains("annelise");
        assertThat(found("Mkler")).doesNotContain("annelise", "anne");
    }

    @Test
    void who_is_meant_exactly_comes_before_who_begins_so_and_before_errors() {
        assertThat(found("anne")).containsSubsequence("anne", "annelise");
        assertThat(found("muller anne").getFirst()).isEqualTo("anne");
    }

    @Test
    void a_last_name_comes_before_a_first_name() {
        add("martin", "Martin", "Luc", null, null);
        add("luc", "Luc", "Martin", null, null);
        assertThat(found("martin")).containsExactly("martin", "luc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "von der leyen",
                "leyen ursula",
                "leyen",
                "weiss",
                "Leyen-Weiß",
                "ursula von leyen",
                "gertrud leyen"
            })
    void particles_and_double_names_may_be_said_or_left_out(String query) {
        assertThat(found(query)).containsExactly("ursula");
    }

    @ParameterizedTest
    @ValueSource(strings = {"van den berghe", "vandenberghe elodie", "berghe", "Van Denberghe"})
    void a_name_written_apart_is_found_written_together(String query) {
        add("apart", "van den Berghe", "Luc", null, null);
        assertThat(found(query)).contains(query.equals("berghe") ? "apart" : "elodie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"obrien", "O’Brien", "o brien", "brien siobhan"})
    void apostrophes_make_no_difference(String query) {
        assertThat(found(query)).containsExactly("siobhan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sorensen", "soerensen", "Sørensen Søren"})
    void letters_of_the_north_are_keyed_in_two_ways(String query) {
        assertThat(found(query)).containsExactly("soren");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Papadopoulos", "παπαδοπουλος", "papadopoulos dimitrios", "ΠΑΠΑΔΌΠΟΥΛΟΣ"})
    void greek_names_are_found_in_both_alphabets(String query) {
        assertThat(found(query)).containsExactly("dimitris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Georgiev Boyko", "георгиев", "Boiko Georgiev"})
    void bulgarian_names_are_found_in_both_alphabets(String query) {
        assertThat(found(query)).containsExactly("georgi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10annelise", "10 ANNELISE", "10-anne.lise", "10/annelise"})
    void a_pension_number_is_found_with_any_separators(String query) {
        assertThat(found(query)).startsWith("annelise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annelise.mueller@courriel.example",
                "ANNELISE.MUELLER@courriel.example",
                "<annelise.mueller@courriel.example>;",
                "Annelise Müller <annelise.mueller@courriel.example>",
                "E-Mail: annelise.mueller@courriel.example, "
            })
    void an_email_is_found_by_its_whole(String query) {
        assertThat(found(query)).contains("annelise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zweitpost", "zweitpost@", "zweitpost@courriel.exampl"})
    void an_email_is_not_found_by_its_beginning_which_would_complete_a_masked_one(String beginning) {
        add("otto", "Weber", "Otto", "zweitpost@courriel.example", null);
        assertThat(found(beginning)).isEmpty();
        assertThat(found("zweitpost@courriel.example")).containsExactly("otto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+352 621 123 456",
                "00352621123456",
                "621 123 456",
                "621.123.456",
                "352621123456",
                "+352 (621) 123-456",
                "Tél. : +352 621 123 456",
                "GSM +352 621 123 456.",
                "Telefon: 00352 621 123 456"
            })
    void a_phone_is_found_in_any_notation(String query) {
        assertThat(search.search(query, 20, OfficeCode.LUX).ids()).containsExactly("annelise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller 12.03.1944", "müller 12/3/1944", "1944-03-12 müller"})
    void a_date_of_birth_behind_a_name_tells_by_its_year(String query) {
        assertThat(found(query)).isNotEmpty().containsExactlyInAnyOrderElementsOf(found("müller 1944"));
    }

    @Test
    void a_date_of_birth_alone_lists_nobody() {
        assertThat(found("12.03.1944")).isEmpty();
        assertThat(found("1944-03-12")).isEmpty();
    }

    @Test
    void a_national_number_is_taken_for_one_of_the_offices_country_first_and_then_of_any() {
        assertThat(search.search("0470 12 34 56", 20, OfficeCode.BRU).ids()).containsExactly("anne");
        assertThat(search.search("01511 2345678", 20, OfficeCode.BRU).ids()).containsExactly("ursula");
        assertThat(search.search("691 234 5678", 20, OfficeCode.ISP).ids()).containsExactly("dimitris");
    }

    private static StoredLetter letter(String reference) {
        return StoredLetter.ordered(
                "l1",
                "anne",
                LetterKind.CODE,
                reference,
                OfficeCode.BRU,
                PrintPlace.DESK,
                new StoredLetter.Person("a1", "M. D."),
                NOW,
                null);
    }

    @Test
    void a_letter_is_found_by_its_reference_and_by_its_item_number() {
        LetterReference reference = LetterReference.draw(new Random(1));
        database.execute(tx -> {
            tx.letters().add(letter(reference.value()));
            tx.letters().posted("l1", new ItemNumber("RR473124829BE"), "o1");
        });
        assertThat(found(reference.value().toLowerCase(Locale.ROOT))).startsWith("anne");
        assertThat(found("RR 473 124 829 BE")).containsExactly("anne");
        assertThat(found("RR'è\"&é'_éçBE")).as("a scanner on an AZERTY desk").containsExactly("anne");
    }

    @Test
    void a_reference_without_a_single_digit_is_a_reference_all_the_same() {
        Random random = new Random(7);
        String drawn = Stream.generate(() -> LetterReference.draw(random).value())
                .filter(value -> value.chars().noneMatch(Character::isDigit))
                .findFirst()
                .orElseThrow();
        database.execute(tx -> tx.letters().add(letter(drawn)));
        assertThat(found(drawn)).startsWith("anne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", " - ", "@", "*", "%", "__", "''", "++++"})
    void nobody_is_listed_without_two_letters_or_digits(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void a_wildcard_is_a_character_like_any_other() {
        assertThat(found("%%example")).isEmpty();
        assertThat(found("anne%")).contains("anne");
        assertThat(found("a%_____@")).isEmpty();
    }

    @Test
    void no_more_rows_than_asked_for_and_it_is_said_that_there_are_more() {
        for (int i = 0; i < 30; i++) {
            add("many" + i, "Martens", "Jan" + i, null, null);
        }
        PeopleSearch.Found found = search.search("martens", 20, OfficeCode.BRU);
        assertThat(found.ids()).hasSize(20);
        assertThat(found.more()).isTrue();
        assertThat(search.search("martens jan7", 20, OfficeCode.BRU).more()).isFalse();
    }

    @Test
    void somebody_just_added_is_found_and_a_changed_name_under_the_new_one_only() {
        search.warmUp();
        add("new", "Zimmermann", "Ida", null, null);
        assertThat(found("zimmermann")).containsExactly("new");
        Pensioner renamed = Stores.somebody("new", "Albrecht", "Ida", null, null);
        database.execute(tx -> tx.pensioners().change(renamed));
        assertThat(found("zimmermann")).isEmpty();
        assertThat(found("albrecht")).containsExactly("new");
    }

    @Test
    void what_another_program_imported_is_found() {
        search.warmUp();
        database.read((Tx tx) -> tx.pensioners().count());
        if (System.getenv("GUICHET_TEST_POSTGRES") == null) {
            try (Database other = Stores.open(folder)) {
                other.execute(tx -> tx.pensioners().add(Stores.somebody("other", "Quintens", "Bea", null, null)));
            }
            assertThat(found("quintens")).containsExactly("other");
        }
    }
}
