package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Contact;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.contact.ContactBar;
import eu.guichet.desktop.contact.LeftContacts;
import eu.guichet.desktop.contact.SummaryCard;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.search.Agreement;
import eu.guichet.desktop.search.OpeningReason;
import eu.guichet.desktop.search.SearchModel;
import eu.guichet.desktop.search.SearchView;
import eu.guichet.desktop.training.TrainingModel;
import eu.guichet.desktop.training.TrainingPanel;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Where people are found and helped: the results, the open files, and in training the pensioner's own side. */
final class CounterScreen implements ScreenPart {
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    /** Of the window, so that large text in a small one leaves the file its room. */
    private static final double RESULTS_AT_MOST = 0.36;

    private final ViewContext context;
    private final StatusMessage said;
    private final Runnable forget;
    private final Runnable appeared;
    private final TrainingModel training;
    private final FileTabs tabs;
    private final OpenFiles files;
    private final DimmedFile place;
    private final SearchModel found;
    private final SearchView search;
    private final TrainingDrawer drawer;
    private final SummaryCard summary;
    private final LeftContacts left;
    private final TabStrip strip;
    private final VBox top = new VBox();
    private final VBox middle = new VBox();
    private final ScannedLetter letters;
    private final BorderPane frame = new BorderPane();
    private @Nullable String seen;
    private Subscription following = Subscription.EMPTY;
    private final Subscription subscriptions;

    /**
     * @param sentence says a failure of search or file in the agent's language: nothing was to be done there
     * @param forget run when a file is closed: what was typed may be about its person
     * @param appeared run when another person's file comes in view: a key or click on its way was not meant for it
     */
    CounterScreen(
            ShellParts parts,
            ViewContext context,
            StatusMessage said,
            PaperReports reports,
            Function<ClientException, String> sentence,
            Runnable forget,
            Runnable appeared) {
        this.context = context;
        this.said = said;
        this.forget = forget;
        this.appeared = appeared;
        training = new TrainingModel(context.client(), context.tasks());
        found = new SearchModel(context.client(), context.tasks(), (row, reason) -> open(row.id(), reason));
        search = new SearchView(found, context.texts(), sentence, this::backToFile);
        letters = new ScannedLetter(context, found, said, this::decides);
        tabs = new FileTabs(() -> tab(parts, reports));
        files = new OpenFiles(context, tabs, said, new ClosedToday(context.zone(), found.closedToday()), this::shows);
        found.onReasonChosen(this::correctReason);
        place = new DimmedFile(context.texts(), this::giveUpSearch, this::closeFile);
        summary = new SummaryCard(context.texts(), context.zone(), context.tasks());
        left = new LeftContacts(
                context.texts(),
                context.zone(),
                contact -> open(contact.pensionerId(), contact.reason()),
                this::closeLeft);
        strip = new TabStrip(tabs, context.texts());
        drawer = new TrainingDrawer(context.texts(), () -> new TrainingPanel(training, context.texts(), parts.clock()));
        Region results = search.results();
        results.maxWidthProperty().bind(frame.widthProperty().multiply(RESULTS_AT_MOST));
        frame.setLeft(results);
        frame.setCenter(drawer.around(middle()));
        subscriptions = Subscription.combine(
                tabs.current().subscribe(this::show),
                found.onChange(this::agree),
                found.codeRefused().subscribe(refused -> {
                    if (refused) {
                        said.say("code");
                    }
                }),
                context.texts().language().subscribe((before, now) -> agree()),
                parts.ticker()
                        .now()
                        .subscribe(now -> tabs.all().forEach(tab -> tab.model().tick())));
    }

    private FileTab tab(ShellParts parts, PaperReports reports) {
        List<ContactBar.Choice> reasons = Stream.of(OpeningReason.values())
                .map(reason -> new ContactBar.Choice(
                        reason.name().toLowerCase(Locale.ROOT), search.name(reason), () -> found.choose(reason)))
                .toList();
        FileTab tab = new FileTab(context, parts.outside(), reports, reasons, this::closeFile);
        tab.view().opening((pensionerId, reason) -> goBack(tab, pensionerId, reason));
        tab.model().failureProperty().subscribe(this::offerLeft);
        tab.view().whenBusy(() -> said.say("next.busy"));
        return tab;
    }

    private Node middle() {
        StackPane over = new StackPane(place, summary);
        StackPane.setAlignment(summary, Pos.BOTTOM_CENTER);
        VBox.setVgrow(over, Priority.ALWAYS);
        over.setMinHeight(0);
        middle.getChildren().setAll(left, strip, top, over);
        middle.setMinHeight(0);
        return middle;
    }

    private void show(FileTab tab) {
        following.unsubscribe();
        place.put(tab.view());
        top.getChildren().setAll(tab.bar());
        following = Subscription.combine(
                tab.model().fileProperty().subscribe(open -> {
                    if (open != null) {
                        found.learn(open);
                    }
                    seen(open);
                    shows(tab);
                }),
                tab.contact().contact().subscribe(open -> {
                    if (open != null) {
                        found.follow(open.reason());
                        left.taken(open.id());
                    }
                }));
        agree();
    }

    private void seen(@Nullable PensionerFile open) {
        String now = open == null ? null : open.id();
        if (now != null && !now.equals(seen)) {
            appeared.run();
        }
        seen = now;
    }

    private void shows(FileTab tab) {
        String id = tab.model().openId();
        training.pensionerId().set(id == null ? "" : id);
        agree();
    }

    void follow(ListBar bar) {
        middle.getChildren().add(middle.getChildren().indexOf(top), bar);
    }

    /** Whose file is shown, or empty. */
    ObservableValue<String> openId() {
        return training.pensionerId();
    }

    /** Whether a file is on its way that nobody has seen yet. */
    boolean isOpening() {
        FileTab tab = files.current();
        return tab.contact().isWaiting() || tab.model().screenProperty().get() == FileModel.Screen.LOADING;
    }

    boolean isUnderWay() {
        return files.current().view().underWay().isPresent();
    }

    /** Opens the file of somebody who stands on a list, which is the reason; whoever was searched for is not meant. */
    void openFromList(String pensionerId, AccessReason reason) {
        found.clear();
        open(pensionerId, reason);
    }

    /** The search field, for the window's head. */
    TextField field() {
        return search.field();
    }

    TrainingDrawer drawer() {
        return drawer;
    }

    void heard(LiveEvent.OfFile event) {
        tabs.all().forEach(tab -> tab.model().accept(event));
        training.accept(event);
    }

    /** What was asked for here is decided: it is told without a name, because somebody else may stand at the desk by now. */
    void heard(LiveEvent.ApprovalChanged changed) {
        tabs.openFor(changed.pensionerId()).ifPresent(tab -> tab.model().refresh());
        context.tasks()
                .call(() -> context.client().approval(changed.approvalId()))
                .onDone(this::tell)
                .onFailure(_ -> said.say("approval.changed"))
                .start();
    }

    private void tell(Approval approval) {
        DateTimes times = new DateTimes(context.texts().locale(), context.zone());
        String when = times.at(approval.askedAt(), context.clock().instant());
        String by = Objects.requireNonNullElse(approval.decidedBy(), "");
        String reason = Objects.requireNonNullElse(approval.reason(), "");
        String key = "approval." + approval.state().key();
        switch (approval.state()) {
            case ASKED, LAPSED, WITHDRAWN -> said.say(key, "when", when);
            case DONE -> said.say(key, "when", when, "by", by);
            case REFUSED -> said.say(key, "when", when, "by", by, "reason", reason);
        }
    }

    /** Events may have been missed. */
    void reconnected() {
        tabs.all().forEach(tab -> tab.model().refresh());
        training.refresh();
    }

    void focusSearch() {
        search.focus();
    }

    /** @param files that may be open at once, by the policy */
    void atMost(int files) {
        tabs.atMost(files);
    }

    /** Offers the contacts that a window left open when it ended in the middle. */
    void askForLeft() {
        context.tasks()
                .call(context.client()::contacts)
                .onDone(open -> left.show(open.stream()
                        .filter(contact -> !tabs.held().contains(contact.id()))
                        .toList()))
                // that the backend is away is what the status line says
                .onFailure(_ -> left.show(List.of()))
                .start();
    }

    /** Where one more would be too many, those that no file of this window belongs to can be closed here, never by themselves. */
    private void offerLeft(@Nullable ClientException why) {
        if (why instanceof ClientException.Refused refused && refused.type() == ProblemType.TOO_MANY_CONTACTS) {
            askForLeft();
        }
    }

    /** What is open here, and what closing the window would cut off. */
    OpenFiles files() {
        return files;
    }

    /** Whether people stand before the desk. */
    boolean atCounter() {
        List<Contact> open = tabs.contacts();
        return open.isEmpty()
                ? found.atCounter()
                : open.stream().anyMatch(contact -> contact.reason().atCounter());
    }

    /** Whether a card waits for a decision. */
    boolean decides() {
        return files.current().view().isBusy();
    }

    private void open(String pensionerId, AccessReason reason) {
        summary.hide();
        said.clear();
        files.open(pensionerId, reason);
    }

    private void goBack(FileTab tab, String pensionerId, AccessReason reason) {
        if (files.goBack(tab, pensionerId, reason)) {
            found.clear();
        }
    }

    /** Closes the file that is shown, with its contact; what is under way is not cut off without a word. */
    void closeFile() {
        if (!files.close(summary::show)) {
            return;
        }
        found.forget();
        forget.run();
        if (files.current().isOpen()) {
            files.current().view().focus();
        } else {
            search.focus();
        }
    }

    /** Keeps the file that is shown and returns to the search for another one beside it. */
    void holdFile() {
        if (files.hold()) {
            found.clear();
            search.focus();
        }
    }

    /** Shows the next of the files that are held open. */
    void moveTab(int by) {
        if (tabs.all().size() > 1) {
            found.clear();
            tabs.move(by);
            backToFile();
        }
    }

    void focusNote() {
        files.current().bar().focusNote();
    }

    /** Puts the focus into the next part of the screen, or the one before. */
    void movePane(boolean back) {
        Panes.move(frame, search, files.current(), place.dims(), back);
    }

    /** What can be done in the file that is shown, by name; nothing where it is not certain that it is meant. */
    List<Palette.Choice> acts() {
        FileTab tab = files.current();
        return place.dims() || decides() ? List.of() : tab.acts();
    }

    private void closeLeft(Contact contact) {
        context.tasks()
                .call(() -> context.client().closeContact(contact.id()))
                .onDone(summary::show)
                .onFailure(_ -> said.say("close.waits"))
                .start();
    }

    /** Why the open file is open, after all; only where it is certain that it is meant. */
    private boolean correctReason() {
        FileTab tab = files.current();
        if (!tab.isOpen() || place.dims()) {
            return false;
        }
        found.chosenReason().ifPresent(tab::correct);
        return true;
    }

    /** Opens the file to which a letter belongs, with the reason that is chosen. */
    void openLetter(String number) {
        letters.open(number);
    }

    /** The file and the search must be about one person, or nothing can be done in the file. */
    private void agree() {
        FileTab tab = files.current();
        String id = tab.model().openId();
        PensionerFile open = tab.file();
        Agreement agreement = id == null ? Agreement.AGREES : found.agreement(id);
        place.show(agreement, open == null ? "" : open.name(), found.typedQuery());
        // its note and its reason are the open file's too
        tab.bar().setDisable(place.dims());
    }

    private void giveUpSearch() {
        found.clear();
        backToFile();
    }

    private void backToFile() {
        FileTab tab = files.current();
        if (tab.file() == null) {
            search.focus();
        } else {
            tab.view().focus();
        }
    }

    private void next() {
        if (place.dims()) {
            said.say("next.elsewhere");
            return;
        }
        switch (files.current().view().startNext()) {
            case STARTED -> {}
            case NO_FILE -> said.say("next.no-file");
            case BUSY -> said.say("next.busy");
            case NOTHING -> said.say("next.nothing");
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        search.focus();
    }

    @Override
    public void hidden() {
        summary.hide();
    }

    @Override
    public boolean pressed(KeyEvent event) {
        if (NEXT.match(event)) {
            next();
            return true;
        }
        if (!place.dims() && files.current().view().pressed(event)) {
            return true;
        }
        return search.pressed(event);
    }

    @Override
    public void close() {
        letters.cancel();
        following.unsubscribe();
        subscriptions.unsubscribe();
        strip.release();
        tabs.all().forEach(FileTab::release);
    }
}
