package eu.guichet.desktop.contact;

import eu.guichet.contract.ContactSummary;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** For a moment after a contact was closed: what was done in it, as it stays in the history. Then it is gone. */
public final class SummaryCard extends VBox {
    private static final Duration SHOWN = Duration.ofSeconds(8);

    private final Texts texts;
    private final ContactWords words;
    private final Tasks tasks;
    private Tasks.Cancellation end = () -> {};

    public SummaryCard(Texts anyTexts, ZoneId zone, Tasks tasks) {
        this.tasks = tasks;
        texts = anyTexts.sibling("eu.guichet.desktop.contact.contact");
        words = new ContactWords(texts, zone);
        setId("contact-summary");
        getStyleClass().addAll("card", "contact-summary");
        setMaxHeight(USE_PREF_SIZE);
        setMouseTransparent(true);
        hide();
    }

    public void show(ContactSummary summary) {
        end.cancel();
        Label title = line(words.closed(summary), "heading");
        title.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "done"));
        getChildren().setAll(title);
        if (summary.done().isEmpty()) {
            getChildren().add(line(texts.get("done.nothing"), "soft"));
        }
        summary.done().forEach(sentence -> getChildren().add(line(sentence, "soft")));
        if (!summary.note().isBlank()) {
            getChildren().add(line(texts.get("done.note", "note", summary.note()), "soft"));
        }
        setVisible(true);
        end = tasks.after(SHOWN, this::hide);
    }

    /** At once, such as when the next file is opened. */
    public void hide() {
        end.cancel();
        setVisible(false);
        getChildren().clear();
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll(style, "wrap");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
