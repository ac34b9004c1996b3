package eu.guichet.desktop.file;

import eu.guichet.contract.Condition;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.StateShape;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A stage in one line: its steps, and when it was done. Enter or a click unfolds the steps below it. */
final class StageRow extends HBox {
    private final Texts texts;
    private final Stage stage;
    private final StackPane mark = new StackPane();
    private final Label name = new Label();
    private final Label steps = new Label();
    private final Label date = new Label();
    private final Label fold = new Label();
    private String spoken = "";

    StageRow(Texts texts, Stage stage) {
        this.texts = texts;
        this.stage = stage;
        setId("stage-" + stage);
        getStyleClass().addAll("rung", "stage-row", "ring");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.BUTTON);
        mark.getStyleClass().add("rung-mark");
        name.getStyleClass().add("stage-name");
        name.setText(texts.get("stage." + stage));
        steps.getStyleClass().add("stage-steps");
        steps.setMinWidth(0);
        date.getStyleClass().add("rung-date");
        date.setMinWidth(USE_PREF_SIZE);
        fold.getStyleClass().add("stage-fold");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(mark, fold, name, steps, gap, date);
    }

    Stage stage() {
        return stage;
    }

    /** @param all of this stage, in order */
    void show(List<Step> all, DateTimes moments, Instant now) {
        boolean done = all.stream().allMatch(step -> step.state() == StepState.DONE);
        boolean later = all.stream().allMatch(step -> step.state() == StepState.LATER);
        getStyleClass().removeAll("done", "later");
        getStyleClass().add(done ? "done" : "later");
        mark.getChildren().setAll(done ? StateShape.of(Condition.DONE) : StepRow.ahead());
        Instant last = all.stream()
                .map(Step::doneAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        steps.setText(texts.get(
                "stage.steps",
                "from",
                all.getFirst().number(),
                "to",
                all.getLast().number()));
        date.setText(
                done
                        ? last == null ? texts.get("ladder.undated") : moments.shortDay(last, now)
                        : later ? texts.get("stage.later") : "");
        spoken = String.join(", ", name.getText(), steps.getText(), date.getText());
    }

    void unfold(boolean unfolded) {
        fold.setText(unfolded ? "▾" : "▸");
        setAccessibleText(spoken + ". " + texts.get(unfolded ? "stage.fold" : "stage.unfold"));
    }
}
