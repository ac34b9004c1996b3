package eu.guichet.desktop.file;

import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One line of what happened: when, what, by whom, and how far its message has come. */
final class TimelineRow implements Rows.Row<TimelineEntry> {
    private final Texts texts;
    private final DateTimes moments;
    private final Supplier<Instant> now;
    private final Label when = new Label();
    private final Label text = new Label();
    private final Label by = new Label();
    private final StatusChip status = new StatusChip();
    private final HBox node = new HBox();

    TimelineRow(Texts texts, DateTimes moments, Supplier<Instant> now) {
        this.texts = texts;
        this.moments = moments;
        this.now = now;
        when.getStyleClass().add("timeline-when");
        when.setMinWidth(Label.USE_PREF_SIZE);
        text.getStyleClass().add("timeline-text");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        by.getStyleClass().add("timeline-by");
        by.managedProperty().bind(by.visibleProperty());
        VBox aside = new VBox(status, by);
        aside.setAlignment(Pos.TOP_RIGHT);
        aside.setMinWidth(VBox.USE_PREF_SIZE);
        node.getChildren().setAll(when, text, aside);
        node.getStyleClass().addAll("timeline-row", "ring");
        node.setAlignment(Pos.TOP_LEFT);
        node.setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(TimelineEntry entry) {
        String moment = moments.moment(entry.at(), now.get());
        when.setText(moments.shortMoment(entry.at(), now.get()));
        text.setText(entry.text());
        by.setText(Objects.requireNonNullElse(entry.by(), ""));
        by.setVisible(entry.by() != null);
        status.show(entry.status(), texts);
        String at = entry.by() == null ? moment : texts.get("timeline.by", "when", moment, "who", entry.by());
        String spoken = at + ": " + entry.text();
        node.setAccessibleText(entry.status() == null ? spoken : spoken + " " + status.getText());
    }
}
