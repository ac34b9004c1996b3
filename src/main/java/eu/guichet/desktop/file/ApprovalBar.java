package eu.guichet.desktop.file;

import eu.guichet.contract.Approval;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What waits for a supervisor about this person, below the alerts; for a supervisor with the way to decide. */
final class ApprovalBar extends VBox {
    private final Texts texts;
    private final DateTimes moments;
    private final Consumer<Approval> decide;
    private List<Approval> shown = List.of();

    ApprovalBar(Texts texts, DateTimes moments, Consumer<Approval> decide) {
        this.texts = texts;
        this.moments = moments;
        this.decide = decide;
        getStyleClass().add("approvals");
        setVisible(false);
        setManaged(false);
    }

    void show(List<Approval> waiting, Instant now) {
        if (!waiting.equals(shown)) {
            shown = waiting;
            setVisible(!waiting.isEmpty());
            setManaged(!waiting.isEmpty());
            getChildren().setAll(waiting.stream().map(one -> row(one, now)).toList());
        }
    }

    private HBox row(Approval approval, Instant now) {
        String until = moments.at(approval.lapsesAt(), now);
        String sentence = approval.mine()
                ? texts.get("approval.mine", "what", approval.what(), "until", until)
                : texts.get("approval.of", "name", approval.askedBy(), "what", approval.what(), "until", until);
        String closed = approval.closed();
        Label label = FlowCard.sentence(closed == null || approval.mine() ? sentence : sentence + " " + closed);
        label.setId("approval-" + approval.act());
        label.setGraphic(Icons.of(Feather.CLOCK));
        label.getStyleClass().addAll("approval-sentence", "ring");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setFocusTraversable(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(label);
        if (approval.decidable()) {
            row.getChildren()
                    .add(FlowCard.button(
                            "approval-decide-" + approval.act(),
                            texts.get("approval.decide"),
                            () -> decide.accept(approval)));
        }
        row.getStyleClass().add("approval-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
