package eu.guichet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class TextBundleTest {
    private final TextBundle texts = TextBundle.of("eu.guichet.backend.people.import", Locale.ENGLISH);

    @Test
    void a_text_is_given_exactly_the_arguments_it_names() {
        assertThat(texts.get("line.columns", "found", 3, "expected", 11)).contains("11 columns and has 3");
        assertThatThrownBy(() -> texts.get("line.columns", "found", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line.columns")
                .hasMessageContaining("expected");
        assertThatThrownBy(() -> texts.get("line.columns", "found", 3, "expected", 11, "line", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line");
        assertThatThrownBy(() -> texts.get("line.columns", 3, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> texts.get("line.columns", "found", 3, "expected"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_what_a_text_names_is_asked_for() {
        assertThat(texts.fill("field.long", name -> name.equals("most") ? 200 : name))
                .contains("200");
        assertThat(texts.fill("field.empty", name -> {
                    throw new IllegalArgumentException(name);
                }))
                .isNotBlank();
    }

    @Test
    void a_text_that_is_missing_is_a_fault_of_the_program() {
        assertThat(texts.has("nobody.wrote.this")).isFalse();
        assertThatThrownBy(() -> texts.get("nobody.wrote.this")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void sentences_that_belong_together_share_their_arguments() {
        TextBundle agent = TextBundle.of("eu.guichet.backend.file.sentences", Locale.ENGLISH);
        assertThat(agent.list("preview.resend-activation-email", "minutes", 90))
                .hasSize(2)
                .last()
                .asString()
                .contains("90 minutes");
        assertThatThrownBy(() -> agent.list("preview.resend-activation-email", "minutes", 90, "hours", 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agent.list("preview.resend-activation-email"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
