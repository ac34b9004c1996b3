package eu.guichet.desktop.file;

import eu.guichet.contract.Advice;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.KeyHint;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What to say, in the pensioner's language and, where the agent wants it, in the agent's own; below it what to check and to
 * do, in order.
 */
final class SayCard extends VBox {
    private final Texts texts;
    private final Label language = new Label();
    private final ToggleButton own = new ToggleButton();
    private final Label quote = new Label();
    private final Label translation = new Label();
    private final VBox hints = new VBox();

    /** @param inOwn whether the agent wants the sentences in the own language too; lasts from file to file */
    SayCard(Texts texts, BooleanProperty inOwn) {
        this.texts = texts;
        getStyleClass().addAll("card", "say-now");
        Label title = new Label(texts.get("say.title"));
        title.getStyleClass().add("section-title");
        language.getStyleClass().add("say-language");
        own.setId("say-own");
        own.getStyleClass().add("say-own");
        own.setGraphic(new KeyHint(texts.get("key.own")));
        own.selectedProperty().bindBidirectional(inOwn);
        own.managedProperty().bind(own.visibleProperty());
        WrapRow head = new WrapRow(10, 4, title, language, own);
        head.getStyleClass().add("say-head");
        words(quote, "say-quote");
        words(translation, "say-translation");
        translation.visibleProperty().bind(own.visibleProperty().and(own.selectedProperty()));
        translation.managedProperty().bind(translation.visibleProperty());
        hints.getStyleClass().add("hints");
        getChildren().setAll(head, quote, translation, hints);
    }

    private static void words(Label label, String id) {
        label.setId(id);
        label.getStyleClass().addAll(id, "ring");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setFocusTraversable(true);
    }

    void show(Advice advice) {
        FlowTexts words = new FlowTexts(texts);
        String hers = words.languageName(advice.language());
        String agents = words.languageName(texts.locale().getLanguage());
        language.setText(texts.get("say.in", "language", hers));
        own.setText(texts.get("say.own", "language", agents));
        own.setVisible(!advice.toPensionerInAgents().isEmpty());
        say(quote, hers, advice.toPensioner());
        say(translation, agents, advice.toPensionerInAgents());
        hints.setVisible(!advice.toAgent().isEmpty());
        hints.setManaged(!advice.toAgent().isEmpty());
        Node list = FlowCard.list(advice.toAgent(), Feather.CHEVRON_RIGHT);
        hints.getChildren().setAll(list);
    }

    private void say(Label label, String language, List<String> sentences) {
        String said = String.join(" ", sentences);
        label.setText(said);
        label.setAccessibleText(texts.get("say.spoken", "language", language, "words", said));
    }

    /** @return whether there is another language to show or hide */
    boolean toggleOwn() {
        if (own.isVisible()) {
            own.setSelected(!own.isSelected());
        }
        return own.isVisible();
    }
}
