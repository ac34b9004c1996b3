package eu.guichet.desktop.search;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Why files are opened, chosen once and kept: a call, a visit, a ticket. */
final class ReasonBar extends VBox {
    private final SearchModel model;
    private final TextField ticket = new TextField();

    ReasonBar(SearchModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("reason-bar");
        Label question = new Label();
        question.textProperty().bind(texts.bind("reason.question"));
        question.getStyleClass().addAll("small", "soft");

        ticket.setId("ticket-number");
        ticket.accessibleTextProperty().bind(texts.bind("ticket.name"));
        ticket.promptTextProperty().bind(texts.bind("ticket.prompt"));
        ticket.textProperty().bindBidirectional(model.ticket());
        ticket.setOnAction(event -> model.ticketEntered());
        Label missing = new Label();
        missing.setId("ticket-missing");
        missing.textProperty().bind(texts.bind("ticket.missing"));
        missing.getStyleClass().addAll("small", "danger", "wrap");
        showOnly(ticket, model.reason().isEqualTo(OpeningReason.TICKET));
        showOnly(missing, model.ticketMissing());
        model.ticketMissing().subscribe(needed -> {
            ticket.getStyleClass().remove("fault");
            if (needed) {
                ticket.getStyleClass().add("fault");
                ticket.requestFocus();
            }
        });
        model.reason().subscribe((before, now) -> {
            if (now == OpeningReason.TICKET && ticket.getScene() != null) {
                ticket.requestFocus();
            }
        });
        getChildren().addAll(question, buttons(texts), ticket, missing);
    }

    private SegmentedButton buttons(Texts texts) {
        ToggleGroup group = new ToggleGroup();
        Map<OpeningReason, ToggleButton> buttons = new EnumMap<>(OpeningReason.class);
        SegmentedButton bar = new SegmentedButton();
        for (OpeningReason reason : OpeningReason.values()) {
            ToggleButton button = new ToggleButton();
            button.setId(reason.key().replace('.', '-'));
            button.textProperty().bind(texts.bind(reason.key()));
            button.setGraphic(Icons.of(reason.icon()));
            Tooltip tip = new Tooltip();
            tip.textProperty()
                    .bind(texts.bind(
                            "reason.hint",
                            "reason",
                            texts.bind(reason.key()),
                            "key",
                            reason.shortcut().getName()));
            button.setTooltip(tip);
            button.accessibleHelpProperty().bind(tip.textProperty());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> {
                model.reason().set(reason);
                button.setSelected(true);
            });
            buttons.put(reason, button);
            bar.getButtons().add(button);
        }
        bar.setToggleGroup(group);
        model.reason().subscribe(reason -> buttons.forEach((of, button) -> button.setSelected(of == reason)));
        return bar;
    }

    private static void showOnly(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
