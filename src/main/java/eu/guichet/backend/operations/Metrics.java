package eu.guichet.backend.operations;

import eu.guichet.backend.http.RequestMeter;
import eu.guichet.backend.listen.Listener;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Messages;
import eu.guichet.backend.store.PrintJobs;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.contract.Alarm;
import eu.guichet.text.Keys;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of one backend, in the form that Prometheus reads. None of them names a person. */
public final class Metrics implements RequestMeter {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /** In seconds; between a look and what a person at the telephone waits for. */
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Histogram requests;

    public Metrics() {
        JvmMetrics.builder().register(registry);
        requests = Histogram.builder()
                .name("guichet_http_requests")
                .unit(Unit.SECONDS)
                .help("Time until a request was answered, by method, template of the path and status.")
                .labelNames("method", "path", "status")
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    @Override
    public void answered(String method, String template, int status, long nanos) {
        requests.labelValues(method, template, String.valueOf(status)).observe(nanos / NANOS);
    }

    /** Shows the outbox; it is looked at when the figures are asked for, and missing while the store does not answer. */
    public void watch(Database database, InstantSource clock) {
        GaugeWithCallback.builder()
                .name("guichet_outbox_messages")
                .help("Messages that wait to be handed over.")
                .callback(gauge -> outbox(database).ifPresent(waiting -> gauge.call((double) waiting.messages())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("guichet_outbox_oldest")
                .unit(Unit.SECONDS)
                .help("For how long the oldest message has been waiting; 0 when none does.")
                .callback(gauge ->
                        outbox(database).ifPresent(waiting -> gauge.call(age(waiting.oldest(), clock.instant()))))
                .register(registry);
    }

    private static Optional<Messages.Waiting> outbox(Database database) {
        return counted("outbox", () -> database.read(tx -> tx.messages().waiting()));
    }

    private static <T> Optional<T> counted(String what, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (StoreUnavailableException e) {
            LOG.warn("the {} cannot be counted: {}", what, e.getMessage());
            return Optional.empty();
        }
    }

    /** Shows the print queue. */
    public void watchPrinting(Database database, InstantSource clock) {
        GaugeWithCallback.builder()
                .name("guichet_print_jobs")
                .help("Letters that wait for an office's printer or are with it.")
                .callback(gauge -> printing(database).ifPresent(waiting -> gauge.call((double) waiting.jobs())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("guichet_print_jobs_stopped")
                .help("Those among them that cannot go on: no paper, no answer, no printer.")
                .callback(gauge -> printing(database).ifPresent(waiting -> gauge.call((double) waiting.stopped())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("guichet_print_oldest")
                .unit(Unit.SECONDS)
                .help("For how long the oldest of them has been waiting; 0 when none does.")
                .callback(gauge ->
                        printing(database).ifPresent(waiting -> gauge.call(age(waiting.oldest(), clock.instant()))))
                .register(registry);
    }

    private static Optional<PrintJobs.Waiting> printing(Database database) {
        return counted("print queue", () -> database.read(tx -> tx.printJobs().waiting()));
    }

    /** Shows whether callers should be sent here. */
    void watch(BooleanSupplier ready) {
        GaugeWithCallback.builder()
                .name("guichet_ready")
                .help("1 when names are read in and the store can be written to, else 0.")
                .callback(gauge -> gauge.call(ready.getAsBoolean() ? 1 : 0))
                .register(registry);
    }

    private static double age(@Nullable Instant oldest, Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
    }

    /** Shows the listener and its certificate. */
    public void watch(Listener listener) {
        GaugeWithCallback.builder()
                .name("guichet_connections")
                .help("Connections that are open.")
                .callback(gauge -> gauge.call(listener.connections()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("guichet_certificate_expiry_timestamp")
                .unit(Unit.SECONDS)
                .help("When the listener's certificate is no longer valid; missing where plain HTTP is spoken.")
                .callback(gauge -> listener.certificateValidUntil()
                        .ifPresent(until -> gauge.call((double) until.getEpochSecond())))
                .register(registry);
    }

    /** Shows whether the periodic tasks go well. */
    public void watch(Map<String, Supplier<PeriodicTask.State>> tasks) {
        GaugeWithCallback.builder()
                .name("guichet_periodic_task_up")
                .help("1 when the last round of the task ended well, 0 when it failed.")
                .labelNames("task")
                .callback(gauge -> tasks.forEach(
                        (name, state) -> gauge.call(state.get() == PeriodicTask.State.FAILING ? 0 : 1, name)))
                .register(registry);
    }

    /** Shows what was found to go wrong; a series is there as long as its alarm is. */
    public void watchAlarms(Supplier<List<Alarm>> alarms) {
        GaugeWithCallback.builder()
                .name("guichet_alarm")
                .help("How many messages or letters an alarm is about.")
                .labelNames("kind", "office", "channel")
                .callback(gauge -> alarms.get()
                        .forEach(alarm -> gauge.call(
                                (double) alarm.count(),
                                Keys.kebab(alarm.kind()),
                                label(alarm.office()),
                                label(alarm.channel()))))
                .register(registry);
    }

    private static String label(@Nullable Enum<?> value) {
        return value == null ? "" : Keys.kebab(value);
    }

    byte[] scrape() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can always be written", e);
        }
        return text.toByteArray();
    }
}
