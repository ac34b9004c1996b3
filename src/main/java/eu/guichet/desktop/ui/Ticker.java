package eu.guichet.desktop.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The time as screens show it, moving by the second: countdowns and opening hours bind to {@link #now()}. */
public final class Ticker {
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline timeline;

    /** Stands still until {@link #start()}. */
    public Ticker(InstantSource clock) {
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** To the whole second. */
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public void start() {
        tick();
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }

    /** Reads the clock at once; tests with a clock of their own call it instead of waiting. */
    public void tick() {
        now.set(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
