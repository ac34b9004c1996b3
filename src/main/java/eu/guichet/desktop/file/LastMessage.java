package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/**
 * Whether what was sent last has arrived: the question asked most on the telephone. Only for a message of where she stands
 * now or of today; an older one belongs to the history alone.
 */
final class LastMessage extends StackPane {
    /** How the lines of messages begin that are about her and not for her. */
    private static final String TO_DIGIT = "handed-over-";

    private final Texts texts;
    private final DateTimes moments;
    private final Label text = new Label();
    private final StatusChip status = new StatusChip();

    LastMessage(Texts texts, DateTimes moments) {
        this.texts = texts;
        this.moments = moments;
        setId("last-message");
        getStyleClass().add("last-message");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        status.setId("last-message-status");
        getChildren().setAll(new WrapRow(8, 2, text, status));
    }

    /** @param timeline newest first */
    void show(PensionerFile file, List<TimelineEntry> timeline, Instant now) {
        Optional<TimelineEntry> last = timeline.stream()
                .filter(entry -> entry.messageId() != null && !entry.id().startsWith(TO_DIGIT))
                .findFirst()
                .filter(entry -> entry.stage() == file.stage() || moments.isToday(entry.at(), now));
        setVisible(last.isPresent());
        setManaged(last.isPresent());
        last.ifPresent(entry -> show(entry, now));
    }

    private void show(TimelineEntry entry, Instant now) {
        text.setText(texts.get("last-message", "text", entry.text(), "when", moments.moment(entry.at(), now)));
        status.show(entry.status(), texts);
        setAccessibleText(text.getText() + ": " + status.getText());
    }
}
