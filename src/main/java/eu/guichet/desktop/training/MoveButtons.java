package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld.Move;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.text.Keys;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The steps she can take at one place, each a button. They stay enabled while a step is being taken, because a disabled button
 * loses the focus; the model takes one step at a time.
 */
final class MoveButtons extends VBox {
    private final TrainingModel model;

    MoveButtons(TrainingModel model) {
        this.model = model;
        getStyleClass().add("training-moves");
    }

    void show(List<Move> moves) {
        getChildren().setAll(moves.stream().map(this::button).toList());
        setVisible(!moves.isEmpty());
        setManaged(!moves.isEmpty());
    }

    private Button button(Move move) {
        boolean forward = Spot.forward(move.kind());
        Button button = new Button(
                move.label(),
                Icons.of(
                        forward ? Feather.ARROW_RIGHT_CIRCLE : Feather.CORNER_UP_LEFT, forward ? "training" : "quiet"));
        button.setId("training-move-" + Keys.kebab(move.kind()));
        button.getStyleClass().addAll("training-move", forward ? "forward" : "mishap");
        button.setAccessibleText(move.label());
        button.setOnAction(event -> model.take(move.kind()));
        return button;
    }
}
