package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The birth as it is typed from a document or heard in a call back. Emptied as soon as it has been sent. */
final class BirthForm {
    private final VerificationModel.Field field;
    private final Texts texts;
    private final TextField input = new TextField();
    private final Label fault = FlowCard.sentence("");
    private final VBox node = new VBox();

    BirthForm(VerificationModel.Field field, Texts texts) {
        this.field = field;
        this.texts = texts;
        String key = "field." + Keys.kebab(field);
        input.setId("typed-" + Keys.kebab(field));
        input.setPromptText(texts.get(key + ".prompt"));
        input.setAccessibleText(texts.get(key));
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(input);
        fault.getStyleClass().add("flow-fault");
        fault.setId("typed-fault");
        VBox box = new VBox(name, input);
        box.getStyleClass().add("flow-field");
        node.getStyleClass().add("data-points");
        node.getChildren().addAll(box, fault);
        // what is being corrected is not wrong any more
        input.textProperty().subscribe((before, now) -> show(Map.of()));
        show(Map.of());
    }

    VerificationModel.Field field() {
        return field;
    }

    Node node() {
        return node;
    }

    TextField input() {
        return input;
    }

    void wipe() {
        input.clear();
        show(Map.of());
    }

    void show(Map<VerificationModel.Field, VerificationModel.Fault> wrong) {
        VerificationModel.Fault what = wrong.get(field);
        String sentence = what == null ? "" : texts.get("fault." + Keys.kebab(field) + "." + Keys.kebab(what));
        fault.setText(sentence);
        fault.setVisible(what != null);
        fault.setManaged(what != null);
        input.setAccessibleHelp(sentence);
        input.getStyleClass().remove("fault");
        if (what != null) {
            input.getStyleClass().add("fault");
            input.requestFocus();
        }
    }
}
