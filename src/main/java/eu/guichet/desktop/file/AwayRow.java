package eu.guichet.desktop.file;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** An act on a file that is not shown: whose, what became of it, and the way there. */
final class AwayRow implements Rows.Row<AwayRow.Away> {
    /** @param underWay whether it has not ended yet */
    record Away(String pensionerId, String name, String sentence, boolean underWay) {}

    private final Texts texts;
    private final Label words = FlowCard.sentence("");
    private final Button see;
    private final Button dismiss;
    private final HBox node;
    private String pensionerId = "";

    AwayRow(Texts texts, Consumer<String> open, Consumer<String> seen) {
        this.texts = texts;
        see = FlowCard.button("", "", () -> open.accept(pensionerId));
        see.textProperty().bind(texts.bind("away.see"));
        dismiss = FlowCard.button("", "", () -> seen.accept(pensionerId));
        dismiss.setGraphic(Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("quiet", "icon-only");
        dismiss.accessibleTextProperty().bind(texts.bind("away.dismiss"));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setFocusTraversable(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        node = new HBox(words, see, dismiss);
        node.getStyleClass().addAll("banner", "away");
        node.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Away away) {
        pensionerId = away.pensionerId();
        words.setId("away-" + pensionerId);
        see.setId("away-see-" + pensionerId);
        dismiss.setId("away-dismiss-" + pensionerId);
        words.setText(texts.get("away", "name", away.name(), "sentence", away.sentence()));
        words.setGraphic(Icons.of(away.underWay() ? Feather.CLOCK : Feather.INFO));
        see.setAccessibleText(texts.get("away.see.spoken", "name", away.name()));
        dismiss.setVisible(!away.underWay());
        dismiss.setManaged(!away.underWay());
    }
}
