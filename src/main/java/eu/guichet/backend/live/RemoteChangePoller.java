package eu.guichet.backend.live;

import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What other programs on the same store record, another server or an import: about once a second it looks whether the
 * version of a file that is open here has moved.
 */
public final class RemoteChangePoller implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final LiveHub live;
    private final Function<Set<String>, Map<String, String>> etags;
    private final PeriodicTask looks = new PeriodicTask("live", LOOK_EVERY, this::look);

    /** @param etags of the files of these pensioners as they are now in the store; asked only while a file is open */
    public RemoteChangePoller(LiveHub live, Function<Set<String>, Map<String, String>> etags) {
        this.live = live;
        this.etags = etags;
    }

    public void start() {
        looks.start();
    }

    private boolean look() {
        Set<String> open = live.open();
        if (!open.isEmpty()) {
            etags.apply(open).forEach(live::seen);
        }
        return false;
    }

    @Override
    public void close() {
        looks.close();
    }
}
