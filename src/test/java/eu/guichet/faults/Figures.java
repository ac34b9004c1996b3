package eu.guichet.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the agents met. Safe for use by many threads. */
final class Figures {
    private static final double NANOS_PER_MILLI = 1e6;
    /** Seconds in which three Java machines compile what they do all at once; told apart. */
    private static final int STARTING = 10;

    private static final int MOST_TOLD = 100;

    private final long begun = System.nanoTime();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> failed = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Searched> searches = new ConcurrentLinkedQueue<>();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    private record Searched(int second, long nanos) {}

    int second() {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    void answered() {
        answered.computeIfAbsent(second(), _ -> new LongAdder()).increment();
    }

    /**
     * @param begun by the clock of the machine, when it was asked for
     * @param correlation under which the nodes' logs have it
     */
    void failed(String kind, String path, long begun, String correlation) {
        errors.computeIfAbsent(kind, _ -> new LongAdder()).increment();
        failed.computeIfAbsent(second(), _ -> new LongAdder()).increment();
        failures.add("second %d, %s %s after %d ms: %s"
                .formatted(
                        second(),
                        kind,
                        path,
                        Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                        correlation));
    }

    /** Each call that failed, with the id under which the nodes' logs have it; the first of them where they are many. */
    List<String> failed() {
        return failures.stream().limit(MOST_TOLD).toList();
    }

    void searched(long nanos) {
        searches.add(new Searched(second(), nanos));
    }

    /** An act is asked for, and {@link #ended} when it is acknowledged. */
    void begun() {
        unknown.increment();
    }

    void ended() {
        unknown.decrement();
    }

    /** Acts of which nobody knows whether they were done. */
    int unknown() {
        return unknown.intValue();
    }

    /** Calls that were not answered, or with an error of the backend's. */
    int failures() {
        return failed.values().stream().mapToInt(LongAdder::intValue).sum();
    }

    String errors() {
        return errors.entrySet().stream()
                .map(kind -> kind.getValue() + " x " + kind.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** An act whose first call was not acknowledged. */
    void repeated() {
        repeated.increment();
    }

    /** The seconds in which somebody asked and nobody was answered. */
    List<Integer> unavailable() {
        return failed.keySet().stream()
                .filter(second -> !answered.containsKey(second))
                .sorted()
                .toList();
    }

    /** Seconds in which at least one call failed. */
    List<Integer> disturbed() {
        return failed.keySet().stream().sorted().toList();
    }

    /** @param faults seconds, from the first of which on until a little after it a figure is one of a fault */
    List<String> lines(List<Integer> faults, int last) {
        int calls = answered.values().stream().mapToInt(LongAdder::intValue).sum();
        List<Integer> quiet = IntStream.range(STARTING, last)
                .filter(second -> faults.stream().noneMatch(fault -> second >= fault - 1 && second < fault + 20))
                .boxed()
                .toList();
        return List.of(
                calls + " calls answered in " + second() + " s",
                "searches: "
                        + percentiles(
                                searches.stream().mapToLong(Searched::nanos).toArray()),
                "searches in the first " + STARTING + " s, while all programs warm up: "
                        + percentiles(searches.stream()
                                .filter(search -> search.second() < STARTING)
                                .mapToLong(Searched::nanos)
                                .toArray()),
                "searches after that and away from the faults: "
                        + percentiles(searches.stream()
                                .filter(search -> quiet.contains(search.second()))
                                .mapToLong(Searched::nanos)
                                .toArray()),
                "each ten seconds: "
                        + IntStream.rangeClosed(0, last / 10)
                                .mapToObj(ten -> median(searches.stream()
                                        .filter(search -> search.second() / 10 == ten)
                                        .mapToLong(Searched::nanos)
                                        .toArray()))
                                .collect(Collectors.joining(", ")),
                "errors by kind: " + errors(),
                "acts that had to be repeated: " + repeated,
                "seconds in which somebody met an error: " + disturbed().size(),
                "seconds in which nobody was answered: " + unavailable().size() + " " + unavailable());
    }

    /** The slowest but a tenth beside it. */
    private static String median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos.length == 0
                ? "none"
                : "%.0f (p90 %.0f) ms"
                        .formatted(
                                nanos[nanos.length / 2] / NANOS_PER_MILLI,
                                nanos[(int) (nanos.length * 0.9)] / NANOS_PER_MILLI);
    }

    static String percentiles(long[] nanos) {
        if (nanos.length == 0) {
            return "none";
        }
        Arrays.sort(nanos);
        return "%d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(
                        nanos.length,
                        nanos[nanos.length / 2] / NANOS_PER_MILLI,
                        nanos[(int) (nanos.length * 0.95)] / NANOS_PER_MILLI,
                        nanos[(int) (nanos.length * 0.99)] / NANOS_PER_MILLI,
                        nanos[nanos.length - 1] / NANOS_PER_MILLI);
    }
}
