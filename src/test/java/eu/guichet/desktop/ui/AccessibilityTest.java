package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** The walk itself is held to finding what it is for. */
class AccessibilityTest extends UiTest {
    @Test
    void a_button_of_which_only_a_picture_is_seen_has_no_name() {
        assertThat(fx(() -> Accessibility.faults(new HBox(new Button("", Icons.of(Feather.X))))))
                .singleElement()
                .asString()
                .contains("has no name");
    }

    @Test
    void a_prompt_is_no_name_for_a_field() {
        TextField field = fx(TextField::new);
        fxRun(() -> field.setPromptText("Name"));

        assertThat(fx(() -> Accessibility.faults(new HBox(field)))).isNotEmpty();

        fxRun(() -> field.setAccessibleText("Name"));
        assertThat(fx(() -> Accessibility.faults(new HBox(field)))).isEmpty();
    }

    @Test
    void a_button_that_takes_no_focus_cannot_be_reached() {
        Button button = fx(() -> new Button("Send"));
        fxRun(() -> button.setFocusTraversable(false));

        assertThat(fx(() -> Accessibility.faults(new HBox(button))))
                .singleElement()
                .asString()
                .contains("keyboard");
    }
}
