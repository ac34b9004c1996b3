package eu.guichet.desktop.training;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * The computer over the three places, these beside each other where there is room. Else all are below each other, and the
 * one at which she can go on is first.
 */
final class Cards extends GridPane {
    private static final double WIDE = 760;

    private final ComputerCard computer;
    private final List<? extends Node> places;
    private List<? extends Node> byUse;
    private boolean wide;

    Cards(ComputerCard computer, List<? extends Node> places) {
        this.computer = computer;
        this.places = places;
        this.byUse = Stream.concat(Stream.of(computer), places.stream()).toList();
        getStyleClass().add("training-cards");
        arrange();
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
    }

    /** @param cards the computer and all places, where she can go on first */
    void order(List<? extends Node> cards) {
        if (!cards.equals(byUse)) {
            byUse = List.copyOf(cards);
            arrange();
        }
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
        if (wide) {
            add(computer, 0, 0, columns, 1);
            addRow(1, places.toArray(Node[]::new));
        } else {
            addColumn(0, byUse.toArray(Node[]::new));
        }
    }
}
