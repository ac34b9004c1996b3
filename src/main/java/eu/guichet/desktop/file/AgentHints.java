package eu.guichet.desktop.file;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the agent should check and do, in order; below the acts, which must be seen without scrolling. */
final class AgentHints extends VBox {
    private final Texts texts;

    AgentHints(Texts texts) {
        this.texts = texts;
        getStyleClass().add("hints");
    }

    void show(List<String> hints) {
        setVisible(!hints.isEmpty());
        setManaged(!hints.isEmpty());
        Label title = new Label(texts.get("say.hints"));
        title.getStyleClass().addAll("heading", "section-title");
        getChildren().setAll(title, FlowCard.list(hints, Feather.CORNER_DOWN_RIGHT));
    }
}
