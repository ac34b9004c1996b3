package eu.guichet.desktop.problem;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.ui.Icons;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A failure where it happened: what, what to do, and a button where trying again makes sense. Takes no room while there is
 * none. It can take the focus, so that a screen reader reads it: {@link #requestFocus()} after an act of the agent's; not
 * for what happened in the background.
 */
public final class ProblemBanner extends HBox {
    private final ProblemMessages messages;
    private final Label sentence = new Label();
    private final Label nextStep = new Label();
    private final ProblemReference reference;
    private final Button retry = new Button();
    private final Button dismiss = new Button();

    private @Nullable ClientException failure;
    private @Nullable Runnable again;

    public ProblemBanner(ProblemMessages messages) {
        this.messages = messages;
        this.reference = new ProblemReference(messages, "");
        getStyleClass().addAll("banner", "danger");
        setAlignment(Pos.TOP_LEFT);
        setId("problem-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);

        sentence.getStyleClass().addAll("strong", "wrap", "danger");
        sentence.setId("problem-sentence");
        nextStep.getStyleClass().addAll("wrap");
        nextStep.setId("problem-next");
        sentence.setMinHeight(USE_PREF_SIZE);
        nextStep.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(4, sentence, nextStep, reference);
        words.getStyleClass().add("problem-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);

        retry.setId("problem-retry");
        retry.textProperty().bind(messages.texts().bind("retry"));
        retry.accessibleTextProperty().bind(retry.textProperty());
        retry.setGraphic(Icons.of(Feather.ROTATE_CW));
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(event -> tryAgain());
        dismiss.setId("problem-dismiss");
        dismiss.setGraphic(Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("quiet", "icon-only");
        dismiss.accessibleTextProperty().bind(messages.texts().bind("dismiss"));
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(event -> clear());

        getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "danger"), words, retry, dismiss);
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("problem.css"))
                        .toExternalForm());
        messages.texts().language().subscribe(this::refresh);
        refresh();
    }

    /** @param tryAgain run by the button, which is there only where trying again makes sense and does no harm */
    public void show(ClientException newFailure, Runnable tryAgain) {
        failure = newFailure;
        again = tryAgain;
        refresh();
    }

    public void clear() {
        failure = null;
        again = null;
        refresh();
    }

    private void tryAgain() {
        Runnable action = again;
        clear();
        if (action != null) {
            action.run();
        }
    }

    private void refresh() {
        boolean present = failure != null;
        setVisible(present);
        setManaged(present);
        if (failure == null) {
            return;
        }
        ProblemMessage message = messages.of(failure);
        sentence.setText(message.sentence());
        nextStep.setText(message.nextStep());
        reference.set(message.reference());
        setAccessibleText(message.sentence() + " " + message.nextStep());
        boolean button = message.retry() && again != null;
        retry.setVisible(button);
        retry.setManaged(button);
    }
}
