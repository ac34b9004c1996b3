package eu.guichet.desktop.ui;

import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/** The tasks of the running program: virtual threads, and JavaFX's own timer. */
public final class FxTasks implements Tasks {
    @Override
    public Cancellation run(Runnable work) {
        Thread thread = Thread.ofVirtual().name("call").start(work);
        return thread::interrupt;
    }

    @Override
    public Cancellation runNative(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name("native-call").start(work);
        return thread::interrupt;
    }

    @Override
    public void onScreen(Runnable work) {
        Platform.runLater(work);
    }

    @Override
    public Cancellation after(Duration delay, Runnable work) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
        pause.setOnFinished(event -> work.run());
        pause.play();
        return pause::stop;
    }
}
