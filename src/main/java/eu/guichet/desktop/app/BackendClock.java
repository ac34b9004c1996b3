package eu.guichet.desktop.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The backend's time in this machine's zone: what opens or ends there must do so at the same moment on the screen. */
final class BackendClock extends Clock {
    private final Clock machine;
    private volatile Supplier<Duration> ahead = () -> Duration.ZERO;

    BackendClock(Clock machine) {
        this.machine = machine;
    }

    /** @param difference how far the backend is ahead, asked anew each time, from any thread */
    void follow(Supplier<Duration> difference) {
        ahead = difference;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        BackendClock other = new BackendClock(machine.withZone(zone));
        other.follow(() -> ahead.get());
        return other;
    }
}
