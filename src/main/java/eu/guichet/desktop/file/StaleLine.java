package eu.guichet.desktop.file;

import eu.guichet.desktop.flow.FlowCard;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says over the foot of the file that it may be out of date, and lets one read it again. It stays the same node. */
final class StaleLine extends HBox {
    private final Label sentence = FlowCard.spoken("file-stale", "", Feather.ALERT_TRIANGLE);
    private final Button again;

    StaleLine(Runnable readAgain) {
        again = FlowCard.button("file-stale-again", "", readAgain);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().addAll("banner", "warn");
        getChildren().addAll(sentence, again);
    }

    void say(String why, String button) {
        sentence.setText(why);
        sentence.setAccessibleText(why);
        again.setText(button);
    }
}
