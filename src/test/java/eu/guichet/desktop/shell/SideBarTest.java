package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Role;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.ScreenPart.Badge;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBarTest extends UiTest {
    private final ScreenModel model = new ScreenModel();
    private SideBar bar;

    @BeforeEach
    void open() {
        Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), "eu.guichet.desktop.shell.shell");
        bar = fx(() -> new SideBar(model, texts));
        show(bar, 120, 400);
    }

    @Test
    void the_bar_is_away_until_there_are_several_screens() {
        assertThat(bar.isVisible()).isFalse();
        fxRun(() -> model.offer(Role.SUPERVISOR));
        assertThat(bar.isVisible()).isTrue();
        fxRun(() -> model.offer(Role.AUDITOR));
        assertThat(bar.isManaged()).isTrue();
    }

    @Test
    void what_waits_on_a_screen_is_counted_and_said_aloud() {
        fxRun(() -> {
            model.offer(Role.SUPERVISOR);
            bar.mark(Screen.LETTERS, new Badge(7, true));
        });
        await(() -> bar.lookup("#badge-letters") instanceof Label badge && "7".equals(badge.getText()));
        assertThat(node("screen-letters", ToggleButton.class).getAccessibleText())
                .isEqualTo("Letters, 7 waiting");

        fxRun(() -> bar.mark(Screen.LETTERS, Badge.NONE));
        assertThat(node("badge-letters", Label.class).isVisible()).isFalse();
        assertThat(node("screen-letters", ToggleButton.class).getAccessibleText())
                .isEqualTo("Letters");
    }

    @Test
    void the_chosen_screen_stays_chosen_when_its_button_is_pressed_again() {
        fxRun(() -> {
            model.offer(Role.SUPERVISOR);
            node("screen-letters", ToggleButton.class).fire();
            node("screen-letters", ToggleButton.class).fire();
        });
        assertThat(model.chosen().get()).isEqualTo(Screen.LETTERS);
        assertThat(node("screen-letters", ToggleButton.class).isSelected()).isTrue();
        assertThat(node("screen-counter", ToggleButton.class).isSelected()).isFalse();
    }
}
