package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, paste and hear, and who is meant. */
@OnBothStores
class AsTypedTest {
    @TempDir
    Path folder;

    private Database database;
    private PeopleSearch search;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        search = new PeopleSearch(database, InstantSource.system());
        add("anne", "Lambrecht", "Anne", "anne@exämple.example", "+32470123456");
        add("guy", "St-Clair", "Guy", null, "+12124567890");
        add("rita", "Peeters-Van den Akker", "Rita", null, "+3780549882555");
        add("lampros", "Λάμπρου", "Χαράλαμπος", null, null);
        add("gunel", "Məmmədova", "Günel", null, null);
        add("inge", "Sǿrby", "Inge", null, null);
        add("hans", "Koch", "Johannes", null, null);
        add("kostas", "Ράλλης", "Κωνσταντίνος", null, null);
        add("cedric", "O", "Cédric", null, null);
        add("zoltan", "Schäffer", "Zoltán", null, null);
        for (int i = 0; i < 25; i++) {
            add("other" + i, "Morel" + (char) ('a' + i), "Cédric", null, null);
        }
    }

    @AfterEach
    void close() {
        search.close();
        database.close();
    }

    private void add(String id, String lastName, String firstName, @Nullable String email, @Nullable String phone) {
        database.execute(tx -> tx.pensioners().add(Stores.somebody(id, lastName, firstName, email, phone)));
    }

    private PeopleSearch.Found search(String query) {
        return search.search(query, 20, OfficeCode.BRU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202a+32 470 12 34 56\u202c",
                "0470\u221212\u221234\u221256",
                "tel:+32-470-12-34-56",
                "+0032 470 12 34 56",
                "+32 (0) 470 12 34 56",
                "Lambrecht 0470 12 34 56",
                "n\u00b0 10\u00a0anne",
                "\u200e10ANNE",
                "mailto:anne@xn--exmple-cua.example",
                "<anne@ex\u00e4mple.example>;",
                "Mme Lambrecht",
                "Frau Dr. Anne Lambrecht",
                "Lambrecht n\u00e9e Martin",
                "Lambrecht (1944)",
                "Lambrecht, Anne \u00b01944",
                "Lambrecht 12 mars 1944",
                "LambrechtAnne",
                "annelambrecht",
                "A. Lambrecht",
                "Lambrecht\tAnne\n"
            })
    void anne_lambrecht_is_found_as_people_paste_her(String query) {
        assertThat(search(query).ids()).startsWith("anne");
    }

    @ParameterizedTest
    @CsvSource({
        "(212) 456-7890, guy",
        "Saint Clair, guy",
        "Sint-Clair Guy, guy",
        "Saintclair, guy",
        "+39 0549 882555, rita",
        "Vandenakker, rita",
        "van den akker rita, rita",
        "Charalampos Lamprou, lampros",
        "Haralambos Lambrou, lampros",
        "Mammadova, gunel",
        "Memmedova Gunel, gunel",
        "Soerby, inge",
        "Sorby, inge",
        "Hans Koch, hans",
        "Kostas Rallis, kostas",
        "Cédric O, cedric",
        "O Cédric, cedric",
        "Chefer, zoltan",
        "Sheffer Zoltan, zoltan",
        "Schaeffer, zoltan"
    })
    void names_are_found_as_they_are_heard_and_spelled(String query, String who) {
        assertThat(search(query).ids()).startsWith(who);
    }

    @Test
    void a_word_that_nobody_has_is_left_out_and_told() {
        PeopleSearch.Found found = search("Lambrecht Xyzzy");
        assertThat(found.ids()).containsExactly("anne");
        assertThat(found.leftOut()).containsExactly("Xyzzy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1944", "12/03/1944", "12 mars 1944", "Mme", "n\u00b0", "Bruxelles"})
    void what_could_only_list_people_finds_nobody(String query) {
        assertThat(search(query).ids()).isEmpty();
    }
}
