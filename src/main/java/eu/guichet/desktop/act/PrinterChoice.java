package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.paper.PrinterBox;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The printers of this desk by name, the preferred one chosen; that there is none, or that the office's prints. */
final class PrinterChoice {
    private final PrinterBox printers = new PrinterBox("letter-printer");
    private final Node node;

    PrinterChoice(Means means, Texts texts) {
        List<Printing.Printer> found = means.printers();
        printers.offer(found);
        printers.setMaxWidth(Double.MAX_VALUE);
        if (means.office()) {
            node = FlowCard.fact(texts.get("printer"), texts.get("printer.office"));
            return;
        }
        if (found.isEmpty()) {
            Label none = FlowCard.sentence(texts.get("no-printer"));
            none.setId("letter-no-printer");
            none.getStyleClass().add("flow-fault");
            node = none;
            return;
        }
        if (found.size() == 1) {
            node = FlowCard.fact(texts.get("printer"), found.getFirst().name());
            return;
        }
        Label name = new Label(texts.get("printer"));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(printers);
        printers.setAccessibleText(texts.get("printer"));
        VBox fact = new VBox(name, printers);
        fact.getStyleClass().add("fact");
        node = fact;
    }

    Node node() {
        return node;
    }

    /** Only where there is one. */
    Printing.Printer chosen() {
        return printers.getValue();
    }
}
