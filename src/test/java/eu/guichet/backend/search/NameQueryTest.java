package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameQueryTest {
    /** It can be spelled in eight ways. */
    private static final String IN_EIGHT_WAYS = "Μπουντούρης";

    private static NameQuery of(String line) {
        return NameQuery.of(NameWords.apart(line), Set.of());
    }

    @Test
    void a_line_of_many_words_that_can_be_spelled_in_many_ways_is_looked_for_in_few_and_loses_no_word() {
        assertThat(Spelling.of(IN_EIGHT_WAYS)).hasSize(8);
        NameQuery query = of(String.join(" ", Collections.nCopies(22, IN_EIGHT_WAYS)));
        assertThat(query.words()).hasSize(22);
        assertThat(query.spellings()).isLessThanOrEqualTo(NameQuery.MOST_SPELLINGS);
        assertThat(query.words())
                .as("the usual spelling of each stays")
                .allMatch(word -> word.spellings()
                        .contains(Spelling.of(IN_EIGHT_WAYS).iterator().next()));
    }

    @Test
    void words_written_together_with_the_small_ones_before_them_are_counted_as_well() {
        NameQuery query = of(String.join(" de ", Collections.nCopies(12, IN_EIGHT_WAYS)));
        assertThat(query.words()).hasSize(12).anyMatch(word -> !word.joined().isEmpty());
        assertThat(query.spellings()).isLessThanOrEqualTo(NameQuery.MOST_SPELLINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Παπαδοπούλου-Αναγνωστοπούλου Ευαγγελία Χρυσούλα του Κωνσταντίνου",
                "Χατζηγιαννοπούλου Ευθυμία-Αικατερίνη, χήρα Μπουντούρη, Θεσσαλονίκη",
                "Щербакова-Хаджийска Цветелина Юлиянова Жечева София",
                "Frau Dr. Jürgen Müller-Lüdenscheidt, geb. Größenhöfer-Öttinger, Österreich 1944",
                "María de los Ángeles Josefa García-Márquez y Núñez de la Torre",
                "Brzęczyszczykiewicz Grzegorz Łękołody powiat Chrząszczyżewoszyce",
                "van den Broecke-De Saint-Exupéry Þórsdóttir Øster-Ærø Åsa Ångström"
            })
    void a_name_is_looked_for_in_every_way_it_can_be_spelled(String line) {
        NameQuery query = of(line);
        assertThat(query.spellings()).isLessThanOrEqualTo(NameQuery.MOST_SPELLINGS);
        for (List<NameQuery.Word> words : List.of(query.words(), query.optional())) {
            assertThat(words).allMatch(word -> word.spellings().containsAll(Spelling.of(word.typed())));
        }
    }
}
