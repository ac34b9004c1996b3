package eu.guichet.desktop.file;

import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of what happened: when, what, by whom, and how far its message has come. */
final class TimelineRow implements Rows.Row<TimelineEntry> {
    private final Texts texts;
    private final DateTimes moments;
    private final Supplier<Instant> now;
    private final Label when = new Label();
    private final Label text = new Label();
    private final Label by = new Label();
    private final StatusChip status = new StatusChip();
    private final Button takeBack;
    private final HBox node = new HBox();
    private @Nullable TimelineEntry shown;

    /**
     * @param correct takes a line back
     * @param busy while an act is under way no other can be started
     */
    TimelineRow(
            Texts texts,
            DateTimes moments,
            Supplier<Instant> now,
            Consumer<TimelineEntry> correct,
            ObservableBooleanValue busy) {
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
        takeBack = FlowCard.button("", texts.get("timeline.take-back"), () -> begin(correct));
        takeBack.getStyleClass().add("link");
        takeBack.disableProperty().bind(busy);
        takeBack.setFocusTraversable(false);
        // there for whoever points at the line or stands on it; the others are read without it
        takeBack.opacityProperty()
                .bind(Bindings.when(node.focusedProperty().or(node.hoverProperty()))
                        .then(1.0)
                        .otherwise(0.0));
        takeBack.managedProperty().bind(takeBack.visibleProperty());
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && takeBack.isVisible() && !event.isShortcutDown()) {
                begin(correct);
                event.consume();
            }
        });
        VBox aside = new VBox(status, by, takeBack);
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

    private void begin(Consumer<TimelineEntry> correct) {
        if (shown != null) {
            correct.accept(shown);
        }
    }

    @Override
    public void show(TimelineEntry entry) {
        shown = entry;
        TimelineEntry.Correctable correctable = entry.correctable();
        boolean open = correctable != null && correctable.closed() == null;
        takeBack.setVisible(open);
        takeBack.setId("timeline-take-back-" + entry.id());
        node.setId("timeline-" + entry.id());
        String moment = moments.moment(entry.at(), now.get());
        when.setText(moments.shortMoment(entry.at(), now.get()));
        text.setText(entry.text());
        by.setText(Objects.requireNonNullElse(entry.by(), ""));
        by.setVisible(entry.by() != null);
        status.show(entry.status(), texts);
        String at = entry.by() == null ? moment : texts.get("timeline.by", "when", moment, "who", entry.by());
        String spoken = at + ": " + entry.text();
        String whole = entry.status() == null ? spoken : spoken + " " + status.getText();
        node.setAccessibleText(open ? whole + " " + texts.get("timeline.take-back.key") : whole);
    }
}
