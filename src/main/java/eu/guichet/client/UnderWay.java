package eu.guichet.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The calls that wait for an answer, each from its first try on. */
final class UnderWay {
    private final Map<Long, Long> begun = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    /** @return to be handed to {@link #ended} */
    long begins() {
        long call = calls.incrementAndGet();
        begun.put(call, System.nanoTime());
        return call;
    }

    void ended(long call) {
        begun.remove(call);
    }

    /** How long the oldest has waited; zero where none does. */
    Duration longest() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                begun.values().stream().mapToLong(from -> now - from).max().orElse(0));
    }
}
