package eu.guichet.desktop.contact;

import eu.guichet.contract.Contact;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One line above the file: why it is open and since when, the agent's own line, and the way to close it. */
public final class ContactBar extends HBox {
    private static final String BUNDLE = "eu.guichet.desktop.contact.contact";

    private final ContactModel model;
    private final Texts texts;
    private final ContactWords words;
    private final Label line = new Label();
    private final Label noteState = new Label();
    private final TextField note = new TextField();
    private final Subscription subscriptions;

    /**
     * @param reasons one may change to
     * @param close closes the file
     */
    public ContactBar(
            ContactModel model, Texts anyTexts, ZoneId zone, List<Choice> reasons, Runnable close, Runnable back) {
        this.model = model;
        texts = anyTexts.sibling(BUNDLE);
        words = new ContactWords(texts, zone);
        getStyleClass().addAll("contact-bar");
        setAlignment(Pos.CENTER_LEFT);
        line.setId("contact-line");
        line.getStyleClass().addAll("small", "soft");
        // in a narrow window with large text it is the first to be cut: the head of the file says as much
        line.setMinWidth(0);
        note.setId("contact-note");
        note.getStyleClass().add("contact-note");
        note.promptTextProperty().bind(texts.bind("note.prompt"));
        note.accessibleTextProperty().bind(texts.bind("note.name"));
        note.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= NoteModel.LONGEST ? change : null));
        // out of the line, to where one was
        note.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                back.run();
            }
        });
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        note.textProperty().bindBidirectional(model.note().text());
        noteState.setId("note-state");
        noteState.getStyleClass().addAll("small", "quiet");
        noteState.setMinWidth(0);
        getChildren().addAll(line, reasonMenu(reasons), note, noteState, closeButton(close));
        managedProperty().bind(visibleProperty());
        subscriptions = Subscription.combine(
                model.contact().subscribe(this::show),
                model.note().state().subscribe(this::tell),
                model.contact().subscribe(() -> tell(model.note().state().get())),
                note.textProperty().subscribe(() -> tell(model.note().state().get())),
                texts.language().subscribe(() -> {
                    show(model.contact().get());
                    tell(model.note().state().get());
                }));
    }

    /** @param name in the language chosen now */
    public record Choice(String id, ObservableValue<String> name, Runnable choose) {}

    private Node reasonMenu(List<Choice> reasons) {
        MenuButton menu = new MenuButton();
        menu.setId("contact-reason");
        menu.getStyleClass().addAll("quiet", "contact-reason");
        menu.textProperty().bind(texts.bind("reason.change"));
        menu.accessibleTextProperty().bind(texts.bind("reason.change.spoken"));
        menu.setMinWidth(USE_PREF_SIZE);
        for (Choice choice : reasons) {
            MenuItem item = new MenuItem();
            item.setId("contact-" + choice.id());
            item.textProperty().bind(choice.name());
            item.setOnAction(event -> choice.choose().run());
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node closeButton(Runnable act) {
        Button close = new Button();
        close.setId("contact-close");
        close.textProperty().bind(texts.bind("close"));
        close.accessibleTextProperty().bind(texts.bind("close.spoken"));
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll("quiet", "contact-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> act.run());
        return close;
    }

    private void show(@Nullable Contact open) {
        setVisible(open != null);
        line.setText(open == null ? "" : words.opened(open));
    }

    private void tell(NoteModel.State state) {
        noteState.setText(
                switch (state) {
                    case SAVED -> model.note().text().get().isBlank() ? "" : texts.get("note.saved");
                    case SAVING -> "";
                    case NOT_SAVED -> texts.get("note.not-saved");
                    case CODE_REFUSED -> texts.get("note.code");
                });
        noteState.getStyleClass().remove("danger");
        if (state == NoteModel.State.CODE_REFUSED || state == NoteModel.State.NOT_SAVED) {
            noteState.getStyleClass().add("danger");
        }
        note.setAccessibleHelp(noteState.getText());
    }

    /** Puts the focus into the agent's own line. */
    public void focusNote() {
        note.requestFocus();
        note.end();
    }

    /** Stops listening. */
    public void release() {
        subscriptions.unsubscribe();
        note.textProperty().unbindBidirectional(model.note().text());
    }
}
