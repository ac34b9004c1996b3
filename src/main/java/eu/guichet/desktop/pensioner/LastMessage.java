package eu.guichet.desktop.pensioner;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.Moments;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Whether what was sent last has arrived: the question asked most on the telephone. Only for a message of where she stands
 * now or of today; an older one belongs to the history alone.
 */
final class LastMessage extends HBox {
    private final Texts texts;
    private final Moments moments;
    private final Label text = new Label();
    private final Pill status = new Pill();

    LastMessage(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
        setId("last-message");
        getStyleClass().add("last-message");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMinWidth(0);
        status.setId("last-message-status");
        getChildren().setAll(text, status);
    }

    /** @param timeline newest first */
    void show(PensionerFile file, List<TimelineEntry> timeline, Instant now) {
        Optional<TimelineEntry> last = timeline.stream()
                .filter(entry -> entry.messageId() != null)
                .findFirst()
                .filter(entry -> entry.stage() == file.stage() || moments.isToday(entry.at(), now));
        setVisible(last.isPresent());
        setManaged(last.isPresent());
        last.ifPresent(entry -> show(entry, now));
    }

    private void show(TimelineEntry entry, Instant now) {
        text.setText(texts.get("last-message", entry.text(), moments.moment(entry.at(), now)));
        status.show(entry.status(), texts);
        setAccessibleText(text.getText() + ": " + status.getText());
    }
}
