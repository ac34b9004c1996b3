package eu.guichet.desktop.app;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every failure ends that nobody expected, on whichever thread: in the log, and as one sentence on the screen. */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFailures.class);

    private final Consumer<Throwable> show;

    /** @param show called on the FX thread */
    UncaughtFailures(Consumer<Throwable> show) {
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("uncaught on {}", thread.getName(), failure);
        Platform.runLater(() -> show.accept(failure));
    }
}
