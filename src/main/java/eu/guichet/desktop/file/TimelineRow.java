package eu.guichet.desktop.file;

import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One line of what happened, with how far its message has come. */
final class TimelineRow implements Rows.Row<TimelineEntry> {
    private final Texts texts;
    private final DateTimes moments;
    private final Supplier<Instant> now;
    private final HBox node = new HBox();
    private final StackPane mark = new StackPane();
    private final Label text = new Label();
    private final Label when = new Label();
    private final StatusChip status = new StatusChip();

    TimelineRow(Texts texts, DateTimes moments, Supplier<Instant> now) {
        this.texts = texts;
        this.moments = moments;
        this.now = now;
        mark.getStyleClass().add("timeline-mark");
        text.getStyleClass().add("timeline-text");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        when.getStyleClass().add("timeline-when");
        when.setWrapText(true);
        VBox words = new VBox(text, when);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        node.getChildren().setAll(mark, words, status);
        node.getStyleClass().add("timeline-row");
        node.setAlignment(Pos.TOP_LEFT);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setFocusTraversable(true);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TimelineEntry entry) {
        mark.getChildren().setAll(Icons.of(StatusIcons.icon(entry.stage())));
        text.setText(entry.text());
        String at = moments.moment(entry.at(), now.get());
        when.setText(entry.by() == null ? at : texts.get("timeline.by", "when", at, "who", entry.by()));
        status.show(entry.status(), texts);
        String spoken = when.getText() + ": " + entry.text();
        node.setAccessibleText(entry.status() == null ? spoken : spoken + " " + status.getText());
    }
}
