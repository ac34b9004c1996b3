package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedTest {
    private static final String KEYS = "1234567890-QWERTYUIOPASDFGHJKLZXCVBNM";
    private static final String FRENCH = "&é\"'(-è_çà)AZERTYUIOPQSDFGHJKLWXCVBN?";
    private static final String BELGIAN = "&é\"'(§è!çà)AZERTYUIOPQSDFGHJKLWXCVBN?";
    private static final String SWISS = "1234567890'QWERTZUIOPASDFGHJKLYXCVBNM";

    private static String typed(String layout, String text) {
        StringBuilder typed = new StringBuilder();
        text.chars().forEach(key -> typed.append(layout.charAt(KEYS.indexOf(key))));
        return typed.toString();
    }

    private static Stream<LetterReference> references() {
        Random random = new Random(11);
        return Stream.generate(() -> LetterReference.draw(random)).limit(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEYS, FRENCH, BELGIAN, SWISS})
    void a_reference_is_read_on_every_layout_of_the_offices_desks(String layout) {
        assertThat(references()).allSatisfy(reference -> {
            assertThat(Scanned.read(typed(layout, reference.bare())).references())
                    .contains(reference);
            assertThat(Scanned.read(typed(layout, reference.value())).references())
                    .contains(reference);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RR473124829BE",
                "rr 473 124 829 be",
                "RR'è\"&é'_éçBE",
                "RR'è\"&é'!éçBE",
                "rr'è\"&é'_éçbe",
                "\tRR473124829BE\r\n"
            })
    void a_registered_label_is_read_in_capitals_or_not_with_spaces_or_on_an_azerty_layout(String text) {
        assertThat(Scanned.read(text).itemNumbers()).containsExactly(new ItemNumber("RR473124829BE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G-7KQ4", "RR473124828BE", "hello", "https://example.org", "0470 12 34 56"})
    void what_is_neither_is_not_read(String text) {
        Scanned scanned = Scanned.read(text);
        assertThat(scanned.itemNumbers()).isEmpty();
        assertThat(scanned.references()).isEmpty();
        assertThat(scanned.shapedAsCode()).isFalse();
    }

    @Test
    void a_confirmation_code_is_recognised_on_every_layout_and_never_printed() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            String code = ConfirmationCode.draw(random).printed();
            for (String layout : new String[] {KEYS, FRENCH, BELGIAN, SWISS}) {
                Scanned scanned = Scanned.read(typed(layout, code));
                assertThat(scanned.shapedAsCode()).isTrue();
                assertThat(scanned.toString()).doesNotContain(code);
            }
        }
        assertThat(Scanned.read("0000-0000-0000-0000").shapedAsCode())
                .as("a mistyped one is one as well")
                .isTrue();
    }

    @Test
    void no_reference_and_no_label_is_taken_for_a_code() {
        assertThat(references())
                .noneMatch(reference -> Scanned.read(reference.value()).shapedAsCode());
        assertThat(Scanned.read("RR473124829BE").shapedAsCode()).isFalse();
    }
}
