package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.people.SimulatedPeople;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL and a burst of agents; a node is killed and started again, and the database crashes and comes back.
 * Run by {@code mvn -ntp verify -Pfaults}, with {@code -Dfaults.seconds=90} for a short one. What must hold is asserted; how
 * long it took is printed.
 */
class ClusterFaults {
    private static final int PEOPLE_AN_AGENT = 10;
    private static final int SECONDS = Integer.getInteger("faults.seconds", 300);
    private static final int AGENTS = Integer.getInteger("faults.agents", 200);
    /** No agent of flesh and blood is that fast. */
    private static final String CONFIG = """
            limits.searches = 0
            limits.files = 0
            limits.verifications = 0
            limits.messages = 0
            limits.letters = 0
            limits.letters-agent-day = 0
            limits.letters-office-day = 0
            """;

    @TempDir
    Path folder;

    private final StandInProvider provider = new StandInProvider();

    private final Queue<Agent.Report> reports = new ConcurrentLinkedQueue<>();
    private final Queue<String> freezes = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Integer> faults = new ArrayList<>();
    private final List<Node> started = new ArrayList<>();

    @Test
    void no_act_is_lost_or_doubled_when_a_node_dies_and_the_database_crashes()
            throws IOException, InterruptedException, ExecutionException {
        DurablePostgres server = new DurablePostgres();
        Path config = Files.writeString(folder.resolve("own.properties"), provider.lines() + CONFIG);
        List<List<Pensioner>> people = people(server.url());
        AtomicReferenceArray<Node> nodes = new AtomicReferenceArray<>(2);
        try {
            for (int i = 0; i < nodes.length(); i++) {
                nodes.set(i, started(Node.start("node-" + i, server.url(), config, folder)));
            }
            Figures figures = burst(server, config, people, nodes);
            List<String> lines = new ArrayList<>();
            lines.add(AGENTS + " agents on two nodes, " + Long.getLong("faults.think", 5000)
                    + " ms of thought between two people, " + SECONDS + " s; faults at " + faults + " s");
            lines.addAll(figures.lines(faults, SECONDS));
            for (Node node : started) {
                lines.add(node.figures());
            }
            lines.add("this process: %.1f s of CPU"
                    .formatted(ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toMillis()
                            / 1e3));
            lines.add(reports.size() + " reports and " + freezes.size() + " freezes acknowledged");
            lines.forEach(System.out::println);
            Files.write(Path.of("target", "faults.txt"), lines);
            assertThat(figures.unavailable())
                    .as("seconds in which nobody was answered")
                    .hasSizeLessThan(30);
        } finally {
            for (int i = 0; i < nodes.length(); i++) {
                if (nodes.get(i) != null) {
                    nodes.get(i).close();
                }
            }
        }
        everythingIsInTheHistoryOnce(server.url());
    }

    /** Each agent's own, none of whose files is frozen or says that the person has died, and all of whom have an account. */
    private static List<List<Pensioner>> people(String url) {
        int wanted = AGENTS * PEOPLE_AN_AGENT;
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
            return IntStream.range(0, AGENTS)
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

    private Figures burst(
            DurablePostgres server, Path config, List<List<Pensioner>> people, AtomicReferenceArray<Node> nodes)
            throws IOException, InterruptedException, ExecutionException {
        Figures figures = new Figures();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
                ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> agents = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                Agent agent = new Agent(i, people.get(i), tokens(i), http, nodes, figures, end, reports, freezes);
                agents.add(desks.submit(() -> {
                    agent.work();
                    return null;
                }));
            }
            try {
                untilSecond(figures, SECONDS / 4);
                faults.add(figures.second());
                nodes.get(0).kill();
                untilSecond(figures, SECONDS * 9 / 20);
                nodes.set(0, started(Node.start("node-0-again", server.url(), config, folder)));
                untilSecond(figures, SECONDS * 13 / 20);
                faults.add(figures.second());
                server.crashAndRestart();
                untilSecond(figures, SECONDS);
            } finally {
                end.countDown();
            }
            for (Future<?> agent : agents) {
                agent.get();
            }
        }
        return figures;
    }

    private Node started(Node node) {
        started.add(node);
        return node;
    }

    private void untilSecond(Figures figures, int second) throws InterruptedException {
        int left = second - figures.second();
        if (left > 0) {
            var _ = end.await(left, TimeUnit.SECONDS);
        }
    }

    private void everythingIsInTheHistoryOnce(String url) {
        Map<String, List<Instant>> reported = reports.stream()
                .collect(Collectors.groupingBy(
                        Agent.Report::pensionerId, Collectors.mapping(Agent.Report::at, Collectors.toList())));
        try (Database database = Database.open(url)) {
            database.<Void>read(tx -> {
                reported.forEach((id, moments) -> {
                    List<Instant> recorded = tx.events()
                            .history(id)
                            .all(Event.AccountRequested.class)
                            .map(Event.AccountRequested::at)
                            .toList();
                    assertThat(moments)
                            .allSatisfy(moment -> assertThat(Collections.frequency(recorded, moment))
                                    .as("reported at %s", moment)
                                    .isEqualTo(1));
                });
                freezes.forEach(id -> assertThat(tx.events().history(id).all(Event.Frozen.class))
                        .hasSize(1));
                return null;
            });
        }
        assertThat(reports).isNotEmpty();
        assertThat(freezes).doesNotHaveDuplicates().isNotEmpty();
    }
}
