package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.file.FileView;
import eu.guichet.desktop.search.Agreement;
import eu.guichet.desktop.search.SearchModel;
import eu.guichet.desktop.search.SearchView;
import eu.guichet.desktop.training.TrainingModel;
import eu.guichet.desktop.training.TrainingPanel;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Where people are found and helped: the results, the open file, and in training the pensioner's own side. */
final class CounterScreen implements ScreenPart {
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    /** Of the window, so that large text in a small one leaves the file its room. */
    private static final double RESULTS_AT_MOST = 0.4;

    private final ViewContext context;
    private final StatusMessage said;
    private final FileModel pensioner;
    private final TrainingModel training;
    private final FileView file;
    private final DimmedFile place;
    private final SearchModel found;
    private final SearchView search;
    private final TrainingDrawer drawer;
    private final Latest scans = new Latest();
    private final BorderPane frame = new BorderPane();
    private final Subscription subscriptions;

    /** @param sentence says a failure of search or file in the agent's language: nothing was to be done there */
    CounterScreen(
            ShellParts parts, ViewContext context, StatusMessage said, Function<ClientException, String> sentence) {
        this.context = context;
        this.said = said;
        pensioner = new FileModel(context.client(), context.tasks(), context.clock());
        training = new TrainingModel(context.client(), context.tasks());
        file = new FileView(pensioner, context, new ActDoors(context, parts.outside()));
        found = new SearchModel(context.client(), context.tasks(), (row, reason) -> {
            pensioner.show(row.id(), reason);
            training.pensionerId().set(row.id());
        });
        search = new SearchView(found, context.texts(), sentence, this::backToFile);
        place = new DimmedFile(context.texts(), file, this::giveUpSearch, () -> {});
        drawer = new TrainingDrawer(context.texts(), () -> new TrainingPanel(training, context.texts(), parts.clock()));
        Region results = search.results();
        results.maxWidthProperty().bind(frame.widthProperty().multiply(RESULTS_AT_MOST));
        frame.setLeft(results);
        frame.setCenter(drawer.around(place));
        subscriptions = Subscription.combine(
                pensioner.fileProperty().subscribe(open -> {
                    if (open != null) {
                        found.learn(open);
                        training.pensionerId().set(open.id());
                    }
                    agree();
                }),
                found.onChange(this::agree),
                found.codeRefused().subscribe(refused -> {
                    if (refused) {
                        said.say("code");
                    }
                }),
                context.texts().language().subscribe(this::agree),
                parts.ticker().now().subscribe(pensioner::tick));
    }

    /** The search field, for the window's head. */
    TextField field() {
        return search.field();
    }

    TrainingDrawer drawer() {
        return drawer;
    }

    void heard(LiveEvent event) {
        pensioner.accept(event);
        training.accept(event);
    }

    /** Events may have been missed. */
    void reconnected() {
        pensioner.refresh();
        training.refresh();
    }

    void focusSearch() {
        search.focus();
    }

    /** What closing the window would cut off, in one sentence; empty when nothing is under way. */
    Optional<String> underWay() {
        return file.underWay();
    }

    /** Whether people stand before the desk. */
    boolean atCounter() {
        return found.atCounter();
    }

    /** Whether a card waits for a decision. */
    boolean decides() {
        return file.isBusy();
    }

    /** Opens the file to which a letter belongs, with the reason that is chosen. */
    void openLetter(String number) {
        context.tasks()
                .call(() -> context.client().search(new SearchRequest(number, 2)))
                .onDone(result -> openOnly(number, result))
                .onFailure(failure -> said.say("letter.failed", "number", number))
                .within(scans)
                .start();
    }

    private void openOnly(String number, SearchResult result) {
        if (decides()) {
            said.say("scan.busy");
        } else if (result.rows().size() == 1) {
            SearchRow row = result.rows().getFirst();
            found.clear();
            found.openFound(row);
        } else {
            said.say("letter.unknown", "number", number);
        }
    }

    /** The file and the search must be about one person, or nothing can be done in the file. */
    private void agree() {
        PensionerFile open = pensioner.fileProperty().get();
        if (open == null) {
            place.show(Agreement.AGREES, "", "");
        } else {
            place.show(found.agreement(open.id()), open.name(), found.typedQuery());
        }
    }

    private void giveUpSearch() {
        found.clear();
        backToFile();
    }

    private void backToFile() {
        if (pensioner.fileProperty().get() != null) {
            file.focus();
        }
    }

    private void next() {
        if (place.dims()) {
            said.say("next.elsewhere");
            return;
        }
        switch (file.startNext()) {
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
    public void hidden() {}

    @Override
    public boolean pressed(KeyEvent event) {
        if (NEXT.match(event)) {
            next();
            return true;
        }
        return search.pressed(event);
    }

    @Override
    public void close() {
        scans.cancel();
        subscriptions.unsubscribe();
        file.release();
    }
}
