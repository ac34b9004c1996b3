package eu.guichet.desktop.file;

import eu.guichet.contract.Condition;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.contract.Turn;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.StateShape;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One step of the sixteen: its mark, what is done there, by whom where it is not the pensioner, and when it was done. */
final class StepRow extends HBox {
    private final Texts texts;
    private final StackPane mark = new StackPane();
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label disturbed = new Label();
    private final Label turn = new Label();
    private final Label date = new Label();

    StepRow(Texts texts, int number) {
        this.texts = texts;
        setId("rung-" + number);
        getStyleClass().addAll("rung", "ring");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        mark.getStyleClass().add("rung-mark");
        this.number.setText(Integer.toString(number));
        this.number.getStyleClass().add("rung-number");
        title.getStyleClass().add("rung-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        disturbed.setId("disturbed-" + number);
        disturbed.getStyleClass().add("rung-disturbed");
        disturbed.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        disturbed.setWrapText(true);
        disturbed.setMinHeight(USE_PREF_SIZE);
        disturbed.managedProperty().bind(disturbed.visibleProperty());
        disturbed.setVisible(false);
        VBox words = new VBox(2, title, disturbed);
        HBox.setHgrow(words, Priority.ALWAYS);
        turn.getStyleClass().add("rung-turn");
        turn.setMinWidth(USE_PREF_SIZE);
        turn.managedProperty().bind(turn.visibleProperty());
        date.getStyleClass().add("rung-date");
        date.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(mark, this.number, words, turn, date);
    }

    /** The mark of what is still to come. */
    static Node ahead() {
        Region ring = new Region();
        ring.getStyleClass().add("ahead");
        return ring;
    }

    /** @param condition of the whole enrolment, which the step that is here wears */
    void show(Step step, boolean next, Condition condition, DateTimes moments, Instant now) {
        getStyleClass().removeAll("done", "here", "later");
        switch (step.state()) {
            case DONE -> {
                getStyleClass().add("done");
                mark.getChildren().setAll(StateShape.of(Condition.DONE));
            }
            case HERE -> {
                getStyleClass().add("here");
                StateShape.paint(this, condition);
                mark.getChildren().setAll(StateShape.of(condition));
            }
            case LATER -> {
                getStyleClass().add("later");
                mark.getChildren().setAll(ahead());
            }
        }
        title.setText(step.title());
        turn.setText(texts.get("turn." + step.turn()));
        turn.setVisible(step.turn() != Turn.PENSIONER && step.turn() != Turn.NOBODY && step.state() != StepState.DONE);
        date.setText(dateOf(step, next, moments, now));
        setAccessibleText(spoken(step, next, moments));
    }

    /** What is known to keep the step from getting on; after it was shown. */
    void disturbed(List<String> notices) {
        String all = String.join("\n", notices);
        disturbed.setText(all);
        disturbed.setVisible(!notices.isEmpty());
        if (!notices.isEmpty()) {
            setAccessibleText(getAccessibleText() + " " + all);
        }
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
}
