package eu.guichet.desktop.flow;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Tasks;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The card on which a step of an act is drawn: what it is about, its matter, and its buttons with the main one first. */
public final class FlowCard extends VBox {
    /** How a card that tells an end looks; the words say the same. */
    public enum Tone {
        PLAIN,
        GOOD,
        WARNING,
        BAD
    }

    private boolean firstIsDefault = true;
    private final VBox matter = new VBox();
    private final FlowPane buttons = new FlowPane();

    public FlowCard(Feather icon, String title, String id) {
        getStyleClass().add("flow-card");
        setId(id);
        Label heading = new Label(title, Icons.of(icon));
        heading.getStyleClass().add("flow-title");
        heading.setWrapText(true);
        matter.getStyleClass().add("flow-matter");
        buttons.getStyleClass().add("flow-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(matter, Priority.ALWAYS);
        getChildren().addAll(heading, matter, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(title);
    }

    /** Says under the title whom it is about, and for what: a card is acted on at a glance. */
    public FlowCard about(String person) {
        Label label = sentence(person);
        label.getStyleClass().add("flow-person");
        getChildren().add(1, label);
        setAccessibleText(getAccessibleText() + ", " + person);
        return this;
    }

    public FlowCard tone(Tone tone) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("good"), tone == Tone.GOOD);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("warning"), tone == Tone.WARNING);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("bad"), tone == Tone.BAD);
        return this;
    }

    public FlowCard with(Node... nodes) {
        matter.getChildren().addAll(nodes);
        return this;
    }

    /** What need not be seen before it is decided. */
    public FlowCard below(Node... nodes) {
        VBox below = new VBox(nodes);
        below.getStyleClass().add("flow-matter");
        getChildren().add(below);
        return this;
    }

    /** @param pressed whether an Enter that is not typed at a button presses the first; otherwise it only moves there */
    public void firstIsDefault(boolean pressed) {
        firstIsDefault = pressed;
        ButtonBase first = first();
        if (first != null) {
            first.getStyleClass().remove("primary");
            if (pressed) {
                first.getStyleClass().add("primary");
            }
        }
    }

    public FlowCard buttons(Button... all) {
        buttons.getChildren().setAll(all);
        buttons.setVisible(all.length > 0);
        buttons.setManaged(all.length > 0);
        return this;
    }

    /**
     * Enter is the button that has the focus, or else the first. Not a default button: that would hear an Enter typed
     * anywhere in the window, and send something.
     */
    private void enter(KeyEvent event) {
        boolean modified = event.isAltDown() || event.isControlDown() || event.isMetaDown() || event.isShiftDown();
        if (event.getCode() != KeyCode.ENTER || modified) {
            return;
        }
        ButtonBase button = event.getTarget() instanceof Button focused ? focused : first();
        if (button != null && button.isVisible() && !button.isDisabled()) {
            event.consume();
            if (firstIsDefault || event.getTarget() instanceof Button) {
                button.fire();
            } else {
                button.requestFocus();
            }
        }
    }

    private @Nullable ButtonBase first() {
        return buttons.getChildren().isEmpty() || !(buttons.getChildren().getFirst() instanceof ButtonBase button)
                ? null
                : button;
    }

    /** The one main button of a card. */
    public static Button mainButton(String id, String text, Runnable act) {
        Button button = button(id, text, act);
        button.getStyleClass().add("primary");
        return button;
    }

    public static Button button(String id, String text, Runnable act) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> act.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** A sentence that wraps. */
    public static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /**
     * A sentence that must be heard: it can take the focus, because not every platform speaks a text that merely
     * appears.
     */
    public static Label spoken(String id, String text, Feather icon) {
        Label label = sentence(text);
        label.setId(id);
        label.setGraphic(Icons.of(icon));
        label.getStyleClass().add("flow-spoken");
        label.setFocusTraversable(true);
        label.setAccessibleText(text);
        return label;
    }

    /** A named fact: small name above, value below. */
    public static VBox fact(String name, String value) {
        Label title = new Label(name);
        title.getStyleClass().add("fact-name");
        Label text = sentence(value);
        text.getStyleClass().add("fact-value");
        text.setAccessibleText(name + ": " + value);
        VBox box = new VBox(title, text);
        box.getStyleClass().add("fact");
        return box;
    }

    /**
     * A field below its name, which wraps: a prompt goes when one types, and what is longer than the field is cut off, so that it is an
     * example at most.
     */
    public static VBox field(String name, Node field) {
        Label label = sentence(name);
        label.getStyleClass().addAll("small", "soft");
        label.setLabelFor(field);
        if (field instanceof Control) {
            field.setAccessibleText(name);
        }
        return new VBox(4, label, field);
    }

    /** Sentences, each with its mark. */
    public static VBox list(List<String> sentences, Feather mark) {
        VBox box = new VBox();
        box.getStyleClass().add("flow-list");
        for (String text : sentences) {
            Label line = sentence(text);
            HBox.setHgrow(line, Priority.ALWAYS);
            line.setMaxWidth(Double.MAX_VALUE);
            var icon = Icons.of(mark);
            HBox row = new HBox(icon, line);
            row.getStyleClass().add("flow-line");
            box.getChildren().add(row);
        }
        return box;
    }

    /** What is going on; the spinner joins only when it lasts. */
    public static Label busy(String id, String text) {
        Label label = sentence(text);
        label.setId(id);
        label.getStyleClass().add("flow-busy");
        label.setFocusTraversable(true);
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setPrefSize(20, 20);
        spinner.setMinSize(20, 20);
        spinner.setVisible(false);
        spinner.setAccessibleText(text);
        label.setGraphic(spinner);
        PauseTransition wait = new PauseTransition(Duration.millis((double) Tasks.SPINNER_AFTER.toMillis()));
        wait.setOnFinished(event -> spinner.setVisible(true));
        wait.play();
        return label;
    }
}
