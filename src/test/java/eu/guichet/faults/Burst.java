package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.people.SimulatedPeople;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many agents who work at once, and what of their acts is found in the histories afterwards. */
final class Burst {
    /** No agent of flesh and blood is that fast. */
    private static final String CONFIG = """
            limits.searches = 0
            limits.files = 0
            limits.verifications = 0
            limits.messages = 0
            limits.letters = 0
            limits.letters-agent-day = 0
            approval.letters = 0
            limits.letters-office-day = 0
            """;

    private static final int PEOPLE_AN_AGENT = 10;

    private final int agents;
    private final StandInProvider provider = new StandInProvider();
    private final Queue<Agent.Report> reports = new ConcurrentLinkedQueue<>();
    private final Queue<String> freezes = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Figures figures = new Figures();

    Burst(int agents) {
        this.agents = agents;
    }

    /** What happens to the nodes meanwhile. */
    interface Faults {
        void happen() throws IOException, InterruptedException;
    }

    /** How the nodes are set up. */
    String config() {
        return provider.lines() + CONFIG;
    }

    Figures figures() {
        return figures;
    }

    /** Each agent's own, none of whose files is frozen or says that the person has died, and all of whom have an account. */
    List<List<Pensioner>> people(String url) {
        int wanted = agents * PEOPLE_AN_AGENT;
        try (Database database = Database.open(url)) {
            SimulatedPeople.populate(database, wanted * 4, Policy.standard(), Instant.now(), 1);
            List<Pensioner> usable = database.read(tx -> {
                List<Pensioner> all = new ArrayList<>();
                tx.pensioners().forEach(all::add);
                Map<String, History> histories =
                        tx.events().histories(all.stream().map(Pensioner::id).toList());
                return all.stream()
                        .filter(person -> canBeFrozen(histories.getOrDefault(person.id(), History.EMPTY)))
                        .toList();
            });
            assertThat(usable).hasSizeGreaterThan(wanted);
            return IntStream.range(0, agents)
                    .mapToObj(i -> usable.subList(i * PEOPLE_AN_AGENT, (i + 1) * PEOPLE_AN_AGENT))
                    .toList();
        }
    }

    private static boolean canBeFrozen(History history) {
        return history.has(Event.PasswordSet.class)
                && !history.has(Event.Frozen.class)
                && !history.has(Event.LetterReturned.class);
    }

    /** Each agent signs in as somebody else; what reports is a program. */
    private UnaryOperator<String> tokens(int agent) {
        provider.life = Duration.ofHours(1);
        Map<String, String> byRole = Map.of(
                "agent",
                        provider.signed(provider.claims(StandInProvider.agent("agent-" + agent, "A. " + agent, "BRU"))
                                .build()),
                "process",
                        provider.signed(provider.claims(StandInProvider.person("rcam", "RCAM", "guichet-process"))
                                .build()));
        return role -> Objects.requireNonNull(byRole.get(role), role);
    }

    /**
     * Returns when what happens has happened and each agent has brought the last act to its end.
     *
     * @param nodes where each is now
     */
    void run(List<List<Pensioner>> people, List<Supplier<String>> nodes, Faults faults)
            throws IOException, InterruptedException, ExecutionException {
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
                ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < agents; i++) {
                Agent agent = new Agent(i, people.get(i), tokens(i), http, nodes, figures, end, reports, freezes);
                working.add(desks.submit(() -> {
                    agent.work();
                    return null;
                }));
            }
            try {
                faults.happen();
            } finally {
                end.countDown();
            }
            for (Future<?> agent : working) {
                agent.get();
            }
        }
    }

    void untilSecond(int second) throws InterruptedException {
        int left = second - figures.second();
        if (left > 0) {
            var _ = end.await(left, TimeUnit.SECONDS);
        }
    }

    /**
     * What became of all acts, in one line.
     *
     * @param lost acknowledged, and not in the history
     * @param doubled in the history more than once
     * @param unknown never acknowledged
     */
    record Outcome(int done, int lost, int doubled, int unknown) {
        @Override
        public String toString() {
            return "done %d, lost %d, doubled %d, unknown %d".formatted(done, lost, doubled, unknown);
        }
    }

    Outcome outcome(String url) {
        assertThat(reports).isNotEmpty();
        assertThat(freezes).doesNotHaveDuplicates().isNotEmpty();
        Map<String, List<Instant>> reported = reports.stream()
                .collect(Collectors.groupingBy(
                        Agent.Report::pensionerId, Collectors.mapping(Agent.Report::at, Collectors.toList())));
        List<Integer> found = new ArrayList<>();
        try (Database database = Database.open(url)) {
            reported.forEach((id, moments) -> {
                List<Instant> recorded = history(database, id)
                        .all(Event.AccountRequested.class)
                        .map(Event.AccountRequested::at)
                        .toList();
                moments.forEach(moment -> found.add(Collections.frequency(recorded, moment)));
            });
            freezes.forEach(id -> found.add(
                    (int) history(database, id).all(Event.Frozen.class).count()));
        }
        return new Outcome(
                found.size(),
                Collections.frequency(found, 0),
                (int) found.stream().filter(times -> times > 1).count(),
                figures.unknown());
    }

    private static History history(Database database, String id) {
        return database.read(tx -> tx.events().history(id));
    }

    /** Prints, and keeps beside what other runs have printed. */
    static void tell(List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "faults.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
