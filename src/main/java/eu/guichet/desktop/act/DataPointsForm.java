package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The three things the agent asks for and types. Emptied as soon as they have been sent. */
final class DataPointsForm {
    private final VerificationModel model;
    private final Texts texts;
    private final Map<VerificationModel.Field, TextField> fields = new EnumMap<>(VerificationModel.Field.class);
    private final Map<VerificationModel.Field, Label> faults = new EnumMap<>(VerificationModel.Field.class);
    private final Label understood = FlowCard.sentence("");
    private final VBox node = new VBox();
    private final TextField pensionNumber;
    private final TextField birthDate;
    private final TextField postcode;

    DataPointsForm(VerificationModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        node.getStyleClass().add("data-points");
        pensionNumber = field(VerificationModel.Field.PENSION_NUMBER);
        birthDate = field(VerificationModel.Field.BIRTH_DATE);
        postcode = field(VerificationModel.Field.POSTCODE);
        understood.getStyleClass().addAll("quiet", "understood");
        understood.setId("verification-understood");
        node.getChildren().add(4, understood);
        DateTimes moments = new DateTimes(texts.locale(), zone);
        birthDate.textProperty().subscribe(typed -> {
            String day = model.understood(typed).map(moments::fullDay).orElse("");
            understood.setText(day.isEmpty() ? "" : texts.get("understood", "value", day));
            understood.setVisible(!day.isEmpty());
            understood.setManaged(!day.isEmpty());
        });
    }

    Node node() {
        return node;
    }

    Node first() {
        return pensionNumber;
    }

    /** What was typed into another form for the same person. */
    void take(DataPointsForm before) {
        fields.forEach((field, input) -> {
            TextField typed = before.fields.get(field);
            if (typed != null) {
                input.setText(typed.getText());
            }
        });
    }

    /** Where something is being typed. */
    record Caret(VerificationModel.Field field, int anchor, int position) {}

    /** Empty where none of the fields has the focus. */
    Optional<Caret> focused() {
        return fields.entrySet().stream()
                .filter(one -> one.getValue().isFocused())
                .map(one -> new Caret(
                        one.getKey(), one.getValue().getAnchor(), one.getValue().getCaretPosition()))
                .findFirst();
    }

    /** Goes on typing where it was, without marking what stands there. */
    void focus(Caret at) {
        TextField input = fields.get(at.field());
        if (input != null) {
            input.requestFocus();
            input.selectRange(at.anchor(), at.position());
        }
    }

    void send() {
        if (model.compare(pensionNumber.getText(), birthDate.getText(), postcode.getText())) {
            wipe();
        }
    }

    void wipe() {
        fields.values().forEach(TextField::clear);
        showFaults(Map.of());
    }

    void showFaults(Map<VerificationModel.Field, VerificationModel.Fault> wrong) {
        boolean first = true;
        for (Map.Entry<VerificationModel.Field, TextField> one : fields.entrySet()) {
            VerificationModel.Fault fault = wrong.get(one.getKey());
            told(
                    one.getKey(),
                    fault == null ? "" : texts.get("fault." + Keys.kebab(one.getKey()) + "." + Keys.kebab(fault)));
            if (fault != null && first) {
                one.getValue().requestFocus();
                first = false;
            }
        }
    }

    private void told(VerificationModel.Field field, String sentence) {
        TextField input = fields.get(field);
        Label label = faults.get(field);
        boolean stays = sentence.isEmpty() && label != null && label.getText().isEmpty();
        if (input == null || label == null || stays) {
            return;
        }
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
        input.setAccessibleHelp(sentence);
        input.getStyleClass().remove("fault");
        if (!sentence.isEmpty()) {
            input.getStyleClass().add("fault");
        }
    }

    private TextField field(VerificationModel.Field field) {
        TextField input = new TextField();
        input.setId("verification-" + Keys.kebab(field));
        input.setPromptText(texts.get("field." + Keys.kebab(field) + ".prompt"));
        input.setAccessibleText(texts.get("field." + Keys.kebab(field)));
        Label name = new Label(texts.get("field." + Keys.kebab(field)));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(input);
        Label fault = FlowCard.sentence("");
        fault.getStyleClass().add("flow-fault");
        fault.setId("fault-" + Keys.kebab(field));
        fault.setVisible(false);
        fault.setManaged(false);
        VBox box = new VBox(name, input);
        box.getStyleClass().add("flow-field");
        // what is being corrected is not wrong any more
        input.textProperty().subscribe((before, now) -> {
            told(field, "");
            input.setAccessibleHelp("");
        });
        fields.put(field, input);
        faults.put(field, fault);
        node.getChildren().addAll(box, fault);
        return input;
    }
}
