package eu.guichet.desktop.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemBannerTest extends UiTest {
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final AtomicInteger tries = new AtomicInteger();
    private ProblemBanner banner;

    @BeforeEach
    void open() {
        Texts texts = new Texts(language, "eu.guichet.desktop.problem.problem");
        banner = fx(() -> new ProblemBanner(new ProblemMessages(texts, Clock.systemUTC())));
        show(fx(() -> new VBox(banner)), 900, 300);
    }

    @Test
    void it_takes_no_room_until_something_goes_wrong() {
        assertThat(fx(banner::isManaged)).isFalse();
    }

    @Test
    void trying_again_by_keyboard_closes_it_and_tries_again() {
        fxRun(() -> banner.show(new ClientException.Unreachable("c-1", null), tries::incrementAndGet));
        Button retry = node("problem-retry", Button.class);
        fxRun(retry::requestFocus);
        await(retry::isFocused);
        robot.push(KeyCode.SPACE);
        assertThat(tries).hasValue(1);
        await(() -> !banner.isVisible());
    }

    @Test
    void where_trying_again_cannot_help_there_is_no_button_for_it() {
        fxRun(() -> banner.show(
                ProblemMessagesTest.refused(ProblemType.NOT_ALLOWED, "", null, null), tries::incrementAndGet));
        assertThat(fx(node("problem-retry", Button.class)::isVisible)).isFalse();
    }

    @Test
    void it_can_be_read_in_light_and_dark() {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            assertThat(fx(() -> {
                        theme().appearance().set(appearance);
                        Texts texts = new Texts(language, "eu.guichet.desktop.problem.problem");
                        ProblemBanner pictured = new ProblemBanner(new ProblemMessages(texts, Clock.systemUTC()));
                        pictured.show(new ClientException.Unreachable("0ad0d3a8-9df7-4084", null), () -> {});
                        return Pictures.take(
                                new VBox(pictured), 720, 140, theme(), "problem-banner-" + appearance.name());
                    }))
                    .isNotEmptyFile();
        }
    }

    @Test
    void the_reference_can_be_selected_and_the_words_follow_the_language() {
        fxRun(() -> banner.show(new ClientException.OutcomeUnknown("c-1", null), tries::incrementAndGet));
        assertThat(fx(() -> node("problem-reference", TextField.class).getText()))
                .isEqualTo("c-1");
        fxRun(() -> language.set(Language.ENGLISH));
        assertThat(fx(() -> node("problem-sentence", Label.class).getText())).startsWith("The answer was lost");
        assertThat(fx(banner::getAccessibleText)).contains("history");
    }
}
