package eu.guichet.desktop.problem;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The reference to quote, to be marked and copied; in lines of its own, so that a narrow card shows all of it. */
public final class ProblemReference extends VBox {
    private final TextField reference;

    public ProblemReference(ProblemMessages messages, String text) {
        Label name = new Label();
        name.textProperty().bind(messages.texts().bind("reference"));
        name.getStyleClass().addAll("small", "soft");
        reference = new TextField(text);
        reference.setEditable(false);
        reference.setId("problem-reference");
        reference.getStyleClass().add("problem-reference");
        reference.accessibleTextProperty().bind(messages.texts().bind("reference"));
        getChildren().addAll(name, reference);
        getStylesheets()
                .add(Objects.requireNonNull(ProblemReference.class.getResource("problem.css"))
                        .toExternalForm());
    }

    void set(String text) {
        reference.setText(text);
    }
}
