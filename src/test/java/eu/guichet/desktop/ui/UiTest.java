package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window on the Headless platform and a robot before it. A test fails on anything uncaught, on whichever thread, and on
 * any warning about CSS. Shown windows are at most 1000 by 1000.
 */
public abstract class UiTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Thread.@Nullable UncaughtExceptionHandler before;

    protected final FxRobot robot = new FxRobot();
    private @Nullable Stage stage;
    private @Nullable Theme theme;

    @BeforeEach
    final void startToolkit() throws TimeoutException {
        CSS.addHandler(listener);
        stage = FxToolkit.registerPrimaryStage();
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        theme = fx(Theme::new);
    }

    @AfterEach
    final void nothingWentWrongUnseen() throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        FxToolkit.cleanupStages();
        Thread.setDefaultUncaughtExceptionHandler(before);
        CSS.removeHandler(listener);
        assertThat(uncaught).as("uncaught").isEmpty();
        assertThat(warnings).as("CSS warnings").isEmpty();
    }

    protected Theme theme() {
        return Objects.requireNonNull(theme);
    }

    protected Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** Shows the content in our look. */
    protected void show(Parent content, double width, double height) {
        fx(() -> {
            Scene scene = new Scene(content, width, height);
            theme().dress(scene);
            stage().setScene(scene);
            stage().show();
            return scene;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Calls on the FX thread and waits for the result. */
    protected static <T> T fx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs on the FX thread and waits for it. */
    protected static void fxRun(Runnable work) {
        fx(() -> {
            work.run();
            return "";
        });
    }

    /** Waits, at most half a minute, until something can be seen. */
    protected static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("not seen within half a minute", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The node with this id, which must be there. */
    protected <N extends Node> N node(String id, Class<N> type) {
        return fx(() -> type.cast(stage().getScene().lookup("#" + id)));
    }
}
