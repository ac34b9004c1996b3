package eu.guichet.desktop.file;

import eu.guichet.contract.Advice;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sentences to say, in the pensioner's own language. */
final class SayNow extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final Label language = new Label();
    private final Label quote = new Label();

    SayNow(Texts texts) {
        this.texts = texts;
        getStyleClass().add("say-now");
        title.setText(texts.get("say.title"));
        title.getStyleClass().add("section-title");
        language.getStyleClass().add("say-language");
        language.setGraphic(Icons.of(Feather.GLOBE));
        HBox head = new HBox(title, language);
        head.getStyleClass().add("say-head");
        quote.setId("say-quote");
        quote.getStyleClass().add("say-quote");
        quote.setWrapText(true);
        quote.setMinHeight(USE_PREF_SIZE);
        quote.setFocusTraversable(true);
        getChildren().addAll(head, quote);
    }

    void show(Advice advice) {
        String name = new FlowTexts(texts).languageName(advice.language());
        language.setText(texts.get("say.in", "language", name));
        quote.setText(String.join(" ", advice.toPensioner()));
        quote.setAccessibleText(
                texts.get("say.spoken", "language", name, "words", String.join(" ", advice.toPensioner())));
    }
}
