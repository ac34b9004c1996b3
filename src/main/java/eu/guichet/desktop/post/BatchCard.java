package eu.guichet.desktop.post;

import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LeftOutCount;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.PrintingBy;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Above the letters to print: what the office's batch would print, how it goes on, and what came of it. */
final class BatchCard extends VBox {
    private static final int MOST_NAMES = 8;

    private final BatchRun run;
    private final ViewContext context;
    private final Texts texts;
    private final Supplier<Printing.@Nullable Printer> printer;
    private final BiConsumer<Batch, TableFormat> list;

    /**
     * @param printer of this desk; null where there is none
     * @param list saves the posting list of a batch
     */
    BatchCard(
            BatchRun run,
            ViewContext context,
            Supplier<Printing.@Nullable Printer> printer,
            BiConsumer<Batch, TableFormat> list) {
        super(8);
        this.run = run;
        this.context = context;
        this.texts = context.texts();
        this.printer = printer;
        this.list = list;
        setId("batch-card");
        getStyleClass().addAll("batch-card", "surface");
        run.state().subscribe(this::draw);
        texts.language().subscribe(this::draw);
    }

    /** Leads to the one sensible act. A key alone starts no hundreds of letters: Enter does. */
    void lead() {
        Stream.of("batch-start", "batch-resume", "batch-close")
                .map(id -> lookup("#" + id))
                .filter(button -> button != null && !button.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void start(PrintingBy by) {
        Printing.Printer on = by == PrintingBy.DESK ? printer.get() : null;
        if (by == PrintingBy.OFFICE || on != null) {
            run.start(on);
        }
    }

    private void resume() {
        run.resume(printer.get());
    }

    void draw() {
        BatchRun.State now = run.state().get();
        boolean any = !(now instanceof BatchRun.State.Nothing);
        setVisible(any);
        setManaged(any);
        // what is drawn anew every second must not take the keyboard from whoever is about to press
        KeptFocus.redrawing(this, () -> fill(now));
    }

    private void fill(BatchRun.State now) {
        switch (now) {
            case BatchRun.State.Nothing _ -> getChildren().clear();
            case BatchRun.State.Due(BatchDue due) -> due(due);
            case BatchRun.State.Running(Batch batch, boolean here) -> running(batch, here);
            case BatchRun.State.Doubt(Batch batch, BatchPaper paper) -> doubt(batch, paper);
            case BatchRun.State.Over(Batch batch) -> over(batch);
            case BatchRun.State.Stopped(Batch batch, String why) -> stopped(batch, why);
        }
    }

    private void due(BatchDue due) {
        Button start = FlowCard.mainButton("batch-start", texts.get("batch.start"), () -> start(due.printing()));
        start.setDisable(
                due.toGenerate() + due.toPrint() == 0 || (due.printing() == PrintingBy.DESK && printer.get() == null));
        String words = texts.get("batch.due", "generate", due.toGenerate(), "print", due.toPrint());
        show(texts.get("batch.title"), words, "plain", leftOut(due.leftOut()), start);
    }

    private void running(Batch batch, boolean here) {
        Button cancel = FlowCard.button("batch-cancel", texts.get("batch.cancel"), run::cancel);
        boolean desk = batch.printing() == PrintingBy.DESK;
        Button resume = FlowCard.mainButton("batch-resume", texts.get("batch.resume"), this::resume);
        resume.setDisable(printer.get() == null);
        show(
                texts.get("batch.running", "name", batch.startedBy()),
                progress(batch),
                "plain",
                leftOut(batch.reasons()),
                desk && !here ? new Button[] {resume, cancel} : new Button[] {cancel});
        ProgressBar bar = new ProgressBar(done(batch));
        bar.setId("batch-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(progress(batch));
        getChildren().add(1, bar);
    }

    /** A letter is generated in one step and printed in two, as the backend counts it. */
    private static double done(Batch batch) {
        int over = batch.printed() + batch.leftOut() + batch.cancelled();
        return batch.total() == 0 ? 0 : (3.0 * over + batch.toPrint() + batch.underWay()) / (3.0 * batch.total());
    }

    private String progress(Batch batch) {
        Integer seconds = batch.secondsLeft();
        String words = texts.get(
                "batch.progress",
                "printed",
                batch.printed(),
                "total",
                batch.total() - batch.leftOut(),
                "generate",
                batch.toGenerate());
        return seconds == null ? words : words + " " + left(seconds);
    }

    private String left(int seconds) {
        return seconds < 60
                ? texts.get("batch.left.seconds", "count", Math.max(1, seconds))
                : texts.get("batch.left.minutes", "count", Math.ceilDiv(seconds, 60));
    }

    private void doubt(Batch batch, BatchPaper paper) {
        Button out = FlowCard.button("batch-out", texts.get("batch.doubt.out"), () -> run.doubtSettled(true));
        Button not = FlowCard.button("batch-not", texts.get("batch.doubt.not"), () -> run.doubtSettled(false));
        show(
                texts.get("batch.running", "name", batch.startedBy()),
                texts.get("batch.doubt", "count", paper.letters(), "first", paper.first(), "last", paper.last()),
                "warn",
                "",
                out,
                not);
    }

    private void over(Batch batch) {
        Button pdf =
                FlowCard.button("batch-pdf", texts.get("batch.list.pdf"), () -> list.accept(batch, TableFormat.PDF));
        Button csv = FlowCard.button("batch-csv", texts.get("list.csv"), () -> list.accept(batch, TableFormat.CSV));
        Button who = FlowCard.button("batch-who", texts.get("batch.who"), () -> names(batch));
        who.setDisable(batch.leftOut() == 0);
        Button close = FlowCard.button("batch-close", texts.get("close"), run::dismiss);
        String words = texts.get("batch.printed", "count", batch.printed());
        if (batch.cancelled() > 0) {
            words += " " + texts.get("batch.stayed", "count", batch.cancelled());
        }
        if (!batch.earlierSheets().isEmpty()) {
            words += " " + texts.get("print.earlier", "references", String.join(", ", batch.earlierSheets()));
        }
        String title = texts.get(batch.state() == BatchState.CANCELLED ? "batch.cancelled" : "batch.over");
        show(title, words, batch.leftOut() == 0 ? "done" : "warn", leftOut(batch.reasons()), pdf, csv, who, close);
    }

    private void stopped(@Nullable Batch batch, String why) {
        Button resume = FlowCard.mainButton("batch-resume", texts.get("batch.resume"), this::resume);
        Button cancel = FlowCard.button("batch-cancel", texts.get("batch.cancel"), run::cancel);
        Button close = FlowCard.button("batch-close", texts.get("close"), run::dismiss);
        show(
                texts.get("batch.stopped"),
                why,
                "danger",
                batch == null ? "" : progress(batch),
                batch == null ? new Button[] {close} : new Button[] {resume, cancel});
    }

    private String leftOut(List<LeftOutCount> reasons) {
        return reasons.isEmpty()
                ? ""
                : texts.get(
                        "batch.left-out",
                        "reasons",
                        reasons.stream()
                                .map(one -> texts.get(
                                        "batch.reasons",
                                        "reason",
                                        texts.get(key(one.reason())),
                                        "letters",
                                        one.count()))
                                .collect(Collectors.joining(", ")));
    }

    private static String key(LeftOutReason reason) {
        return "batch.reason." + Keys.kebab(reason);
    }

    private void show(String title, String words, String tone, String more, Button... buttons) {
        Label heading = new Label(title);
        heading.getStyleClass().add("batch-title");
        Label said = FlowCard.sentence(words);
        said.setId("batch-said");
        said.getStyleClass().add(tone);
        FlowPane line = new FlowPane(8, 8, buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(heading, said);
        if (!more.isEmpty()) {
            Label left = FlowCard.sentence(more);
            left.setId("batch-left-out");
            left.getStyleClass().add("quiet");
            getChildren().add(left);
        }
        getChildren().add(line);
    }

    /** By name, because somebody has to do something about each of them. */
    private void names(Batch batch) {
        context.tasks()
                .call(() -> context.client().batchLeftOut(batch.id()))
                .onDone(this::showNames)
                .onFailure(_ -> getChildren().add(FlowCard.sentence(texts.get("batch.who.failed"))))
                .start();
    }

    private void showNames(BatchLeftOut leftOut) {
        List<String> lines = leftOut.rows().stream()
                .limit(MOST_NAMES)
                .map(row -> texts.get(
                        "batch.who.line",
                        "name",
                        row.name(),
                        "year",
                        String.valueOf(row.birthYear()),
                        "why",
                        texts.get(key(row.reason()))))
                .toList();
        VBox names = new VBox(4);
        names.setId("batch-names");
        lines.forEach(line -> names.getChildren().add(FlowCard.sentence(line)));
        int more = leftOut.rows().size() - lines.size();
        if (more > 0) {
            names.getChildren().add(FlowCard.sentence(texts.get("batch.who.more", "count", more)));
        }
        getChildren().removeIf(BatchCard::isNames);
        getChildren().add(names);
    }

    private static boolean isNames(Node node) {
        return "batch-names".equals(node.getId());
    }
}
