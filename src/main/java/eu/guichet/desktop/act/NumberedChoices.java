package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.DigitKeys;
import eu.guichet.desktop.ui.KeyHint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A question with a few answers, none of them chosen before: by mouse, by arrows, or by the digit beside it. */
final class NumberedChoices<T> {
    private final List<RadioButton> buttons = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>();
    private final VBox node;

    /** @param id of the button of an answer */
    NumberedChoices(String question, List<T> answers, Function<T, String> label, Function<T, String> id) {
        Label asked = FlowCard.sentence(question);
        asked.getStyleClass().add("strong");
        node = new VBox(8, asked);
        ToggleGroup group = new ToggleGroup();
        for (T answer : answers) {
            RadioButton button = new RadioButton(label.apply(answer));
            button.setId(id.apply(answer));
            button.setToggleGroup(group);
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    chosen.set(answer);
                }
            });
            HBox.setHgrow(button, Priority.ALWAYS);
            buttons.add(button);
            node.getChildren().add(new HBox(8, button, new KeyHint(String.valueOf(buttons.size()))));
        }
    }

    /** The digits choose wherever the focus is in this card, but in a field in which they are typed. */
    NumberedChoices<T> hear(Node card) {
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        return this;
    }

    private void pressed(KeyEvent event) {
        OptionalInt digit = DigitKeys.digit(event);
        boolean bare = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (bare
                && digit.isPresent()
                && digit.getAsInt() >= 1
                && digit.getAsInt() <= buttons.size()
                && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            RadioButton button = buttons.get(digit.getAsInt() - 1);
            button.setSelected(true);
            button.requestFocus();
        }
    }

    Node node() {
        return node;
    }

    /** Null before one is chosen. */
    ReadOnlyObjectProperty<@Nullable T> chosen() {
        return chosen.getReadOnlyProperty();
    }

    BooleanBinding isOpen() {
        return chosen.isNull();
    }
}
