package eu.guichet.desktop.file;

import eu.guichet.contract.Condition;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Turn;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.StateShape;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the enrolment stands, in one sentence to be read from two metres, with the colour and shape of its condition. */
final class StatusBanner extends HBox {
    private final Texts texts;
    private final StateShape shape = new StateShape();
    private final Label standing = new Label();
    private final Label step = new Label();
    private final Label turn = new Label();
    private final LastMessage lastMessage;
    private final WrapRow line = new WrapRow(10, 2, step);
    private final VBox words = new VBox(standing, line);

    StatusBanner(Texts texts, DateTimes moments) {
        this.texts = texts;
        lastMessage = new LastMessage(texts, moments);
        getStyleClass().add("standing-bar");
        setAlignment(Pos.CENTER_LEFT);
        standing.getStyleClass().addAll("standing", "ring");
        standing.setId("standing");
        standing.setWrapText(true);
        standing.setMinHeight(USE_PREF_SIZE);
        standing.setFocusTraversable(true);
        step.getStyleClass().add("standing-step");
        step.setWrapText(true);
        step.setMinHeight(USE_PREF_SIZE);
        turn.getStyleClass().add("standing-turn");
        turn.setId("standing-turn");
        turn.setMinWidth(USE_PREF_SIZE);
        words.getChildren().add(lastMessage);
        words.getStyleClass().add("standing-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(shape, words, turn);
    }

    /** Puts whose turn it is among the words, where beside them it would leave little room. */
    void fold(boolean narrow) {
        getChildren().remove(turn);
        line.getChildren().remove(turn);
        if (narrow) {
            line.getChildren().addFirst(turn);
        } else {
            getChildren().add(turn);
        }
    }

    void show(PensionerFile file) {
        StateShape.paint(this, file.condition());
        shape.show(file.condition());
        standing.setText(file.standing());
        String note = file.steps().stream()
                .filter(one -> one.state() == StepState.HERE)
                .map(Step::note)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String number = texts.get("standing.step", "step", file.step());
        step.setText(note.isEmpty() ? number : number + "  ·  " + note);
        turn.setText(word(file.condition(), file.turn()));
        standing.setAccessibleText(String.join(". ", List.of(file.standing(), turn.getText(), step.getText())));
    }

    private String word(Condition condition, Turn turn) {
        String exact = "condition." + condition + "." + turn;
        return texts.get(texts.has(exact) ? exact : "condition." + condition);
    }

    /** @param timeline newest first */
    void showMessage(PensionerFile file, List<TimelineEntry> timeline, Instant now) {
        lastMessage.show(file, timeline, now);
    }

    void readOut() {
        standing.requestFocus();
    }
}
