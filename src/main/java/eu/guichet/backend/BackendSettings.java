package eu.guichet.backend;

import eu.guichet.backend.access.NamedAgent;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Environment;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start a backend.
 *
 * @param database a file's path or a {@code jdbc:postgresql:} URL
 * @param listen where, and to whom
 * @param training whether messages and letters go to simulated pensioners, who can be led from the training panel
 * @param people how many to simulate when training and the store is empty
 * @param office of those who get the tokens
 * @param institution whose policy holds, and whose offices there are
 * @param clock what the backend takes for now
 * @param deliveryDelay how long a simulated message is on its way
 * @param agents who train under names of their own; elsewhere nobody
 * @param practises whether it practises searches before it says that it is ready: not one that a desktop brings along, whose first
 *     paint would wait for the same processors
 */
public record BackendSettings(
        String database,
        ListenSettings listen,
        boolean training,
        int people,
        OfficeCode office,
        Environment environment,
        Institution institution,
        InstantSource clock,
        Duration deliveryDelay,
        List<NamedAgent> agents,
        boolean practises) {
    private static final String NAMES_BESIDE = "-names";
    private static final Duration TRAINING_DELAY = Duration.ofSeconds(2);

    public BackendSettings {
        if (people < 0 || deliveryDelay.isNegative()) {
            throw new IllegalArgumentException("people and a delay cannot be negative");
        }
        agents = List.copyOf(agents);
        if (!training && !agents.isEmpty()) {
            throw new IllegalArgumentException("agents are named in training alone");
        }
    }

    /** With the one principal that each role has, and nobody else. */
    public BackendSettings(
            String database,
            ListenSettings listen,
            boolean training,
            int people,
            OfficeCode office,
            Environment environment,
            Institution institution,
            InstantSource clock,
            Duration deliveryDelay) {
        this(
                database,
                listen,
                training,
                people,
                office,
                environment,
                institution,
                clock,
                deliveryDelay,
                List.of(),
                true);
    }

    /** One that works in earnest, and listens where the institution says. */
    public static BackendSettings production(String database, Institution institution) {
        return new BackendSettings(
                database,
                institution.listen(),
                false,
                0,
                OfficeCode.BRU,
                Environment.PRODUCTION,
                institution,
                InstantSource.system(),
                Duration.ZERO);
    }

    /** Learners share one token a role and have no limits; nobody is reminded of the letters of long ago that are made for them. */
    public static Policy trainingPolicy() {
        return Policy.standard()
                .changedBy(Map.of(
                        "reminders.at-post", "0",
                        "reminders.unused", "0",
                        "reminders.lapsing", "0",
                        "reminders.lapsing-soon", "0"))
                .withLimits(Policy.Limits.NONE);
    }

    /**
     * A training backend on any free port, at whose counter people can be tried at any hour; many of the few things that are
     * done there are drawn to be looked at afterwards.
     */
    public static BackendSettings training(String database, int people) {
        return new BackendSettings(
                database,
                ListenSettings.loopback(0),
                true,
                people,
                OfficeCode.BRU,
                Environment.TRAINING,
                Institution.standard()
                        .withPolicy(trainingPolicy()
                                .changedBy(Map.of("identity.counter-hours", "off", "samples.percent", "20"))),
                InstantSource.system(),
                TRAINING_DELAY,
                List.of(),
                false);
    }

    /** The folder of the index of names: beside the store where that is a file; null for memory, as in training. */
    @Nullable
    Path names() {
        if (training) {
            return null;
        }
        Path named = institution.search().folder();
        return named != null
                ? named
                : Database.file(database)
                        .map(file -> file.resolveSibling(file.getFileName() + NAMES_BESIDE))
                        .orElse(null);
    }

    public BackendSettings withPort(int other) {
        return with(listen.withPort(other), office, institution, clock, deliveryDelay, agents);
    }

    public BackendSettings withClock(InstantSource other) {
        return with(listen, office, institution, other, deliveryDelay, agents);
    }

    public BackendSettings withOffice(OfficeCode other) {
        return with(listen, other, institution, clock, deliveryDelay, agents);
    }

    public BackendSettings withPolicy(DatedPolicy other) {
        return with(listen, office, institution.withPolicy(other), clock, deliveryDelay, agents);
    }

    public BackendSettings withDeliveryDelay(Duration other) {
        return with(listen, office, institution, clock, other, agents);
    }

    public BackendSettings withAgents(List<NamedAgent> others) {
        return with(listen, office, institution, clock, deliveryDelay, others);
    }

    /** All that is not named stays. */
    private BackendSettings with(
            ListenSettings where,
            OfficeCode whose,
            Institution how,
            InstantSource time,
            Duration delay,
            List<NamedAgent> named) {
        return new BackendSettings(
                database, where, training, people, whose, environment, how, time, delay, named, practises);
    }
}
