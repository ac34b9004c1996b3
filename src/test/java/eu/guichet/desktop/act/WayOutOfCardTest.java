package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Texts;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two buttons side by side, of which one takes back and the other does nothing. */
class WayOutOfCardTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void what_leaves_an_entry_as_it_is_does_not_begin_like_what_takes_it_back(Language language) {
        SimpleObjectProperty<Language> spoken = new SimpleObjectProperty<>(language);
        Texts file = new Texts(spoken, "eu.guichet.desktop.act.act");
        assertThat(verb(file.get("correct.keep"))).isNotEqualTo(verb(file.get("correct.now")));
        Texts post = new Texts(spoken, "eu.guichet.desktop.post.post");
        assertThat(verb(post.get("back.keep"))).isNotEqualTo(verb(post.get("back.do")));
    }

    private static String verb(String button) {
        return button.split(" ", 2)[0];
    }
}
