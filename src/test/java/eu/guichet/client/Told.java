package eu.guichet.client;

import eu.guichet.contract.LiveEvent;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a desk that listens is told next of one kind: notices of other kinds come between as they will. */
public final class Told {
    private Told() {}

    /** Waits up to half a minute for each notice; fails when nothing more comes. */
    public static <E extends LiveEvent> E next(BlockingQueue<LiveEvent> events, Class<E> type)
            throws InterruptedException {
        return next(events, type, 30);
    }

    static <E extends LiveEvent> E next(BlockingQueue<LiveEvent> events, Class<E> type, int seconds)
            throws InterruptedException {
        @Nullable LiveEvent told = events.poll(seconds, TimeUnit.SECONDS);
        while (told != null && !type.isInstance(told)) {
            told = events.poll(seconds, TimeUnit.SECONDS);
        }
        return type.cast(Objects.requireNonNull(told, "nothing was told"));
    }
}
