package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Environment;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.problem.ProblemMessages;
import eu.guichet.desktop.ui.DigitKeys;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeyGuard;
import eu.guichet.desktop.ui.KeyTable;
import eu.guichet.desktop.ui.Scanned;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventTarget;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything in the window, once there is a backend to ask: head, side bar, the chosen screen, foot. */
public final class ShellView extends StackPane implements KeyGuard.Listener {
    private static final String BUNDLE = "eu.guichet.desktop.shell.shell";
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination HOLD = new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NOTE = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final ShellParts parts;
    private final Texts texts;
    private final ShellModel model;
    private final ScreenModel chosen = new ScreenModel();
    private final Screens screens;
    private final ViewContext context;
    private final PaperReports reports;
    private final PaperBar papers;
    private final NoticeBar notices;
    private final CounterScreen counter;
    private final WorklistDesk worklists;
    private final SideBar sideBar;
    private final KeyTable keys = new KeyTable();
    private final Shortcuts shortcuts;
    private final Palette palette;
    private final SettingsMenu settings;
    private final BorderPane frame = new BorderPane();
    private final StatusMessage said;
    private final KeyGuard guard;
    private final VeilModel veilModel;
    private final Veil veil;
    private final Curtain curtain;
    private Subscription guarding = Subscription.EMPTY;
    private Subscription subscriptions;

    public ShellView(ShellParts parts) {
        this.parts = parts;
        texts = new Texts(parts.settings().language(), BUNDLE);
        // before everything that asks again in the new language
        subscriptions = parts.settings().language().subscribe(this::speak);
        model = new ShellModel(parts.client(), parts.tasks(), parts.clock(), parts.machine());
        context = new ViewContext(
                parts.client(),
                parts.tasks(),
                texts,
                parts.clock(),
                parts.clock().getZone());
        said = new StatusMessage(parts.tasks());
        guard = new KeyGuard(parts.hands(), this);
        reports = parts.reports();
        counter = new CounterScreen(parts, context, said, reports, this::sentence, guard::forget, guard::appeared);
        worklists = new WorklistDesk(context, parts.ticker().now(), chosen, counter, said, this::sentence);
        screens = new Screens(parts, context, reports, model.me(), counter, worklists);
        sideBar = new SideBar(chosen, texts);
        shortcuts = new Shortcuts(texts, this::keyNames, this::focusScreen);
        palette = new Palette(texts, this::choices, this::focusScreen);

        setId("shell");
        getStyleClass().addAll("shell", "canvas");
        getStylesheets()
                .add(Objects.requireNonNull(ShellView.class.getResource("shell.css"))
                        .toExternalForm());
        veilModel = new VeilModel(parts.machine().instant());
        veil = new Veil(texts, parts.clock().getZone(), parts.session());
        curtain = new Curtain(veilModel, this, veil, parts.tasks(), parts.machine(), this::unveil);
        settings = new SettingsMenu(parts.settings(), texts, parts.session(), model.me(), shortcuts::toggle);
        papers = new PaperBar(reports, texts);
        notices = new NoticeBar(context);
        frame.setTop(new VBox(
                new Header(
                        model,
                        texts,
                        parts.ticker(),
                        counter.field(),
                        counter.drawer().handle(),
                        veilButton(),
                        settings),
                notices,
                papers));
        frame.setLeft(sideBar);
        frame.setCenter(counter.node());
        frame.setBottom(new StatusLine(
                model,
                said,
                texts,
                this::brief,
                parts.session(),
                parts.ticker().now(),
                parts.clock().getZone(),
                shortcuts::toggle));
        getChildren().addAll(frame, shortcuts, palette);
        keys();
        count();
        sceneProperty().subscribe(scene -> {
            guarding.unsubscribe();
            guarding =
                    scene == null ? Subscription.EMPTY : Subscription.combine(curtain.guard(scene), guard.guard(scene));
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                subscriptions,
                model.me().subscribe(this::known),
                chosen.available().subscribe(this::count),
                chosen.chosen().subscribe(this::change),
                parts.ticker().now().subscribe(model::tick),
                parts.ticker().now().subscribe(notices::tick),
                parts.ticker().now().subscribe(now -> reports.tick()),
                parts.ticker()
                        .now()
                        .subscribe(now -> veilModel.tick(parts.machine().instant(), patience())),
                veilModel.since().subscribe(this::tellVeil),
                // what it offers is of the file before
                counter.openId().subscribe((_, _) -> palette.leave()),
                parts.settings().language().subscribe((before, now) -> model.read()));
    }

    /** Asks the backend who sits here, listens where that is somebody who opens files, and puts the focus in the search field. */
    public void start() {
        speak();
        model.read();
        focusScreen();
    }

    /** To be told when the session that was over has been renewed by the same person. */
    public void signedIn() {
        veil.told(Unveil.Answer.LIFT);
        model.read();
    }

    /** Closes in the backend what is open here when the window ends. Blocks, so not to be run on the FX thread. */
    public Runnable farewell() {
        return counter.files().farewell();
    }

    /** The contacts that are open, in words that name nobody; empty when none is. */
    public Optional<String> stillOpen() {
        return counter.files().stillOpen();
    }

    /** Gives up what is under way and stops listening. */
    public void stop() {
        guarding.unsubscribe();
        guarding = Subscription.EMPTY;
        said.clear();
        subscriptions.unsubscribe();
        subscriptions = Subscription.EMPTY;
        model.close();
        screens.close();
    }

    /** Shows or hides the pensioner's own side; only in training. */
    public void showTraining(boolean shown) {
        counter.drawer().show(shown);
    }

    /** Shows a screen, where the role has it. */
    public void show(Screen screen) {
        chosen.choose(screen);
    }

    /** What closing the window would cut off, in one sentence; empty when nothing is under way. */
    public Optional<String> underWay() {
        return counter.files().underWay().or(papers::first);
    }

    /** Whether everything is hidden because nobody is at the desk. */
    public ReadOnlyBooleanProperty veiled() {
        return veilModel.veiled();
    }

    private Button veilButton() {
        Button button = new Button();
        button.setId("veil-now");
        button.textProperty().bind(texts.bind("veil.now"));
        button.setGraphic(Icons.of(Feather.EYE_OFF));
        button.getStyleClass().addAll("quiet", "veil-now");
        button.accessibleTextProperty().bind(texts.bind("veil.now.spoken"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> veilModel.veil(parts.machine().instant()));
        return button;
    }

    private Duration patience() {
        return Patience.of(model.me().get(), parts.settings().machine(), counter.atCounter());
    }

    private Unveil unveil() {
        Me me = model.me().get();
        return me == null || me.environment() == Environment.TRAINING
                ? Unveil.byAnyKey()
                : new SessionUnveil(parts.client(), parts.tasks(), me.id());
    }

    private void tellVeil(@Nullable Instant since) {
        if (since != null) {
            veil.show(model.me().get(), model.office().get(), since, unveil().way());
        }
    }

    private void count() {
        screens.count(chosen.available(), sideBar::mark);
    }

    private void change(Screen before, Screen now) {
        screens.part(before).hidden();
        ScreenPart part = screens.part(now);
        frame.setCenter(part.node());
        part.shown();
    }

    private void focusScreen() {
        screens.part(chosen.chosen().get()).shown();
    }

    private void keys() {
        keys.key("search", SEARCH::match, this::search)
                .told("move")
                .told("open")
                .told("next")
                .told("clear")
                .told("reasons")
                .key("leave", CLOSE::match, counter::closeFile)
                .key("hold", HOLD::match, counter::holdFile)
                .key("tabs", ShellView::tab, event -> counter.moveTab(backwards(event) ? -1 : 1))
                .key("note", NOTE::match, counter::focusNote)
                .key(
                        "panes",
                        event -> event.getCode() == KeyCode.F6 && !event.isShortcutDown(),
                        event -> counter.movePane(event.isShiftDown()))
                .key(
                        "list",
                        () -> chosen.available().contains(Screen.WORKLISTS),
                        event -> event.getCode() == KeyCode.F12,
                        event -> {
                            worklists.next();
                            return true;
                        })
                .told("acts")
                .told("language")
                .told("card")
                .told("scan")
                .key(
                        "screens",
                        () -> chosen.available().size() > 1,
                        ShellView::digit,
                        event -> chosen.choose(place(event)))
                .key("veil", event -> event.getCode() == KeyCode.F9, () -> curtain.veil(KeyCode.F9))
                .key("training", event -> event.getCode() == KeyCode.F7, counter.drawer()::toggle)
                .key("settings", event -> event.getCode() == KeyCode.F10, settings::show)
                .key("palette", PALETTE::match, palette::toggle)
                .key("overview", event -> event.getCode() == KeyCode.F1, shortcuts::toggle);
    }

    private List<Palette.Choice> choices() {
        List<Palette.Choice> all = new ArrayList<>();
        if (chosen.chosen().get() == Screen.COUNTER) {
            all.addAll(counter.acts());
        }
        for (Screen screen : chosen.available()) {
            all.add(new Palette.Choice(
                    texts.get("palette.screen", "screen", texts.get("screen." + Keys.kebab(screen))),
                    "",
                    true,
                    () -> chosen.choose(screen)));
        }
        Stream.concat(screenKeys().commands().stream(), keys.commands().stream())
                .forEach(command -> all.add(new Palette.Choice(
                        texts.get("shortcuts." + command.name()),
                        texts.get("shortcuts." + command.name() + ".key"),
                        true,
                        command.act())));
        return all;
    }

    private KeyTable screenKeys() {
        return screens.part(chosen.chosen().get()).keys();
    }

    /** Those of the screen that is shown come first. */
    private List<String> keyNames() {
        return Stream.concat(screenKeys().names().stream(), keys.names().stream())
                .toList();
    }

    private boolean searches() {
        return chosen.available().contains(Screen.COUNTER);
    }

    private void search() {
        if (searches()) {
            chosen.choose(Screen.COUNTER);
            counter.focusSearch();
        } else {
            said.say("search.role");
        }
    }

    private static boolean tab(KeyEvent event) {
        return event.isControlDown()
                && (event.getCode() == KeyCode.TAB
                        || event.getCode() == KeyCode.PAGE_DOWN
                        || event.getCode() == KeyCode.PAGE_UP);
    }

    private static boolean backwards(KeyEvent event) {
        return event.getCode() == KeyCode.PAGE_UP || event.isShiftDown();
    }

    private static boolean digit(KeyEvent event) {
        return event.isShortcutDown() && DigitKeys.digit(event).isPresent() && !event.isAltDown();
    }

    /** In the side bar, from 0. */
    private static int place(KeyEvent event) {
        return DigitKeys.digit(event).orElse(0) - 1;
    }

    private void pressed(KeyEvent event) {
        boolean covered = (shortcuts.isVisible() && event.getCode() != KeyCode.F1)
                || (palette.isVisible() && !PALETTE.match(event));
        if (covered && event.getCode() != KeyCode.F9) {
            // what it covers does nothing
            return;
        }
        boolean used =
                keys.pressed(event) || screens.part(chosen.chosen().get()).pressed(event);
        if (used) {
            event.consume();
        }
    }

    @Override
    public void heldBack(KeyGuard.Reason reason) {
        said.say(
                switch (reason) {
                    case DOUBLE -> "key.double";
                    case JUST_APPEARED -> "key.early";
                });
    }

    /** What a scanner reads presses nothing; a letter's number leads to its letter. */
    @Override
    public void scanned(Scanned what, EventTarget target, Runnable takeOut) {
        switch (what) {
            case Scanned.Code() -> {
                takeOut.run();
                said.say("code");
            }
            case Scanned.Letter(String number) -> {
                takeOut.run();
                letterScanned(number);
            }
            case Scanned.Other() -> {
                // a name that was typed very fast stays to be searched for; Enter opens nobody
                if (!counter.field().equals(target)) {
                    takeOut.run();
                }
                said.say("scan.other");
            }
        }
    }

    private void letterScanned(String number) {
        palette.leave();
        shortcuts.leave();
        Screen screen = chosen.chosen().get();
        if (screen != Screen.COUNTER && screens.part(screen).scanned(number)) {
            return;
        }
        if (!searches()) {
            said.say("search.role");
        } else if (counter.decides()) {
            said.say("scan.busy");
        } else {
            chosen.choose(Screen.COUNTER);
            counter.openLetter(number);
        }
    }

    private void known(@Nullable Me me) {
        counter.drawer().offer(me != null && me.environment() == Environment.TRAINING);
        if (me != null) {
            chosen.offer(me.role());
            counter.field().setVisible(searches());
            counter.atMost(me.desk().contactsOpen());
            if (!Screen.of(me.role()).isEmpty() && !model.listens()) {
                model.listen(this::heard, this::reconnected);
                notices.read();
                if (Screen.of(me.role()).contains(Screen.COUNTER)) {
                    counter.askForLeft();
                }
            }
        }
    }

    private void reconnected() {
        notices.read();
        counter.reconnected();
        screens.noticesChanged();
        screens.officesChanged();
        worklists.reconnected();
    }

    private void heard(LiveEvent event) {
        switch (event) {
            case LiveEvent.OfFile ofFile -> counter.heard(ofFile);
            case LiveEvent.WorklistsChanged changed -> worklists.heard(changed);
            case LiveEvent.ApprovalChanged changed -> {
                counter.heard(changed);
                worklists.requestChanged();
            }
            case LiveEvent.NoticesChanged _ -> {
                notices.read();
                counter.reconnected();
                screens.noticesChanged();
            }
            case LiveEvent.OfficesChanged _ -> {
                model.read();
                counter.reconnected();
                screens.officesChanged();
            }
        }
    }

    /** The screens follow by themselves; the backend's sentences must be asked for again. */
    private void speak() {
        parts.client().speak(texts.locale());
        if (notices != null && model.listens()) {
            notices.read();
        }
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
