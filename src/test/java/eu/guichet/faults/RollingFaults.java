package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes behind a proxy are restarted one after the other, as for a new version, while agents work. */
class RollingFaults {
    private static final int AGENTS = Integer.getInteger("faults.agents", 200) / 2;
    private static final int BETWEEN = 10;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** The nodes' logs are left where something failed. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Burst burst = new Burst(AGENTS);
    private final AtomicReferenceArray<Running> nodes = new AtomicReferenceArray<>(2);
    private final List<Node> started = new ArrayList<>();
    private final List<Integer> restarts = new ArrayList<>();
    private final DurablePostgres server = new DurablePostgres();

    private record Running(Node node, Front.Member member) {}

    @Test
    void nodes_are_restarted_one_after_the_other_and_no_call_fails()
            throws IOException, InterruptedException, ExecutionException {
        List<List<Pensioner>> people = burst.people(server.url());
        try {
            nodes.set(0, start("rolling-0"));
            nodes.set(1, start("rolling-1"));
            try (Front front = new Front(members())) {
                untilReady(front, 2);
                burst.run(people, List.of(front::url), () -> restartAll(front));
            }
        } finally {
            for (int i = 0; i < nodes.length(); i++) {
                if (nodes.get(i) != null) {
                    nodes.get(i).node().close();
                }
            }
        }
        Burst.Outcome outcome = burst.outcome(server.url());
        Burst.tell(List.of(
                "two nodes restarted one after the other under " + AGENTS + " agents in "
                        + burst.figures().second() + " s: "
                        + burst.figures().failures() + " calls failed "
                        + burst.figures().errors(),
                outcome.toString()));
        Burst.tell(burst.figures().lines(restarts, burst.figures().second()));
        Burst.tell(burst.figures().failed());
        for (Node node : started) {
            Burst.tell(List.of(node.figures()));
        }
        assertThat(burst.figures().failures()).as(burst.figures().errors()).isZero();
        assertThat(outcome).isEqualTo(new Burst.Outcome(outcome.done(), 0, 0, 0));
    }

    private void restartAll(Front front) throws IOException, InterruptedException {
        for (int i = 0; i < nodes.length(); i++) {
            burst.untilSecond(burst.figures().second() + BETWEEN);
            restarts.add(burst.figures().second());
            nodes.get(i).node().close();
            nodes.set(i, start("rolling-" + i + "-again"));
            front.members(members());
            untilReady(front, 2);
        }
        burst.untilSecond(burst.figures().second() + BETWEEN);
    }

    private List<Front.Member> members() {
        return List.of(nodes.get(0).member(), nodes.get(1).member());
    }

    private Running start(String name) throws IOException {
        int operations;
        try (ServerSocket free = new ServerSocket(0)) {
            operations = free.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve(name + ".properties"),
                burst.config() + "operations.address = 127.0.0.1:" + operations + "\noperations.drain = 5s\n");
        Node node = Node.start(name, server.url(), config, folder);
        started.add(node);
        return new Running(node, new Front.Member(URI.create(node.url()), operations));
    }

    private static void untilReady(Front front, int nodes) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (front.ready() < nodes) {
            assertThat(System.nanoTime()).as("a node is not ready in time").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
