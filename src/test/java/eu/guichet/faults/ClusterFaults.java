package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL and a burst of agents; a node is killed and started again, and the database crashes and comes back.
 * Run by {@code mvn -ntp verify -Pfaults}, with {@code -Dfaults.seconds=90} for a short one. What must hold is asserted; how
 * long it took is printed.
 */
class ClusterFaults {
    private static final int SECONDS = Integer.getInteger("faults.seconds", 300);
    private static final int AGENTS = Integer.getInteger("faults.agents", 200);

    @TempDir
    Path folder;

    private final Burst burst = new Burst(AGENTS);
    private final List<Integer> faults = new ArrayList<>();
    private final List<Node> started = new ArrayList<>();

    @Test
    void no_act_is_lost_or_doubled_when_a_node_dies_and_the_database_crashes()
            throws IOException, InterruptedException, ExecutionException {
        DurablePostgres server = new DurablePostgres();
        Path config = Files.writeString(folder.resolve("own.properties"), burst.config());
        List<List<Pensioner>> people = burst.people(server.url());
        AtomicReferenceArray<Node> nodes = new AtomicReferenceArray<>(2);
        try {
            for (int i = 0; i < nodes.length(); i++) {
                nodes.set(i, started(Node.start("node-" + i, server.url(), config, folder)));
            }
            burst.run(
                    people,
                    List.of(() -> nodes.get(0).url(), () -> nodes.get(1).url()),
                    () -> happen(server, config, nodes));
            tell();
        } finally {
            for (int i = 0; i < nodes.length(); i++) {
                if (nodes.get(i) != null) {
                    nodes.get(i).close();
                }
            }
        }
        assertThat(burst.figures().unavailable())
                .as("seconds in which nobody was answered")
                .hasSizeLessThan(30);
        Burst.Outcome outcome = burst.outcome(server.url());
        Burst.tell(List.of(outcome.toString()));
        assertThat(outcome).isEqualTo(new Burst.Outcome(outcome.done(), 0, 0, 0));
    }

    private void happen(DurablePostgres server, Path config, AtomicReferenceArray<Node> nodes)
            throws IOException, InterruptedException {
        burst.untilSecond(SECONDS / 4);
        faults.add(burst.figures().second());
        nodes.get(0).kill();
        burst.untilSecond(SECONDS * 9 / 20);
        nodes.set(0, started(Node.start("node-0-again", server.url(), config, folder)));
        burst.untilSecond(SECONDS * 13 / 20);
        faults.add(burst.figures().second());
        server.crashAndRestart();
        burst.untilSecond(SECONDS);
    }

    private void tell() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(AGENTS + " agents on two nodes, " + Long.getLong("faults.think", 5000)
                + " ms of thought between two people, " + SECONDS + " s; faults at " + faults + " s");
        lines.addAll(burst.figures().lines(faults, SECONDS));
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
        Burst.tell(lines);
    }

    private Node started(Node node) {
        started.add(node);
        return node;
    }
}
