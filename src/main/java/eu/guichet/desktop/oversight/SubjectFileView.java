package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Asks for the reason why a file for a data subject is made, and what it is to be written in; away while none is asked for. */
final class SubjectFileView extends VBox {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    private final SubjectFileModel model;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final TextField why = new TextField();
    private final Label said = FlowCard.sentence("");
    private final BooleanBinding cannot;

    SubjectFileView(SubjectFileModel model, Texts texts, Function<ClientException, String> sentence) {
        this.model = model;
        this.texts = texts;
        this.sentence = sentence;
        setId("subject-file");
        setSpacing(12);
        getStyleClass().add("card");
        why.setId("subject-reason");
        said.setId("subject-said");
        cannot = Bindings.createBooleanBinding(
                () -> {
                    int length = why.getText().strip().length();
                    return length < SHORTEST_REASON
                            || length > LONGEST_REASON
                            || model.running().get();
                },
                why.textProperty(),
                model.running());
        model.person().subscribe(person -> {
            why.clear();
            setVisible(person != null);
            setManaged(person != null);
            if (person != null) {
                why.requestFocus();
            }
        });
        model.saved().subscribe(this::say);
        model.failure().subscribe(this::say);
        texts.language().subscribe(this::draw);
        draw();
    }

    private void draw() {
        Label title = new Label(texts.get("subject.title"));
        title.getStyleClass().addAll("heading", "wrap");
        title.setWrapText(true);
        Label what = FlowCard.sentence(texts.get("subject.what"));
        what.getStyleClass().addAll("small", "soft");
        Button cancel = FlowCard.button("subject-cancel", texts.get("cancel"), model::leave);
        FlowPane buttons = new FlowPane(8, 8, save(TableFormat.PDF), save(TableFormat.CSV), cancel);
        getChildren().setAll(title, what, FlowCard.field(texts.get("locks.why"), why), buttons, said);
        say();
    }

    private Button save(TableFormat format) {
        String key = Keys.kebab(format);
        Button button = FlowCard.button(
                "subject-" + key,
                texts.get("subject." + key),
                () -> model.make(why.getText().strip(), format));
        button.disableProperty().bind(cannot);
        return button;
    }

    private void say() {
        ClientException failed = model.failure().get();
        said.setText(
                failed != null
                        ? sentence.apply(failed)
                        : switch (model.saved().get()) {
                            case NOT_YET -> "";
                            case SAVED -> texts.get("subject.saved");
                            case NOT_WRITTEN -> texts.get("subject.not-written");
                        });
        said.setManaged(!said.getText().isEmpty());
    }
}
