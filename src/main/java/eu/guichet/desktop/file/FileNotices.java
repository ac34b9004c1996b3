package eu.guichet.desktop.file;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the place of a file while none is shown. */
final class FileNotices {
    private final Texts texts;

    FileNotices(Texts texts) {
        this.texts = texts;
    }

    Node empty() {
        return notice("file-empty", Feather.SEARCH, "empty.title", texts.get("empty.more"));
    }

    Node loading(Busy busy) {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setMaxSize(40, 40);
        spinner.setAccessibleText(texts.get("loading"));
        Label words = new Label(texts.get("loading"));
        words.getStyleClass().add("soft");
        VBox box = new VBox(spinner, words);
        box.getStyleClass().add("file-notice");
        box.setId("file-loading");
        box.visibleProperty().bind(busy.spinning());
        return box;
    }

    /** Its button has the id {@code file-again}. */
    Node failed(String sentence, Runnable again) {
        VBox box = notice("file-failed", Feather.CLOUD_OFF, "failed.title", sentence);
        Button button = FlowCard.mainButton("file-again", new FlowTexts(texts).get("try-again"), again);
        box.getChildren().add(button);
        return box;
    }

    private VBox notice(String id, Feather icon, String titleKey, String more) {
        Label title = new Label(texts.get(titleKey));
        title.getStyleClass().addAll("standing");
        title.setWrapText(true);
        Label sentence = FlowCard.sentence(more);
        sentence.getStyleClass().add("soft");
        VBox box = new VBox(Icons.of(icon, "large", "quiet"), title, sentence);
        box.getStyleClass().add("file-notice");
        box.setId(id);
        return box;
    }
}
