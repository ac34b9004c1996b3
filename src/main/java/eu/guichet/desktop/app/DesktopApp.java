package eu.guichet.desktop.app;

import eu.guichet.client.BackendAddress;
import eu.guichet.client.BackendAddressException;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.FixedPrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Spool;
import eu.guichet.desktop.paper.SystemPrinting;
import eu.guichet.desktop.settings.MachineSettings;
import eu.guichet.desktop.settings.MachineSettingsException;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.settings.SettingsFile;
import eu.guichet.desktop.settings.WindowPlace;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Icons;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program as people run it. Start: settings, window, backend in the background, client. Stop: the other way round, and
 * the settings last.
 */
public final class DesktopApp {
    /** The time that all three offices keep, whatever zone this machine is set to; the backend's sentences keep it too. */
    private static final ZoneId OFFICES = ZoneId.of("Europe/Brussels");

    /** System property or, as {@code GUICHET_BACKEND_URL}, environment: the institution's backend. */
    public static final String BACKEND = "backend.url";

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);

    private final SettingsFile file;
    private final SettingsFile.Loaded loaded;
    private final Settings settings;
    private final Path home;
    private final FxTasks tasks = new FxTasks();
    private final BackendSource source;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Written before the window is closed, read after. */
    private volatile boolean shown;

    private volatile Runnable remains = () -> {};
    private volatile Consumer<Desktop> watching = content -> {};
    private @Nullable Desktop desktop;

    /**
     * Reads the settings.
     *
     * @throws BackendAddressException when no backend can be where they say
     */
    public DesktopApp(Path home) {
        this(home, System.getProperty(BACKEND, System.getenv("GUICHET_BACKEND_URL")));
    }

    DesktopApp(Path home, @Nullable String named) {
        this.home = home;
        MachineSettings machine;
        StartException fault;
        try {
            machine = MachineSettings.ofThisMachine();
            fault = null;
        } catch (MachineSettingsException e) {
            machine = MachineSettings.NONE;
            fault = new StartException(e);
        }
        file = new SettingsFile(home, machine);
        loaded = file.load();
        settings = loaded.settings();
        source = fault == null ? source(machine, named) : refusing(fault);
    }

    private BackendSource source(MachineSettings machine, @Nullable String named) {
        URI fixed = machine.backend();
        URI kept = settings.backend();
        if (fixed == null && named != null && !named.isBlank()) {
            return new RemoteBackend(
                    home, BackendAddress.of(named), DesktopApp::token, machine.authority(), machine.signIn());
        }
        return kept == null
                ? new EmbeddedBackend(home)
                : new RemoteBackend(
                        home, BackendAddress.checked(kept), DesktopApp::token, machine.authority(), machine.signIn());
    }

    /** In the window, because whoever sits at the desk has no console. */
    private static BackendSource refusing(StartException fault) {
        return page -> {
            throw fault;
        };
    }

    /**
     * Opens the window and returns when it has been closed and everything is stopped.
     *
     * @return whether there was a window; where not, the log says why
     */
    public boolean run() throws InterruptedException {
        return run(content -> {});
    }

    /**
     * The same, and leaves by itself once a search was answered.
     *
     * @param out gets a line for the first paint and one for the first answer, in milliseconds from the start of the process
     */
    public boolean untilReady(PrintStream out) throws InterruptedException {
        return run(content -> new UntilReady(out, content::leave).watch(content));
    }

    private boolean run(Consumer<Desktop> watcher) throws InterruptedException {
        watching = watcher;
        source.begin();
        // what JavaFX says by itself, such as the menu of a field, follows Java's own language
        settings.language().subscribe(language -> Locale.setDefault(language.locale()));
        Platform.startup(this::begin);
        closed.await();
        try {
            remains.run();
        } finally {
            if (shown) {
                write(file.text(settings));
            }
            Platform.exit();
        }
        return shown;
    }

    /** Without a window nobody could close it, so that this must end the wait. */
    private void begin() {
        try {
            show(new Stage());
            shown = true;
        } finally {
            if (!shown) {
                closed.countDown();
            }
        }
    }

    private void show(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures(failure ->
                notice("notice.uncaught", "place", home.resolve("log").toString())));
        WindowPlace place = place();
        Desktop content = new Desktop(
                settings,
                tasks,
                Clock.system(OFFICES),
                source,
                new ActDoors.Outside(printing(), new FileSaving(() -> stage), new SystemMail(), new SystemBrowser()),
                place.width(),
                place.height());
        desktop = content;
        content.onLeave(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        if (loaded.unreadable() != null) {
            content.notice("notice.settings", "place", loaded.unreadable().toString());
        }
        stage.setTitle("Guichet");
        stage.getIcons().setAll(Icons.ofProgram());
        stage.setScene(content.scene());
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        stage.setOnCloseRequest(event -> {
            if (!content.mayClose()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> stop(stage, content));
        watching.accept(content);
        stage.show();
        // after the first paint, so that the window is there at once
        Platform.runLater(content::start);
        sweepLater();
        settings.onChange(() -> {
            byte[] text = file.text(settings);
            tasks.run(() -> write(text));
        });
    }

    /** What a crash left in the folder of print jobs is too young to go at the next start. */
    private void sweepLater() {
        tasks.after(SWEEP_EVERY, () -> {
            tasks.run(() -> Spool.keepIn(home, Instant.now()));
            sweepLater();
        });
    }

    /** Until people sign in with the system's browser, the institution's own launcher hands the token over. */
    private static String token() {
        String token = System.getenv("GUICHET_TOKEN");
        return token == null ? "" : token;
    }

    private Printing printing() {
        Printing system = new SystemPrinting(settings.printer().get(), settings.printer()::set);
        String fixed = settings.machine().printer();
        return fixed.isEmpty() ? system : new FixedPrinter(system, fixed);
    }

    private WindowPlace place() {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowPlace last = settings.window().get();
        return last == null ? WindowPlace.in(Screen.getPrimary().getVisualBounds()) : last.within(screens);
    }

    /** The window is gone from the screen before the backend, which may take seconds, is stopped elsewhere. */
    private void stop(Stage stage, Desktop content) {
        try {
            keepPlace(stage);
            remains = content.stop();
        } finally {
            closed.countDown();
        }
    }

    private void keepPlace(Stage stage) {
        WindowPlace last = settings.window().get();
        boolean keep = stage.isMaximized() && last != null;
        settings.window()
                .set(
                        keep
                                ? new WindowPlace(last.x(), last.y(), last.width(), last.height(), true)
                                : new WindowPlace(
                                        stage.getX(),
                                        stage.getY(),
                                        stage.getWidth(),
                                        stage.getHeight(),
                                        stage.isMaximized()));
    }

    private void write(byte[] text) {
        try {
            file.write(text);
        } catch (IOException e) {
            LOG.warn("the settings cannot be written", e);
            tasks.onScreen(() -> notice("notice.settings.write", "place", home.toString()));
        }
    }

    private void notice(String key, Object... namesAndValues) {
        if (desktop != null) {
            desktop.notice(key, namesAndValues);
        }
    }
}
