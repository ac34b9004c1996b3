package eu.guichet.desktop.problem;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The reference to quote, to be marked and copied. */
public final class ProblemReference extends HBox {
    private final TextField reference;

    public ProblemReference(ProblemMessages messages, String text) {
        super(4);
        Label name = new Label();
        name.textProperty().bind(messages.texts().bind("reference"));
        name.getStyleClass().addAll("small", "soft");
        name.setMinWidth(USE_PREF_SIZE);
        reference = new TextField(text);
        reference.setEditable(false);
        reference.setId("problem-reference");
        reference.getStyleClass().add("problem-reference");
        reference.accessibleTextProperty().bind(messages.texts().bind("reference"));
        HBox.setHgrow(reference, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name, reference);
        getStylesheets()
                .add(Objects.requireNonNull(ProblemReference.class.getResource("problem.css"))
                        .toExternalForm());
    }

    void set(String text) {
        reference.setText(text);
    }
}
