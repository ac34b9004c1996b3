package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld.Item;
import eu.guichet.desktop.ui.Icons;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One thing that arrived, drawn as what it is: an e-mail, a text message or a registered letter. */
final class Arrival extends VBox {
    Arrival(Item item, String time) {
        getStyleClass()
                .addAll("training-arrival", "training-" + Spot.of(item.place()).key() + "-item");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(String.join(", ", item.from(), time, item.subject(), item.text()));
        switch (item.place()) {
            case MAILBOX -> getChildren().addAll(head(item, time), subject(item), text(item));
            case PHONE -> getChildren().addAll(bubble(item), small(item.from() + " · " + time));
            case LETTERBOX -> getChildren().addAll(letterHead(item, time), subject(item), text(item));
        }
    }

    private static HBox head(Item item, String time) {
        Label from = small(item.from());
        HBox head = new HBox(8, from, spring(), small(time));
        head.getStyleClass().add("training-mail-head");
        return head;
    }

    private static HBox letterHead(Item item, String time) {
        Label stamp = new Label("R", Icons.of(Feather.AWARD, "training"));
        stamp.getStyleClass().add("training-stamp");
        stamp.setMinWidth(USE_PREF_SIZE);
        VBox sender = new VBox(small(item.from()), small(time));
        return new HBox(8, sender, spring(), stamp);
    }

    private static VBox bubble(Item item) {
        VBox bubble = new VBox(text(item));
        bubble.getStyleClass().add("training-bubble");
        return bubble;
    }

    private static Label subject(Item item) {
        Label subject = new Label(item.subject());
        subject.getStyleClass().addAll("strong", "wrap");
        return subject;
    }

    private static Label text(Item item) {
        Label text = new Label(item.text());
        text.getStyleClass().add("wrap");
        return text;
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("small", "soft", "wrap");
        return label;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
