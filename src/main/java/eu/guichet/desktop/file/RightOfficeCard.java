package eu.guichet.desktop.file;

import eu.guichet.contract.RightOffice;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which office is competent, what to read out of it, and what leads to another office. */
final class RightOfficeCard extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final Label quote = new Label();
    private final Label translation = new Label();
    private final Label register = FlowCard.sentence("");
    private final Button leave;
    private final Button transfer;

    /**
     * @param inOwn whether the agent wants the sentences in the own language too
     * @param busy whether another act is under way on the file
     */
    RightOfficeCard(
            Texts texts,
            BooleanProperty inOwn,
            ObservableValue<Boolean> busy,
            Runnable leaveNote,
            Runnable transferring) {
        this.texts = texts;
        setId("right-office");
        getStyleClass().addAll("card", "right-office");
        title.setId("right-office-title");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setGraphic(Icons.of(Feather.MAP_PIN));
        words(quote, "right-office-quote");
        words(translation, "right-office-translation");
        translation.visibleProperty().bind(inOwn.and(translation.textProperty().isNotEmpty()));
        translation.managedProperty().bind(translation.visibleProperty());
        register.setId("right-office-register");
        register.getStyleClass().add("soft");
        leave = FlowCard.button("office-note-leave", texts.get("right-office.leave"), leaveNote);
        leave.setGraphic(Icons.of(Feather.CORNER_UP_RIGHT));
        transfer = FlowCard.button("competence-transfer", texts.get("right-office.transfer"), transferring);
        transfer.setGraphic(Icons.of(Feather.SHUFFLE));
        for (Button button : List.of(leave, transfer)) {
            button.getStyleClass().add("quiet");
            button.managedProperty().bind(button.visibleProperty());
            busy.subscribe(button::setDisable);
        }
        getChildren().setAll(title, quote, translation, register, new WrapRow(8, 4, leave, transfer));
    }

    private static void words(Label label, String id) {
        label.setId(id);
        label.getStyleClass().addAll(id, "ring");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.focusTraversableProperty().bind(label.textProperty().isNotEmpty());
    }

    /** An earlier backend says nothing of it. */
    void show(@Nullable RightOffice right) {
        setVisible(right != null);
        setManaged(right != null);
        if (right == null) {
            return;
        }
        FlowTexts words = new FlowTexts(texts);
        title.setText(texts.get("right-office.title", "office", right.name()));
        say(quote, words.languageName(right.language()), right.toPensioner());
        say(translation, words.languageName(texts.locale().getLanguage()), right.inAgents());
        boolean transferred = right.registerOffice() != null;
        register.setText(
                transferred
                        ? texts.get("right-office.register", "office", texts.get("office." + right.registerOffice()))
                        : "");
        register.setVisible(transferred);
        register.setManaged(transferred);
        leave.setVisible(!right.writesTo().isEmpty());
        transfer.setVisible(right.mayTransfer());
    }

    private void say(Label label, String language, List<String> sentences) {
        String said = String.join(" ", sentences);
        label.setText(said);
        label.setAccessibleText(texts.get("say.spoken", "language", language, "words", said));
    }
}
