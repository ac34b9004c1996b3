package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.search.WhyFound.By;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class WhyFoundTest {
    @TempDir
    Path folder;

    private Database database;
    private PeopleSearch search;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        search = new PeopleSearch(database, InstantSource.system());
        add("p1", "Schäffer", "Johannes Maria", "Kowalczyk");
        add("p2", "Papadopoulos", "Konstantinos", null);
        add("p3", "Dubois-Lambert", "Geneviève", null);
    }

    @AfterEach
    void close() {
        search.close();
        database.close();
    }

    private void add(String id, String lastName, String firstName, @Nullable String birthName) {
        database.execute(tx -> tx.pensioners()
                .add(new Pensioner(
                        id,
                        "10" + id.toUpperCase(Locale.ROOT),
                        lastName,
                        firstName,
                        LocalDate.of(1944, 3, 12),
                        OfficeCode.LUX,
                        List.of("de", "fr"),
                        new Address("1, rue du Test", "L-1234", "Luxembourg", "LU"),
                        id + "@example.org",
                        "+35262112345" + id.charAt(1),
                        birthName,
                        0)));
    }

    /** Of the only one who is found. */
    private List<WhyFound> why(String query) {
        PeopleSearch.Found found = search.search(query, 20, OfficeCode.LUX);
        assertThat(found.ids()).as(query).hasSize(1);
        Pensioner person =
                database.read(tx -> tx.pensioners().find(found.ids())).getFirst();
        return found.why().of(person);
    }

    @Test
    void a_name_as_it_was_typed_needs_no_reason() {
        assertThat(why("schaeffer johannes")).isEmpty();
        assertThat(why("SCHÄFFER")).isEmpty();
        assertThat(why("dubois")).isEmpty();
        assertThat(why("lambert gen")).isEmpty();
        assertThat(why("papadopoulos k")).isEmpty();
        assertThat(why("konstantinos luxembourg")).isEmpty();
        assertThat(why("papadopouloskonstantinos")).isEmpty();
    }

    @Test
    void a_slip_shows_how_the_name_is_written() {
        assertThat(why("papadopulos")).containsExactly(new WhyFound(By.SPELLED, "Papadopoulos"));
        assertThat(why("dubosi genevieve")).containsExactly(new WhyFound(By.SPELLED, "Dubois"));
    }

    @Test
    void a_name_as_it_was_heard_shows_the_name() {
        assertThat(why("chefer johannes")).containsExactly(new WhyFound(By.HEARD, "Schäffer"));
    }

    @Test
    void a_short_form_and_the_birth_name_are_told() {
        assertThat(why("kostas papadopoulos")).containsExactly(new WhyFound(By.SHORT_FORM, "Konstantinos"));
        assertThat(why("kowalczyk")).containsExactly(new WhyFound(By.BIRTH_NAME, "Kowalczyk"));
    }

    @Test
    void what_narrowed_a_name_is_told_behind_it() {
        assertThat(why("chefer 1944"))
                .containsExactly(new WhyFound(By.HEARD, "Schäffer"), new WhyFound(By.YEAR, "1944"));
    }

    @Test
    void a_number_or_an_address_tells_its_kind_and_no_more_than_two_digits() {
        assertThat(why("621 123 451")).containsExactly(new WhyFound(By.PHONE, "51"));
        assertThat(why("p2@example.org")).containsExactly(new WhyFound(By.EMAIL, ""));
        assertThat(why("10P3")).containsExactly(new WhyFound(By.PENSION_NUMBER, ""));
    }
}
