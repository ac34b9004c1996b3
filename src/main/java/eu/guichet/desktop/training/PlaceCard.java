package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.Item;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Mailbox, phone or letterbox: what arrived last in full, what came before on demand, and what can be done with it. */
final class PlaceCard extends VBox {
    private final VBox screen = new VBox();
    private final VBox before = new VBox();
    private final ToggleButton earlier = new ToggleButton();
    private final IntegerProperty older = new SimpleIntegerProperty();
    private final Label empty;
    private final MoveButtons moves;
    private final Function<Item, String> time;

    /** @param time when an item arrived, for people */
    PlaceCard(Spot spot, TrainingModel model, Texts texts, Function<Item, String> time) {
        this.time = time;
        this.moves = new MoveButtons(model);
        setId("training-" + spot.key());
        getStyleClass().addAll("card", "training-card");

        Label title = new Label();
        title.textProperty().bind(texts.bind(spot.key() + ".title"));
        title.setGraphic(Icons.of(spot.icon(), "training"));
        title.getStyleClass().addAll("heading", "training-title");

        empty = new Label();
        empty.textProperty().bind(texts.bind(spot.key() + ".empty"));
        empty.getStyleClass().addAll("quiet", "wrap", "training-empty");

        earlier.textProperty().bind(texts.bind("earlier", "count", older));
        earlier.accessibleTextProperty().bind(texts.bind(spot.key() + ".earlier", "count", older));
        earlier.setId("training-" + spot.key() + "-earlier");
        earlier.getStyleClass().add("training-earlier");
        before.getStyleClass().add("training-before");
        before.visibleProperty().bind(earlier.selectedProperty());
        before.managedProperty().bind(earlier.selectedProperty());

        screen.getStyleClass().addAll("training-screen", "training-" + spot.key() + "-screen");
        VBox.setVgrow(screen, Priority.ALWAYS);
        VBox object = new VBox(screen);
        object.getStyleClass().add("training-" + spot.key());
        VBox.setVgrow(object, Priority.ALWAYS);
        if (spot == Spot.PHONE) {
            object.getChildren().addFirst(speaker());
        }
        getChildren().addAll(title, object, moves);
        forget();
    }

    /** While nothing is known yet. */
    void forget() {
        show(List.of(), List.of());
        empty.setVisible(false);
    }

    /** @param items of this place, newest first */
    void show(List<Item> items, List<TrainingWorld.Move> possible) {
        empty.setVisible(true);
        older.set(Math.max(0, items.size() - 1));
        earlier.setVisible(older.get() > 0);
        earlier.setManaged(older.get() > 0);
        if (older.get() == 0) {
            earlier.setSelected(false);
        }
        before.getChildren().setAll(items.stream().skip(1).map(this::arrival).toList());
        if (items.isEmpty()) {
            screen.getChildren().setAll(empty);
        } else {
            screen.getChildren().setAll(arrival(items.getFirst()), earlier, before);
        }
        moves.show(possible);
    }

    private Arrival arrival(Item item) {
        return new Arrival(item, time.apply(item));
    }

    private static HBox speaker() {
        Region slit = new Region();
        slit.getStyleClass().add("training-speaker");
        HBox row = new HBox(slit);
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
