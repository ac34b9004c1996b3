package eu.guichet.desktop.training;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The computer over the three places: beside each other where there is room, else below each other. */
final class Cards extends GridPane {
    private static final double WIDE = 760;

    private final ComputerCard computer;
    private final List<? extends Node> places;
    private boolean wide;

    Cards(ComputerCard computer, List<? extends Node> places) {
        this.computer = computer;
        this.places = places;
        getStyleClass().add("training-cards");
        arrange();
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
    }

    private void arrange(boolean nowWide) {
        if (nowWide != wide) {
            wide = nowWide;
            arrange();
        }
    }

    private void arrange() {
        int columns = wide ? places.size() : 1;
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        getChildren().clear();
        computer.arrange(wide);
        add(computer, 0, 0, columns, 1);
        for (int i = 0; i < places.size(); i++) {
            add(places.get(i), wide ? i : 0, wide ? 1 : i + 1);
        }
    }
}
