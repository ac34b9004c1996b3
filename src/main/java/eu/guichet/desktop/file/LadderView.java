package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.NoticeText;
import eu.guichet.desktop.ui.OneTabStop;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * The sixteen steps of the manual in their five stages. The stage that is under way shows its steps; every other one is folded
 * into a line, which Enter, a click or the arrow keys to the side unfold and fold. One stop for the Tab key.
 */
final class LadderView extends VBox {
    private static final int STEPS = 16;

    private final DateTimes moments;
    private final NoticeText words;
    private final List<StepRow> rungs = new ArrayList<>();
    private final Map<Stage, StageRow> stages = new EnumMap<>(Stage.class);
    private final Set<Stage> unfolded = EnumSet.noneOf(Stage.class);
    private final VBox rows = new VBox();
    private final OneTabStop stop = new OneTabStop(rows);
    private List<Step> steps = List.of();

    LadderView(Texts texts, DateTimes moments) {
        this.moments = moments;
        this.words = new NoticeText(texts, moments);
        setId("ladder");
        getStyleClass().addAll("card", "ladder");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.get("ladder.name"));
        Label heading = new Label(texts.get("ladder.title"));
        heading.getStyleClass().add("section-title");
        rows.getStyleClass().add("rungs");
        getChildren().setAll(heading, rows);
        for (Stage stage : Stage.values()) {
            StageRow row = new StageRow(texts, stage);
            row.setOnMouseClicked(event -> turn(row, !unfolded.contains(stage)));
            stages.put(stage, row);
        }
        for (int i = 1; i <= STEPS; i++) {
            rungs.add(new StepRow(texts, i));
        }
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(PensionerFile file, Instant now) {
        steps = file.steps();
        int next = steps.stream()
                .filter(step -> step.state() == StepState.LATER)
                .mapToInt(Step::number)
                .min()
                .orElse(0);
        for (Step step : steps) {
            StepRow rung = rungs.get(step.number() - 1);
            rung.show(step, step.number() == next, file.condition(), moments, now);
            rung.disturbed(file.notices().stream()
                    .filter(notice -> notice.steps().contains(step.number()) && notice.inForce(now))
                    .map(notice -> words.sentence(notice, now))
                    .toList());
        }
        stages.forEach((stage, row) -> row.show(of(stage), moments, now));
        draw();
        steps.stream()
                .filter(step -> step.state() == StepState.HERE)
                .findFirst()
                .ifPresent(step -> stop.enterAt(rungs.get(step.number() - 1)));
    }

    private List<Step> of(Stage stage) {
        return steps.stream().filter(step -> step.stage() == stage).toList();
    }

    private void draw() {
        List<Node> wanted = new ArrayList<>();
        stages.forEach((stage, row) -> {
            List<Step> all = of(stage);
            boolean here = all.stream().anyMatch(step -> step.state() == StepState.HERE);
            row.unfold(unfolded.contains(stage));
            if (!here) {
                wanted.add(row);
            }
            if (here || unfolded.contains(stage)) {
                all.forEach(step -> wanted.add(rungs.get(step.number() - 1)));
            }
        });
        ListDiff.update(rows.getChildren(), wanted, Function.identity());
        stop.rows(wanted);
    }

    private void pressed(KeyEvent event) {
        if (!(event.getTarget() instanceof StageRow row)) {
            return;
        }
        boolean open = unfolded.contains(row.stage());
        boolean wanted = switch (event.getCode()) {
            case ENTER, SPACE -> !open;
            case RIGHT -> true;
            case LEFT -> false;
            default -> open;
        };
        if (wanted != open) {
            turn(row, wanted);
            event.consume();
        }
    }

    private void turn(StageRow row, boolean wanted) {
        if (wanted) {
            unfolded.add(row.stage());
        } else {
            unfolded.remove(row.stage());
        }
        draw();
        row.requestFocus();
    }

    boolean focus() {
        return stop.focus();
    }
}
