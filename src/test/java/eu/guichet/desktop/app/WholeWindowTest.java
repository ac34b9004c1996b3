package eu.guichet.desktop.app;

import eu.guichet.backend.store.QuickCodes;
import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over the training backend, played by keys alone; every key that is pressed is written down. */
abstract class WholeWindowTest extends UiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 600;

    @TempDir
    Path folder;

    protected final List<String> keys = new ArrayList<>();
    private final AtomicLong hands = new AtomicLong();
    private @Nullable GuichetClient client;
    private @Nullable Desktop desktop;

    @AfterEach
    void stop() {
        Desktop started = desktop;
        if (started != null) {
            fx(started::stop).run();
        }
    }

    protected final void start() {
        // a Wednesday morning, whenever the test runs: at midnight the enrolments of the day before are over
        ZoneId zone = ZoneId.of("Europe/Brussels");
        Instant morning = LocalDateTime.of(2026, 11, 25, 10, 0).atZone(zone).toInstant();
        Clock clock = Clock.offset(Clock.system(zone), Duration.between(Instant.now(), morning));
        QuickCodes.use();
        BackendSource.Running running = EmbeddedBackend.delivering(folder, Duration.ofMillis(200), clock)
                .open(NobodySignsIn.PAGE);
        client = running.client();
        client.speak(Locale.FRENCH);
        desktop = fx(() -> {
            Desktop made = new Desktop(
                    Settings.defaults(),
                    new FxTasks(),
                    clock,
                    page -> running,
                    new ActDoors.Outside(
                            new OnePrinter((document, job) -> Printing.Outcome.SENT),
                            new FileSaving(() -> null),
                            draft -> true,
                            page -> false),
                    1280,
                    800);
            made.paced(hands::get);
            stage().setScene(made.scene());
            stage().show();
            made.start();
            return made;
        });
        until(() -> focused("search-field"));
    }

    protected final void enter(BooleanSupplier then) {
        press("Enter", KeyCode.ENTER, false, false, then);
    }

    /** Pressed once, by a hand that has looked for a moment; it does what it should, or the test ends. */
    protected final void press(String name, KeyCode code, boolean alt, boolean ctrl, BooleanSupplier then) {
        keys.add(name);
        fxRun(() -> {
            hands.addAndGet(LOOK_MILLIS);
            key(KeyEvent.KEY_PRESSED, code, alt, ctrl);
            // what the key has brought may have the focus when it comes up
            key(KeyEvent.KEY_RELEASED, code, alt, ctrl);
        });
        Instant last = Instant.now().plus(PATIENCE);
        while (!fx(then::getAsBoolean)) {
            if (Instant.now().isAfter(last)) {
                fx(() -> Pictures.take(stage().getScene(), "calls-stopped-here"));
                throw new AssertionError(name + " does nothing after " + keys + ", the focus is in "
                        + fx(() -> stage().getScene().getFocusOwner()));
            }
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void key(EventType<KeyEvent> type, KeyCode code, boolean alt, boolean ctrl) {
        Node focused = stage().getScene().getFocusOwner();
        // as JavaFX does: what is no longer in the scene hears nothing
        EventTarget target =
                focused == null || !stage().getScene().equals(focused.getScene()) ? stage().getScene() : focused;
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, ctrl, alt, false));
    }

    protected final void passes(long millis) {
        hands.addAndGet(millis);
    }

    /** Time passes for the hands: what has appeared has been seen. */
    protected final void look() {
        fxRun(() -> hands.addAndGet(LOOK_MILLIS));
    }

    protected final void field(String id, String text) {
        until(() -> shown(id));
        fxRun(() -> {
            TextInputControl field = node(id, TextInputControl.class);
            field.requestFocus();
            field.setText(text);
        });
    }

    protected static void until(BooleanSupplier condition) {
        await(() -> fx(condition::getAsBoolean));
    }

    protected final boolean shown(String id) {
        Node node = stage().getScene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    protected final boolean focused(String id) {
        Node owner = stage().getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    protected final String text(String id) {
        return stage().getScene().lookup("#" + id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    protected final GuichetClient client() {
        return Objects.requireNonNull(client);
    }
}
