package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The sixteen steps of the manual in their five stages. One stop for the Tab key, at the step where the pensioner stands;
 * from there the arrow keys, Home and End lead along the rungs, each of which speaks for itself.
 */
final class LadderView extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final int STEPS = 16;

    private final Texts texts;
    private final DateTimes moments;
    private final List<StepRow> rungs = new ArrayList<>();
    private final Map<Stage, HBox> blocks = new EnumMap<>(Stage.class);
    private final Map<Stage, VBox> stageRungs = new EnumMap<>(Stage.class);
    private final Map<Stage, VBox> stageHeads = new EnumMap<>(Stage.class);
    private final Map<Stage, Label> stageStates = new EnumMap<>(Stage.class);
    private int current;
    private boolean folded;

    LadderView(Texts texts, DateTimes moments) {
        this.texts = texts;
        this.moments = moments;
        setId("ladder");
        getStyleClass().add("ladder");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.get("ladder.name"));
        for (Stage stage : Stage.values()) {
            getChildren().add(block(stage));
        }
        for (int i = 1; i <= STEPS; i++) {
            rungs.add(new StepRow(texts, i));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::climb);
    }

    /** Puts each stage's name above its steps: beside them, little would be left of their words. */
    void fold(boolean narrow) {
        if (narrow == folded) {
            return;
        }
        folded = narrow;
        rungs.forEach(rung -> rung.fold(narrow));
        blocks.forEach((stage, block) -> {
            VBox head = stageHeads.get(stage);
            VBox box = stageRungs.get(stage);
            if (head != null && box != null) {
                block.getChildren().clear();
                if (narrow) {
                    VBox folding = new VBox(head, box);
                    HBox.setHgrow(folding, Priority.ALWAYS);
                    block.getChildren().setAll(folding);
                } else {
                    block.getChildren().setAll(head, box);
                }
            }
        });
    }

    void show(PensionerFile file, Instant now) {
        boolean focused = rungs.stream().anyMatch(StepRow::isFocused);
        for (Stage stage : Stage.values()) {
            List<Step> steps =
                    file.steps().stream().filter(step -> step.stage() == stage).toList();
            List<StepRow> wanted =
                    steps.stream().map(step -> rungs.get(step.number() - 1)).toList();
            VBox box = stageRungs.get(stage);
            if (box != null && !box.getChildren().equals(wanted)) {
                box.getChildren().setAll(wanted);
            }
            showState(stage, steps);
        }
        int next = file.steps().stream()
                .filter(step -> step.state() == StepState.LATER)
                .mapToInt(Step::number)
                .min()
                .orElse(0);
        for (Step step : file.steps()) {
            rungs.get(step.number() - 1).show(step, step.number() == next, moments, now);
        }
        if (!focused) {
            current = file.steps().stream()
                    .filter(step -> step.state() == StepState.HERE)
                    .mapToInt(Step::number)
                    .findFirst()
                    .orElse(next == 0 ? STEPS : next);
        }
        mark();
    }

    private HBox block(Stage stage) {
        Label name = new Label(texts.get("stage." + stage.name()), Icons.of(StatusIcons.icon(stage)));
        name.getStyleClass().add("stage-name");
        Label state = new Label();
        state.getStyleClass().add("stage-state");
        VBox head = new VBox(name, state);
        head.getStyleClass().add("stage-head");
        head.setAlignment(Pos.TOP_LEFT);
        VBox box = new VBox();
        box.getStyleClass().add("stage-rungs");
        HBox.setHgrow(box, Priority.ALWAYS);
        stageHeads.put(stage, head);
        HBox block = new HBox(head, box);
        block.getStyleClass().add("stage");
        blocks.put(stage, block);
        stageRungs.put(stage, box);
        stageStates.put(stage, state);
        return block;
    }

    private void showState(Stage stage, List<Step> steps) {
        HBox block = blocks.get(stage);
        Label state = stageStates.get(stage);
        if (block == null || state == null) {
            return;
        }
        long done =
                steps.stream().filter(step -> step.state() == StepState.DONE).count();
        boolean all = done == steps.size();
        boolean here = steps.stream().anyMatch(step -> step.state() == StepState.HERE);
        block.pseudoClassStateChanged(DONE, all);
        block.pseudoClassStateChanged(HERE, here);
        state.setGraphic(all ? Icons.of(Feather.CHECK) : null);
        state.setText(
                all
                        ? texts.get("stage.done")
                        : done > 0
                                ? texts.get("stage.progress", "done", done, "all", steps.size())
                                : texts.get(here ? "stage.here" : "stage.later"));
    }

    private void climb(KeyEvent event) {
        int to = switch (event.getCode()) {
            case DOWN -> current + 1;
            case UP -> current - 1;
            case HOME -> 1;
            case END -> STEPS;
            default -> 0;
        };
        if (to >= 1 && to <= STEPS) {
            current = to;
            mark();
            rungs.get(current - 1).requestFocus();
            event.consume();
        }
    }

    private void mark() {
        for (int i = 0; i < STEPS; i++) {
            rungs.get(i).setFocusTraversable(i + 1 == current);
        }
    }
}
