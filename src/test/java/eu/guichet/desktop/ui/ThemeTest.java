package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.CustomTextField;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ThemeTest extends UiTest {
    @Test
    void a_window_follows_when_the_agent_changes_light_and_dark() {
        Label label = fx(() -> new Label("Müller"));
        show(fx(() -> new VBox(label, controls())), 600, 400);

        fxRun(() -> theme().appearance().set(Appearance.DARK));
        await(() -> label.getTextFill().equals(Color.web("#eef2f7")));

        fxRun(() -> theme().appearance().set(Appearance.LIGHT));
        await(() -> label.getTextFill().equals(Color.web("#131d2a")));
    }

    @Test
    void text_grows_in_four_sizes() {
        Label label = fx(() -> new Label("Müller"));
        show(fx(() -> new VBox(label)), 600, 400);

        for (TextSize size : TextSize.values()) {
            fxRun(() -> theme().textSize().set(size));
            await(() -> label.getFont().getSize() == size.pixels());
        }
    }

    @Test
    void the_bundled_font_is_used_whatever_the_machine_has() {
        Label label = fx(() -> new Label("Müller"));
        show(fx(() -> new VBox(label)), 600, 400);

        assertThat(fx(() -> label.getFont().getFamily())).isEqualTo("Inter Guichet");
    }

    @Test
    void a_scene_on_no_stage_can_be_photographed_at_any_size() {
        var file = fx(() -> Pictures.take(new VBox(8, controls()), 1280, 800, theme(), "theme-controls"));

        assertThat(file).isNotEmptyFile();
    }

    private static VBox controls() {
        CustomTextField field = new CustomTextField();
        field.setLeft(Icons.of(Feather.SEARCH));
        field.setPromptText("Name");
        Button primary = new Button("Primary", Icons.of(Feather.SEND));
        primary.getStyleClass().add("primary");
        Button quiet = new Button("Quiet");
        quiet.getStyleClass().add("quiet");
        Label chip = new Label("Training", Icons.of(Feather.BOOK_OPEN, "training"));
        chip.getStyleClass().addAll("chip", "training");
        return new VBox(
                8,
                field,
                new TextField("text"),
                primary,
                new Button("Plain"),
                quiet,
                chip,
                new SegmentedButton(new ToggleButton("one"), new ToggleButton("two")));
    }
}
