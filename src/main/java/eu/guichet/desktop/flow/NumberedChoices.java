package eu.guichet.desktop.flow;

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
public final class NumberedChoices<T> {
    private final List<RadioButton> buttons = new ArrayList<>();
    private final List<T> answers;
    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>();
    private final VBox node;

    /**
     * @param question above the answers, or empty where it stands there already
     * @param id of the button of an answer
     */
    public NumberedChoices(String question, List<T> answers, Function<T, String> label, Function<T, String> id) {
        this.answers = List.copyOf(answers);
        node = new VBox(8);
        if (!question.isEmpty()) {
            Label asked = FlowCard.sentence(question);
            asked.getStyleClass().add("strong");
            node.getChildren().add(asked);
        }
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
    public NumberedChoices<T> hear(Node card) {
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

    public Node node() {
        return node;
    }

    /** Chooses an answer beforehand, and answers its button. */
    public Node choose(T answer) {
        RadioButton button = buttons.get(answers.indexOf(answer));
        button.setSelected(true);
        return button;
    }

    /** Moves the focus to the first answer, without choosing it. */
    public void focus() {
        buttons.getFirst().requestFocus();
    }

    /** Null before one is chosen. */
    public ReadOnlyObjectProperty<@Nullable T> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public BooleanBinding isOpen() {
        return chosen.isNull();
    }
}
