package eu.guichet.desktop.file;

import eu.guichet.contract.Alert;
import eu.guichet.contract.FileAlert;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What closes acts on this file until it is lifted; above everything else. */
final class AlertBar extends VBox {
    private final Texts texts;
    private final DateTimes moments;
    private final Consumer<FileAlert> lift;
    private List<FileAlert> shown = List.of();

    AlertBar(Texts texts, DateTimes moments, Consumer<FileAlert> lift) {
        this.texts = texts;
        this.moments = moments;
        this.lift = lift;
        getStyleClass().add("alerts");
    }

    void show(List<FileAlert> alerts, Instant now) {
        setVisible(!alerts.isEmpty());
        setManaged(!alerts.isEmpty());
        if (!alerts.equals(shown)) {
            shown = alerts;
            getChildren().setAll(alerts.stream().map(alert -> row(alert, now)).toList());
        }
    }

    private HBox row(FileAlert alert, Instant now) {
        String since = texts.get("alert.since", "day", moments.day(alert.since(), now));
        Label sentence = FlowCard.sentence(alert.sentence() + "  " + since);
        sentence.setId("alert-" + alert.kind());
        sentence.setGraphic(Icons.of(icon(alert.kind())));
        sentence.getStyleClass().addAll("alert-sentence", "ring");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setFocusTraversable(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(sentence);
        if (alert.liftable()) {
            Button button =
                    FlowCard.button("alert-lift-" + alert.kind(), texts.get("alert.lift"), () -> lift.accept(alert));
            row.getChildren().add(button);
        }
        row.getStyleClass().add("alert-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Feather icon(Alert kind) {
        return switch (kind) {
            case FROZEN -> Feather.SLASH;
            case DECEASED -> Feather.ALERT_OCTAGON;
            case ADDRESS_IN_DOUBT -> Feather.MAP_PIN;
        };
    }
}
