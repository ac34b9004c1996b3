package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld.Move;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What she can do on her computer, where nothing arrives but much begins. */
final class ComputerCard extends StackPane {
    private final Label title = new Label();
    private final Label empty = new Label();
    private final MoveButtons moves;

    ComputerCard(TrainingModel model, Texts texts) {
        moves = new MoveButtons(model);
        setId("training-" + Spot.COMPUTER.key());
        getStyleClass().addAll("card", "training-card");
        title.textProperty().bind(texts.bind(Spot.COMPUTER.key() + ".title"));
        title.setGraphic(Icons.of(Spot.COMPUTER.icon(), "training"));
        title.getStyleClass().addAll("heading", "training-title");
        title.setMinWidth(USE_PREF_SIZE);
        empty.textProperty().bind(texts.bind(Spot.COMPUTER.key() + ".empty"));
        empty.getStyleClass().addAll("quiet", "wrap");
        forget();
    }

    /** While nothing is known yet. */
    void forget() {
        show(List.of());
        empty.setVisible(false);
    }

    void show(List<Move> possible) {
        moves.show(possible);
        empty.setVisible(possible.isEmpty());
        empty.setManaged(possible.isEmpty());
    }

    /** On one line where there is room, else below each other. */
    void arrange(boolean wide) {
        if (wide) {
            HBox line = new HBox(24, title, empty, moves);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(line);
        } else {
            getChildren().setAll(new VBox(12, title, empty, moves));
        }
    }
}
