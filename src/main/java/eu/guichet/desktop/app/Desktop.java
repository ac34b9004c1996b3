package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClient;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.client.openid.SignInException;
import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.Role;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.shell.Session;
import eu.guichet.desktop.shell.ShellParts;
import eu.guichet.desktop.shell.ShellView;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeyGuard;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.Theme;
import eu.guichet.desktop.ui.Ticker;
import eu.guichet.text.Keys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's one scene: at once a sentence that it starts, then, when the backend answers, the shell. It needs no
 * window, so that it can also be drawn where there is no display. For the FX thread only.
 */
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final String BUNDLE = "eu.guichet.desktop.app.app";

    private static final Duration READ = Duration.ofSeconds(3);
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Settings settings;
    private final Tasks tasks;
    private final Clock machine;
    private final BackendClock clock;
    private final BackendSource source;
    private final ActDoors.Outside outside;
    private final Theme theme = new Theme();
    private final Ticker ticker;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final StartView startView;
    private final Scene scene;
    private final ReadOnlyObjectWrapper<@Nullable ShellView> shell = new ReadOnlyObjectWrapper<>();
    private BackendSource.@Nullable Running running;
    private boolean stopped;
    private Runnable leave = () -> {};
    private @Nullable PaperReports reports;
    private Tasks.Cancellation signingIn = () -> {};

    private LongSupplier hands = KeyGuard.steadyClock();

    /** When closing was last held back for an act, or null. */
    private @Nullable Instant heldBack;

    public Desktop(
            Settings settings,
            Tasks tasks,
            Clock clock,
            BackendSource source,
            ActDoors.Outside outside,
            double width,
            double height) {
        this.settings = settings;
        this.tasks = tasks;
        machine = clock;
        this.clock = new BackendClock(clock);
        this.source = source;
        this.outside = outside;
        ticker = new Ticker(this.clock);
        texts = new Texts(settings.language(), BUNDLE);
        theme.appearance().bind(settings.appearance());
        theme.textSize().bind(settings.textSize());
        startView = new StartView(texts, this::start);
        root.setCenter(startView);
        scene = new Scene(root, width, height);
        theme.dress(scene);
    }

    public Scene scene() {
        return scene;
    }

    /** @param act ends the program */
    public void onLeave(Runnable act) {
        leave = act;
    }

    /** As if the window were closed, and asked no question. */
    void leave() {
        leave.run();
    }

    /** Null until the backend answers. */
    public ReadOnlyObjectProperty<@Nullable ShellView> shell() {
        return shell.getReadOnlyProperty();
    }

    /** Brings up the backend in the background and shows the shell when it is there. */
    public void start() {
        startView.starting();
        SignInPage page =
                new BrowserSignIn(texts, outside.browser(), tasks, asked -> startView.signingIn(asked, this::giveUp));
        signingIn = tasks.runNative(() -> {
            StartException failure = new StartException("unknown", "", null);
            BackendSource.Running opened = null;
            try {
                opened = source.open(page);
            } catch (StartException e) {
                LOG.warn("the backend does not start: {}", e.getMessage(), e);
                failure = e;
            } finally {
                BackendSource.Running result = opened;
                StartException why = failure;
                tasks.onScreen(() -> opened(result, why));
            }
        });
    }

    /**
     * Asked before the window closes: while an act is under way it is held back, and says so. Who then closes it again, having
     * had the time to read that, means it; what became of the act is in the file.
     */
    public boolean mayClose() {
        ShellView view = shell.get();
        Optional<String> act = view == null ? Optional.empty() : view.underWay();
        Optional<String> open = view == null ? Optional.empty() : view.stillOpen();
        Instant now = machine.instant();
        if ((act.isEmpty() && open.isEmpty())
                || (heldBack != null && now.isAfter(heldBack.plus(READ)) && now.isBefore(heldBack.plus(FORGOTTEN)))) {
            return true;
        }
        if (heldBack == null || !now.isBefore(heldBack.plus(FORGOTTEN))) {
            heldBack = now;
        }
        act.ifPresentOrElse(
                sentence -> notice("notice.under-way", "act", sentence),
                () -> notice("notice.open", "contacts", open.orElse("")));
        return false;
    }

    /**
     * Stops listening.
     *
     * @return closes the client, then ends the backend that was started; may take seconds, so to be run off the FX thread
     */
    public Runnable stop() {
        stopped = true;
        signingIn.cancel();
        BackendSource.Running open = running;
        running = null;
        ticker.stop();
        ShellView view = shell.get();
        Runnable farewell = view == null ? () -> {} : view.farewell();
        if (view != null) {
            view.stop();
        }
        theme.undress(scene);
        return open == null
                ? () -> {}
                : () -> {
                    farewell.run();
                    signOut(open);
                    open.close();
                };
    }

    /** @param clock by which the pace of keys is measured, in milliseconds, instead of the machine's */
    void paced(LongSupplier clock) {
        hands = clock;
    }

    /** Says in one sentence over the window what is not the agent's fault and needs no act. */
    void notice(String key, Object... namesAndValues) {
        Label words = new Label();
        words.setId("notice");
        words.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warn"));
        words.textProperty().bind(texts.bind(key, namesAndValues));
        words.setWrapText(true);
        Button close = new Button();
        close.setId("notice-close");
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll("quiet", "icon-only");
        close.accessibleTextProperty().bind(texts.bind("notice.close"));
        close.setOnAction(event -> root.setTop(null));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox banner = new HBox(words, gap, close);
        banner.getStyleClass().addAll("banner", "warn");
        root.setTop(banner);
    }

    private void giveUp() {
        signingIn.cancel();
    }

    private void opened(BackendSource.@Nullable Running result, StartException failure) {
        if (stopped) {
            if (result != null) {
                tasks.run(result::close);
            }
        } else if (result == null) {
            startView.failed(failure);
        } else {
            running = result;
            show(result);
            ticker.start();
        }
    }

    private void show(BackendSource.Running open) {
        clock.follow(open.client()::ahead);
        PaperReports told = reports == null ? new PaperReports(open.client(), tasks, clock) : reports;
        told.through(open.client());
        reports = told;
        ShellView view = new ShellView(new ShellParts(
                open.client(), tasks, settings, clock, machine, ticker, hands, session(open), outside, told));
        root.setCenter(view);
        // what it says may name somebody
        view.veiled().subscribe(veiled -> {
            if (veiled) {
                root.setTop(null);
            }
        });
        view.start();
        shell.set(view);
    }

    private Session session(BackendSource.Running open) {
        return new Session() {
            @Override
            public boolean renewable() {
                return source.renewable() || open.session() != null;
            }

            @Override
            public void renew() {
                OpenIdSession session = open.session();
                if (session == null) {
                    beginAnew();
                } else {
                    signInAgain(open, session);
                }
            }

            private void beginAnew() {
                Runnable farewell = takeDown();
                running = null;
                tasks.run(() -> {
                    farewell.run();
                    open.close();
                });
                root.setCenter(startView);
                start();
            }

            @Override
            public boolean signsOut() {
                return open.session() != null;
            }

            @Override
            public void signOut() {
                if (holdsPapers()) {
                    return;
                }
                signingIn.cancel();
                Runnable farewell = takeDown();
                running = null;
                startView.signedOut();
                root.setCenter(startView);
                tasks.runNative(() -> {
                    farewell.run();
                    Desktop.signOut(open).ifPresent(outside.browser()::open);
                    open.close();
                });
            }

            @Override
            public List<Role> roles() {
                return List.copyOf(open.roles().keySet());
            }

            @Override
            public void workAs(Role role) {
                Supplier<GuichetClient> client = open.roles().get(role);
                if (!holdsPapers() && client != null) {
                    Runnable farewell = takeDown();
                    tasks.run(() -> {
                        farewell.run();
                        open.client().close();
                    });
                    BackendSource.Running as = open.as(client.get());
                    running = as;
                    show(as);
                }
            }

            @Override
            public void leave() {
                leave.run();
            }
        };
    }

    /** A colleague, or another role, cannot tell what became of this one's paper. */
    private boolean holdsPapers() {
        boolean holds = reports != null && !reports.unrecorded().isEmpty();
        if (holds) {
            notice("notice.papers");
        }
        return holds;
    }

    private static Optional<URI> signOut(BackendSource.Running open) {
        OpenIdSession session = open.session();
        return session == null ? Optional.empty() : session.signOut();
    }

    /** Over the same screen, so that what was typed is still there; for somebody else it begins anew. */
    private void signInAgain(BackendSource.Running open, OpenIdSession session) {
        signingIn.cancel();
        ShellView view = shell.get();
        SignInPage page = new BrowserSignIn(texts, outside.browser(), tasks, this::askAgain);
        signingIn = tasks.runNative(() -> {
            try {
                boolean samePerson = session.signIn(page);
                tasks.onScreen(() -> signedInAgain(open, view, samePerson));
            } catch (SignInException e) {
                LOG.warn("nobody signed in again: {}", e.getMessage(), e);
                tasks.onScreen(() -> notice("start.failed.sign-in." + Keys.kebab(e.why())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void askAgain(BrowserSignIn.Asked asked) {
        SignInSteps steps = new SignInSteps(texts, asked, true, () -> {
            giveUp();
            root.setTop(null);
        });
        steps.getStyleClass().addAll("banner", "warn");
        root.setTop(steps);
    }

    private void signedInAgain(BackendSource.Running open, @Nullable ShellView view, boolean samePerson) {
        if (!open.equals(running) || view == null) {
            return;
        }
        root.setTop(null);
        if (samePerson) {
            view.signedIn();
        } else {
            // not told to the backend: these are another person's contacts
            Runnable _ = takeDown();
            show(open);
        }
    }

    /**
     * Nothing of the view, nor of whom it showed, stays in the window.
     *
     * @return closes what was open there, off the FX thread
     */
    private Runnable takeDown() {
        ShellView view = shell.get();
        Runnable farewell = view == null ? () -> {} : view.farewell();
        shell.set(null);
        root.setTop(null);
        root.setCenter(null);
        if (view != null) {
            view.stop();
        }
        return farewell;
    }
}
