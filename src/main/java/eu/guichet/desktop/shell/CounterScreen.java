package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.file.FileView;
import eu.guichet.desktop.search.SearchModel;
import eu.guichet.desktop.search.SearchView;
import eu.guichet.desktop.training.TrainingModel;
import eu.guichet.desktop.training.TrainingPanel;
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

    private final FileModel pensioner;
    private final TrainingModel training;
    private final FileView file;
    private final SearchModel found;
    private final SearchView search;
    private final TrainingDrawer drawer;
    private final BorderPane frame = new BorderPane();
    private final Subscription subscriptions;

    /** @param sentence says a failure of search or file in the agent's language: nothing was to be done there */
    CounterScreen(ShellParts parts, ViewContext context, Function<ClientException, String> sentence) {
        pensioner = new FileModel(context.client(), context.tasks(), context.clock());
        training = new TrainingModel(context.client(), context.tasks());
        file = new FileView(pensioner, context, new ActDoors(context, parts.outside()));
        found = new SearchModel(context.client(), context.tasks(), (row, reason) -> {
            pensioner.show(row.id(), reason);
            training.pensionerId().set(row.id());
        });
        search = new SearchView(found, context.texts(), sentence);
        drawer = new TrainingDrawer(context.texts(), () -> new TrainingPanel(training, context.texts(), parts.clock()));
        Region results = search.results();
        results.maxWidthProperty().bind(frame.widthProperty().multiply(RESULTS_AT_MOST));
        frame.setLeft(results);
        frame.setCenter(drawer.around(file));
        subscriptions = Subscription.combine(
                pensioner.fileProperty().subscribe(open -> {
                    if (open != null) {
                        found.learn(open);
                        training.pensionerId().set(open.id());
                    }
                }),
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
            PensionerFile open = pensioner.fileProperty().get();
            // with somebody else chosen in the list it is not certain who is meant
            if (open != null && !found.pointsElsewhere(open.id())) {
                file.startNext();
            }
            return true;
        }
        return search.pressed(event);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        file.release();
    }
}
