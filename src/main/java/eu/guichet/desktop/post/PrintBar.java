package eu.guichet.desktop.post;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.paper.PrinterBox;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Below the letters to print: which printer, how many, and how the run goes. The printer is chosen before anything begins. */
final class PrintBar extends StackPane {
    private static final double MOST_OF_THE_LINE = 0.8;

    private final PrintRun run;
    private final DeskLists lists;
    private final StageTable table;
    private final ViewContext context;
    private final Texts texts;
    private final Printing printing;
    private final PrinterBox printer = new PrinterBox("printer");
    private final Button selected;
    private final Button all;
    private boolean asked;

    PrintBar(PrintRun run, DeskLists lists, StageTable table, ViewContext context, Printing printing) {
        this.run = run;
        this.lists = lists;
        this.table = table;
        this.context = context;
        this.texts = context.texts();
        this.printing = printing;
        setId("print-bar");
        setAlignment(Pos.CENTER_LEFT);
        selected = FlowCard.mainButton("print-selected", "", () -> print(false));
        all = FlowCard.button("print-all", "", () -> print(true));
        table.table().getSelectionModel().getSelectedItems().addListener((ListChangeListener<Object>) change -> draw());
        lists.rows().addListener((ListChangeListener<Object>) change -> draw());
        run.state().subscribe(this::draw);
        printer.valueProperty().subscribe(this::draw);
        texts.language().subscribe(this::draw);
    }

    /** The one that is chosen; null where there is none. */
    Printing.@Nullable Printer printer() {
        return printer.getValue();
    }

    /** Tells when another is chosen. */
    void onPrinter(Runnable changed) {
        printer.valueProperty().subscribe(changed);
    }

    /** Looks for printers, once the list is first shown and again when there was none. */
    void shown() {
        if (asked && !printer.getItems().isEmpty()) {
            return;
        }
        asked = true;
        context.tasks()
                .callNative(printing::printers)
                .onDone(this::found)
                .onFault(() -> found(List.of()))
                .start();
    }

    private void found(List<Printing.Printer> printers) {
        printer.offer(printers);
        draw();
    }

    private void print(boolean everything) {
        Printing.Printer on = printer.getValue();
        if (on != null) {
            run.print(everything ? List.copyOf(lists.rows()) : table.selected(), on);
        }
    }

    private void draw() {
        switch (run.state().get()) {
            case PrintRun.State.Idle() -> getChildren().setAll(choice());
            case PrintRun.State.Running(int done, int of, String reference, boolean stopping) -> {
                ProgressBar bar = new ProgressBar((double) done / of);
                Label words = new Label(texts.get(
                        stopping ? "print.stopping" : "print.running",
                        "reference",
                        reference,
                        "done",
                        done + 1,
                        "of",
                        of));
                Button stop = FlowCard.button("print-stop", texts.get("print.stop"), run::stop);
                stop.setDisable(stopping);
                getChildren().setAll(line(bar, words, stop));
            }
            case PrintRun.State.Done(int printed, List<String> earlier, List<String> leftOut) ->
                end(
                        FlowCard.sentence(done(printed, earlier, leftOut)),
                        earlier.isEmpty() && leftOut.isEmpty() ? "done" : "warn");
            case PrintRun.State.Stopped(int printed, String reference, String why) ->
                end(
                        FlowCard.sentence(
                                texts.get("print.stopped", "count", printed, "reference", reference, "why", why)),
                        "danger");
        }
    }

    private String done(int printed, List<String> earlier, List<String> leftOut) {
        List<String> all = new ArrayList<>(List.of(texts.get("print.done", "count", printed)));
        if (!earlier.isEmpty()) {
            all.add(texts.get("print.earlier", "references", String.join(", ", earlier)));
        }
        if (!leftOut.isEmpty()) {
            all.add(texts.get("print.left-out", "letters", String.join(" ", leftOut)));
        }
        return String.join(" ", all);
    }

    private FlowPane choice() {
        int chosen = table.selected().size();
        int rows = lists.rows().size();
        boolean none = printer.getValue() == null;
        selected.setText(texts.get("print.selected", "count", chosen));
        selected.setDisable(none || chosen == 0);
        all.setText(texts.get("print.all", "count", rows));
        all.setDisable(none || rows == 0);
        if (none) {
            Label missing = new Label(texts.get(asked ? "print.no-printer" : "print.looking"));
            missing.setId("no-printer");
            missing.getStyleClass().addAll("warn", "wrap");
            Button again = FlowCard.button("printer-again", texts.get("again"), this::shown);
            return line(missing, again, selected, all);
        }
        return line(new Label(texts.get("print.on")), printer, selected, all);
    }

    private void end(Label words, String tone) {
        words.setId("print-end");
        words.getStyleClass().add(tone);
        // a long sentence wraps; it does not make the window wider
        words.maxWidthProperty().bind(widthProperty().multiply(MOST_OF_THE_LINE));
        getChildren().setAll(line(words, FlowCard.button("print-close", texts.get("close"), run::dismiss)));
    }

    private static FlowPane line(javafx.scene.Node... nodes) {
        FlowPane line = new FlowPane(8, 8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
