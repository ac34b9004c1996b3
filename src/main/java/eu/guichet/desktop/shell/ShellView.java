package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Environment;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.file.FileView;
import eu.guichet.desktop.problem.ProblemMessages;
import eu.guichet.desktop.search.SearchModel;
import eu.guichet.desktop.search.SearchView;
import eu.guichet.desktop.training.TrainingModel;
import eu.guichet.desktop.training.TrainingPanel;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Everything in the window, once there is a backend to ask. */
public final class ShellView extends StackPane {
    private static final String BUNDLE = "eu.guichet.desktop.shell.shell";
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    /** Of the window, so that large text in a small one leaves the file its room. */
    private static final double RESULTS_AT_MOST = 0.4;

    private final ShellParts parts;
    private final Texts texts;
    private final ShellModel model;
    private final FileModel pensioner;
    private final TrainingModel training;
    private final FileView file;
    private final SearchModel found;
    private final SearchView search;
    private final Shortcuts shortcuts;
    private final BorderPane frame = new BorderPane();
    private final TrainingDrawer drawer;
    private Subscription subscriptions;

    public ShellView(ShellParts parts) {
        this.parts = parts;
        texts = new Texts(parts.settings().language(), BUNDLE);
        // before everything that asks again in the new language
        subscriptions = parts.settings().language().subscribe(this::speak);
        model = new ShellModel(parts.client(), parts.tasks());
        pensioner = new FileModel(parts.client(), parts.tasks(), parts.clock());
        training = new TrainingModel(parts.client(), parts.tasks());
        file = file();
        found = new SearchModel(parts.client(), parts.tasks(), (row, reason) -> {
            pensioner.show(row.id(), reason);
            training.pensionerId().set(row.id());
        });
        search = new SearchView(found, texts, this::sentence);
        shortcuts = new Shortcuts(texts, search::focus);
        drawer = new TrainingDrawer(texts, () -> new TrainingPanel(training, texts, parts.clock()));

        setId("shell");
        getStyleClass().addAll("shell", "canvas");
        getStylesheets()
                .add(Objects.requireNonNull(ShellView.class.getResource("shell.css"))
                        .toExternalForm());
        Node menu = new SettingsMenu(parts.settings(), texts, shortcuts::toggle);
        frame.setTop(new Header(model, texts, parts.ticker(), search.field(), drawer.handle(), menu));
        Region results = search.results();
        results.maxWidthProperty().bind(frame.widthProperty().multiply(RESULTS_AT_MOST));
        frame.setLeft(results);
        frame.setCenter(drawer.around(file));
        frame.setBottom(new StatusLine(model, texts, this::brief, shortcuts::toggle));
        getChildren().addAll(frame, shortcuts);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                subscriptions,
                model.me().subscribe(this::environment),
                pensioner.fileProperty().subscribe(file -> {
                    if (file != null) {
                        found.learn(file);
                        training.pensionerId().set(file.id());
                    }
                }),
                parts.ticker().now().subscribe(now -> {
                    model.tick(now);
                    pensioner.tick();
                }),
                parts.settings().language().subscribe((before, now) -> model.read()));
    }

    /** Asks the backend who sits here, begins to listen, and puts the focus in the search field. */
    public void start() {
        speak();
        model.read();
        model.listen(this::heard, this::reconnected);
        search.focus();
    }

    /** Gives up what is under way and stops listening. */
    public void stop() {
        subscriptions.unsubscribe();
        subscriptions = Subscription.EMPTY;
        model.close();
        file.release();
    }

    /** Shows or hides the pensioner's own side; only in training. */
    public void showTraining(boolean shown) {
        drawer.show(shown);
    }

    /** What closing the window would cut off, in one sentence; empty when nothing is under way. */
    public Optional<String> underWay() {
        return file.underWay();
    }

    private FileView file() {
        ViewContext context = new ViewContext(
                parts.client(),
                parts.tasks(),
                texts,
                parts.clock(),
                parts.clock().getZone());
        return new FileView(pensioner, context, new ActDoors(context, parts.outside()));
    }

    private void pressed(KeyEvent event) {
        if (shortcuts.isVisible() && event.getCode() != KeyCode.F1) {
            // what it covers does nothing
            return;
        }
        boolean used = true;
        if (SEARCH.match(event)) {
            search.focus();
        } else if (NEXT.match(event)) {
            PensionerFile open = pensioner.fileProperty().get();
            // with somebody else chosen in the list it is not certain who is meant
            if (open != null && !found.pointsElsewhere(open.id())) {
                file.startNext();
            }
        } else if (event.getCode() == KeyCode.F1) {
            shortcuts.toggle();
        } else if (event.getCode() == KeyCode.F9) {
            drawer.toggle();
        } else {
            used = search.pressed(event);
        }
        if (used) {
            event.consume();
        }
    }

    private void environment(@Nullable Me me) {
        drawer.offer(me != null && me.environment() == Environment.TRAINING);
    }

    private void heard(LiveEvent event) {
        pensioner.accept(event);
        training.accept(event);
    }

    private void reconnected() {
        pensioner.refresh();
        training.refresh();
    }

    /** The screens follow by themselves; the backend's sentences must be asked for again. */
    private void speak() {
        parts.client().speak(texts.locale());
    }

    /** For search and file, which only show: nothing was to be done. */
    private String sentence(ClientException failure) {
        return messages().whole(messages().ofLook(failure));
    }

    private String brief(ClientException failure) {
        return messages().ofLook(failure).sentence();
    }

    private ProblemMessages messages() {
        return new ProblemMessages(texts, parts.clock());
    }
}
