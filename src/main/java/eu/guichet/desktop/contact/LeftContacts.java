package eu.guichet.desktop.contact;

import eu.guichet.contract.Contact;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

    /** Where the sentence and its buttons have no room side by side, the buttons come below it. */
    private Node row(Contact contact) {
        Label line = new Label(texts.get("left.text", "contact", words.opened(contact)), Icons.of(Feather.CLOCK));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        WrapRow row = new WrapRow(12, 8, line);
        row.setUserData(contact.id());
        row.getStyleClass().addAll("banner", "left-contact");
        row.getChildren()
                .addAll(
                        button("left-resume", "left.resume", row, contact, resume),
                        button("left-close", "left.close", row, contact, close));
        return row;
    }

    private Button button(String id, String key, Node row, Contact contact, Consumer<Contact> act) {
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
