package eu.guichet.desktop.contact;

import eu.guichet.contract.Contact;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Contacts that a window left open when it ended in the middle: each can be taken up again, or closed. */
public final class LeftContacts extends VBox {
    private final Texts texts;
    private final ContactWords words;
    private final Consumer<Contact> resume;
    private final Consumer<Contact> close;

    public LeftContacts(Texts anyTexts, ZoneId zone, Consumer<Contact> resume, Consumer<Contact> close) {
        this.resume = resume;
        this.close = close;
        texts = anyTexts.sibling("eu.guichet.desktop.contact.contact");
        words = new ContactWords(texts, zone);
        setId("left-contacts");
    }

    public void show(Iterable<Contact> left) {
        getChildren().clear();
        left.forEach(contact -> getChildren().add(row(contact)));
    }

    /** This one is open here now: it is no longer left. */
    public void taken(String contactId) {
        getChildren().removeIf(row -> contactId.equals(row.getUserData()));
    }

    private HBox row(Contact contact) {
        Label line = new Label(texts.get("left.text", "contact", words.opened(contact)), Icons.of(Feather.CLOCK));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox row = new HBox(line);
        row.setUserData(contact.id());
        row.getStyleClass().addAll("banner", "left-contact");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren()
                .addAll(
                        button("left-resume", "left.resume", row, contact, resume),
                        button("left-close", "left.close", row, contact, close));
        return row;
    }

    private Button button(String id, String key, HBox row, Contact contact, Consumer<Contact> act) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            getChildren().remove(row);
            act.accept(contact);
        });
        return button;
    }
}
