package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Whether what was sent last has arrived: the question asked most on the telephone. Only for a message of where she stands
 * now or of today; an older one belongs to the history alone.
 */
final class LastMessage extends StackPane {
    private final Texts texts;
    private final DateTimes moments;
    private final Label text = new Label();
    private final StatusChip status = new StatusChip();
    private final HBox beside = new HBox();
    private final VBox below = new VBox();

    LastMessage(Texts texts, DateTimes moments) {
        this.texts = texts;
        this.moments = moments;
        setId("last-message");
        getStyleClass().add("last-message");
        beside.setAlignment(Pos.CENTER_LEFT);
        beside.getStyleClass().add("last-message-words");
        below.getStyleClass().add("last-message-words");
        setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMinWidth(0);
        status.setId("last-message-status");
        fold(false);
    }

    /** Puts how far it has come below its sentence: beside it, little would be left of the sentence. */
    void fold(boolean narrow) {
        beside.getChildren().clear();
        below.getChildren().clear();
        (narrow ? below : beside).getChildren().setAll(text, status);
        getChildren().setAll(narrow ? below : beside);
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
        text.setText(texts.get("last-message", "text", entry.text(), "when", moments.moment(entry.at(), now)));
        status.show(entry.status(), texts);
        setAccessibleText(text.getText() + ": " + status.getText());
    }
}
