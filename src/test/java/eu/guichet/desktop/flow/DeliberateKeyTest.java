package eu.guichet.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.UiTest;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class DeliberateKeyTest extends UiTest {
    private final List<String> fired = new ArrayList<>();
    private boolean deliberate = true;
    private FlowCard card;

    @BeforeEach
    void open() {
        card = new FlowCard(Feather.MAIL, "card", "card")
                .buttons(
                        FlowCard.button("keep", "keep", () -> fired.add("keep")),
                        FlowCard.button("replace", "replace", () -> fired.add("replace")));
        show(card, 400, 300);
        fxRun(() -> {
            DeliberateKey.fires(card, button("replace"), KeyCode.R, () -> deliberate);
            button("replace").requestFocus();
        });
    }

    private Button button(String id) {
        return (Button) card.lookup("#" + id);
    }

    private void stroke(Node target, KeyCode code, boolean alt) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, alt, false));
        }
    }

    @Test
    void what_cannot_be_undone_is_not_pressed_by_a_key_that_people_type_ahead() {
        fxRun(() -> {
            stroke(button("replace"), KeyCode.ENTER, false);
            stroke(button("replace"), KeyCode.SPACE, false);
        });
        assertThat(fired).isEmpty();
        fxRun(() -> stroke(card, KeyCode.R, true));
        assertThat(fired).containsExactly("replace");
    }

    @Test
    void an_enter_presses_where_it_can_be_undone_and_on_the_other_button() {
        fxRun(() -> {
            stroke(button("keep"), KeyCode.ENTER, false);
            deliberate = false;
            stroke(button("replace"), KeyCode.ENTER, false);
        });
        assertThat(fired).containsExactly("keep", "replace");
    }

    @Test
    void where_the_first_button_is_no_default_an_enter_typed_elsewhere_only_moves_there() {
        fxRun(() -> {
            card.firstIsDefault(false);
            stroke(card, KeyCode.ENTER, false);
        });
        assertThat(fired).isEmpty();
        fxRun(() -> stroke(button("keep"), KeyCode.ENTER, false));
        assertThat(fired).containsExactly("keep");
    }
}
