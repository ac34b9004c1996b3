package eu.guichet.desktop.shell;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.flow.ReportWords;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Papers of which the backend does not know yet, over every screen; each by its letter's reference, and nobody's name. */
final class PaperBar extends VBox {
    private final PaperReports reports;
    private final Texts texts;
    private final ReportWords words;

    PaperBar(PaperReports reports, Texts texts) {
        this.reports = reports;
        this.texts = texts;
        this.words = new ReportWords(texts);
        setId("paper-reports");
        reports.unrecorded().addListener((ListChangeListener<PaperReports.Report>) change -> draw());
        texts.language().subscribe(this::draw);
    }

    /** What closing the window would leave unrecorded, in one sentence; empty when everything is recorded. */
    Optional<String> first() {
        return reports.unrecorded().stream().map(words::of).findFirst();
    }

    private void draw() {
        getChildren().setAll(reports.unrecorded().stream().map(this::row).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private Node row(PaperReports.Report report) {
        Label said = FlowCard.sentence("");
        said.setId("paper-report-" + report.reference());
        said.setFocusTraversable(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button dismiss = FlowCard.button("", "", () -> reports.dismiss(report));
        dismiss.setId("paper-report-dismiss-" + report.reference());
        dismiss.setGraphic(Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("quiet", "icon-only");
        dismiss.setAccessibleText(texts.get("paper.dismiss"));
        report.stateProperty().subscribe(now -> {
            boolean refused = now instanceof PaperReports.State.Refused;
            said.setText(words.of(report));
            said.setGraphic(Icons.of(refused ? Feather.ALERT_TRIANGLE : Feather.CLOCK));
            dismiss.setVisible(refused);
            dismiss.setManaged(refused);
        });
        HBox row = new HBox(12, said, dismiss);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("banner", "paper-report");
        return row;
    }
}
