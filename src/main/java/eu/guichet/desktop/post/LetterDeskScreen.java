package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.contract.Batch;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.KeyTable;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The letter desk's screen. */
public final class LetterDeskScreen implements ScreenPart {
    private static final String BUNDLE = "eu.guichet.desktop.post.post";

    private final ViewContext context;
    private final Texts texts;
    private final Saving saving;
    private final DeskLists lists;
    private final Scans scans;
    private final PrintRun run;
    private final StageTable table;
    private final PrintBar printBar;
    private final OfficeBar officeBar;
    private final BatchRun batch;
    private final BatchCard batchCard;
    private final ScanPanel panel;
    private final VBox left = new VBox(12);
    private final FlowPane listButtons = new FlowPane(8, 8);
    private final Label said = FlowCard.sentence("");
    private final BorderPane frame = new BorderPane();
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final Subscription subscriptions;
    private boolean visible;
    private boolean office;

    /** @param now as time passes, for reading the lists again */
    public LetterDeskScreen(
            ViewContext anyContext,
            ObservableValue<Instant> now,
            Printing printing,
            Saving saving,
            PaperReports reports) {
        context = anyContext.speaking(BUNDLE);
        texts = context.texts();
        this.saving = saving;
        lists = new DeskLists(context);
        scans = new Scans(context, this::sentence, lists::read);
        run = new PrintRun(
                context,
                printing,
                reports,
                this::sentence,
                outcome -> texts.get("print.outcome." + Keys.kebab(outcome)),
                lists::read);
        table = new StageTable(lists, context, why -> failures().wholeOfLook(why));
        printBar = new PrintBar(run, lists, table, context, printing);
        officeBar = new OfficeBar(lists, table, context, this::sentence);
        batch = new BatchRun(
                context,
                printing,
                this::sentence,
                outcome -> texts.get("print.outcome." + Keys.kebab(outcome)),
                lists::read);
        batchCard = new BatchCard(batch, context, printBar::printer, this::saveBatchList);
        printBar.onPrinter(batchCard::draw);
        panel = new ScanPanel(scans, lists, context);
        said.setId("desk-said");
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getChildren().setAll(table, listButtons, said);
        HBox.setHgrow(left, Priority.ALWAYS);
        panel.setMinWidth(300);
        panel.setPrefWidth(380);
        panel.setMaxWidth(420);
        HBox middle = new HBox(16, left, panel);
        middle.setPadding(new Insets(16));
        frame.setId("letter-desk");
        frame.getStyleClass().addAll("canvas", "letter-desk");
        frame.setTop(new StageTabs(lists, texts));
        frame.setCenter(middle);
        frame.getStylesheets()
                .add(Objects.requireNonNull(LetterDeskScreen.class.getResource("post.css"))
                        .toExternalForm());
        subscriptions = Subscription.combine(
                scans.waiting().subscribe(this::pointAt),
                lists.stage().subscribe(scans::at),
                lists.stage().subscribe(this::arrange),
                lists.counts().subscribe(this::mark),
                texts.language().subscribe(() -> arrange(lists.stage().get())),
                now.subscribe(this::tick));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        visible = true;
        lists.read();
        batch.read();
        findPrinting();
        table.table().requestFocus();
    }

    /** Printers of this desk are looked for only where it prints. */
    private void findPrinting() {
        context.tasks()
                .call(() -> context.client().me().desk().officePrints())
                .onDone(prints -> {
                    office = prints;
                    arrange(lists.stage().get());
                    if (!prints) {
                        printBar.shown();
                    }
                })
                .onFailure(_ -> printBar.shown())
                .start();
    }

    @Override
    public void hidden() {
        visible = false;
    }

    @Override
    public KeyTable keys() {
        return new KeyTable()
                .key("take-back", event -> event.isShortcutDown() && event.getCode() == KeyCode.Z, panel::takeBackLast)
                .key("scan-left", () -> true, event -> event.getCode() == KeyCode.ESCAPE, event -> panel.leave())
                .key("batch", this::isToPrint, event -> event.getCode() == KeyCode.F11, batchCard::lead)
                .key("posting-list", event -> event.getCode() == KeyCode.F8, () -> saveList(TableFormat.PDF))
                .key("refresh", event -> event.getCode() == KeyCode.F5, this::refresh);
    }

    private boolean isToPrint() {
        return lists.stage().get() == LetterDeskStage.TO_PRINT;
    }

    private void refresh() {
        lists.read();
        batch.read();
    }

    @Override
    public boolean scanned(String text) {
        if (panel.decides() || run.state().get() instanceof PrintRun.State.Running || batch.printsHere()) {
            scans.refuse();
            return true;
        }
        if (!scans.listens()) {
            lists.choose(LetterDeskStage.TO_POST);
        }
        scans.scanned(text);
        return true;
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    /** Reads the counts for the side bar, before the screen is first shown. */
    public void count() {
        lists.readCounts();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        batch.close();
        lists.close();
    }

    private void pointAt(Scans.Waiting waiting) {
        switch (waiting) {
            case Scans.Waiting.Label(LetterDeskRow letter) -> table.pointAt(letter);
            case Scans.Waiting.Reason(LetterDeskRow letter) -> table.pointAt(letter);
            case Scans.Waiting.Nothing _, Scans.Waiting.LetterFor _, Scans.Waiting.Answer _, Scans.Waiting.Check _ -> {}
        }
    }

    private void tick(Instant now) {
        scans.tick();
        lists.tick(now, visible);
    }

    private void mark(@Nullable LetterDeskCounts counts) {
        badge.set(counts == null ? Badge.NONE : new Badge(counts.toPrint() + counts.toPost(), counts.overdue() > 0));
    }

    private void arrange(LetterDeskStage stage) {
        said.setText("");
        switch (stage) {
            case TO_PRINT -> left.getChildren().setAll(batchCard, table, office ? officeBar : printBar, said);
            case TO_POST, ON_THE_WAY, OVERDUE, RETURNED -> {
                Button pdf = FlowCard.button("list-pdf", texts.get("list.pdf"), () -> saveList(TableFormat.PDF));
                Button csv = FlowCard.button("list-csv", texts.get("list.csv"), () -> saveList(TableFormat.CSV));
                Button back = FlowCard.button("take-back-last", texts.get("back.last"), panel::takeBackLast);
                listButtons.getChildren().setAll(pdf, csv, back);
                left.getChildren().setAll(table, listButtons, said);
            }
        }
    }

    private void saveList(TableFormat format) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.zone());
        LetterDeskCounts counts = lists.counts().get();
        String office = counts == null ? "" : counts.office() + "-";
        String name = "posting-list-" + office + today + "." + format.name().toLowerCase(Locale.ROOT);
        save(name, () -> context.client().postingList(today, format));
    }

    private void saveBatchList(Batch of, TableFormat format) {
        LocalDate day = LocalDate.ofInstant(of.startedAt(), context.zone());
        String name = "posting-list-" + of.office() + "-" + day + "-" + of.id().substring(0, 8) + "."
                + format.name().toLowerCase(Locale.ROOT);
        save(name, () -> context.client().batchPostingList(of.id(), format));
    }

    private void save(String name, Supplier<byte[]> read) {
        context.tasks()
                .call(read)
                .onDone(list -> saving.choose(name).ifPresent(where -> write(where, list)))
                .onFailure(why -> said.setText(failures().wholeOfLook(why)))
                .start();
    }

    private void write(Path where, byte[] list) {
        context.tasks()
                .call(() -> {
                    try (SealedDocument document = new SealedDocument(list)) {
                        return saving.write(where, document);
                    }
                })
                .onDone(written -> said.setText(texts.get(written ? "list.saved" : "list.failed")))
                .start();
    }

    private String sentence(ClientException why) {
        return failures().sentence(why);
    }

    private FailureWords failures() {
        return new FailureWords(texts, context.clock(), context.zone());
    }
}
