package eu.guichet.desktop.file;

import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One step of the sixteen: its mark on the rail, what is done there, whose turn it is, and when it was done. */
final class StepRow extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");

    private final Texts texts;
    private final Region above = line();
    private final Region below = line();
    private final Label mark = new Label();
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label turn = new Label();
    private final Label date = new Label();
    private final Label number = new Label();
    private final VBox words;
    private final HBox lower = new HBox();

    StepRow(Texts texts, int number) {
        this.texts = texts;
        setId("rung-" + number);
        getStyleClass().add("rung");
        setAccessibleRole(AccessibleRole.TEXT);

        VBox line = new VBox(above, below);
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER);
        above.setVisible(number > 1);
        below.setVisible(number < 16);
        mark.getStyleClass().add("rung-mark");
        mark.setAlignment(Pos.CENTER);
        StackPane rail = new StackPane(line, mark);
        rail.getStyleClass().add("rung-rail");

        title.getStyleClass().add("rung-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("rung-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        words = new VBox(title, note);
        words.getStyleClass().add("rung-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);

        this.number.setText(Integer.toString(number));
        this.number.getStyleClass().add("rung-number");
        turn.getStyleClass().add("rung-turn");
        date.getStyleClass().add("rung-date");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(rail, this.number, words, turn, date);
    }

    /** Puts whose turn it is, and when, below the words. */
    void fold(boolean narrow) {
        getChildren().removeAll(turn, date);
        lower.getChildren().clear();
        words.getChildren().remove(lower);
        if (narrow) {
            lower.getChildren().setAll(turn, date);
            words.getChildren().add(lower);
        } else {
            getChildren().addAll(turn, date);
        }
    }

    void show(Step step, boolean next, DateTimes moments, Instant now) {
        pseudoClassStateChanged(DONE, step.state() == StepState.DONE);
        pseudoClassStateChanged(HERE, step.state() == StepState.HERE);
        pseudoClassStateChanged(LATER, step.state() == StepState.LATER);
        boolean isHere = step.state() == StepState.HERE;
        boolean isDone = step.state() == StepState.DONE;
        mark.setGraphic(isDone ? Icons.of(Feather.CHECK) : isHere ? Icons.of(Feather.ARROW_RIGHT) : null);
        above.pseudoClassStateChanged(DONE, isDone || isHere);
        below.pseudoClassStateChanged(DONE, isDone);
        title.setText(step.title());
        String more = step.note();
        note.setText(more);
        note.setVisible(more != null);
        note.setManaged(more != null);
        turn.setText(texts.get("turn." + step.turn().name()));
        turn.setGraphic(Icons.of(StatusIcons.icon(step.turn())));
        date.setText(dateOf(step, next, moments, now));
        setAccessibleText(spoken(step, next, moments));
    }

    private String dateOf(Step step, boolean next, DateTimes moments, Instant now) {
        return switch (step.state()) {
            case DONE -> step.doneAt() == null ? texts.get("ladder.undated") : moments.shortDay(step.doneAt(), now);
            case HERE -> texts.get("ladder.here");
            case LATER -> next ? texts.get("ladder.next") : "";
        };
    }

    private String spoken(Step step, boolean next, DateTimes moments) {
        String where = switch (step.state()) {
            case DONE ->
                step.doneAt() == null
                        ? texts.get("ladder.spoken.done-undated")
                        : texts.get("ladder.spoken.done", "when", moments.full(step.doneAt()));
            case HERE -> texts.get("ladder.spoken.here");
            case LATER -> texts.get(next ? "ladder.spoken.next" : "ladder.spoken.later");
        };
        String sentence = texts.get(
                "ladder.spoken",
                "step",
                step.number(),
                "where",
                where,
                "title",
                step.title(),
                "turn",
                texts.get("turn." + step.turn().name()));
        return step.note() == null ? sentence : sentence + " " + step.note();
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("rung-line");
        line.setMaxWidth(USE_PREF_SIZE);
        return line;
    }
}
