package eu.guichet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine of the database fails, and its standby takes over; the nodes go on by themselves. */
class StandbyFaults {
    private static final int AGENTS = Integer.getInteger("faults.agents", 200) / 2;
    private static final int SECONDS = Math.max(40, Integer.getInteger("faults.seconds", 300) / 3);
    /** Until whoever watches the databases is sure, and promotes the standby. */
    private static final int UNTIL_PROMOTED = 3;

    @TempDir
    Path folder;

    private final Burst burst = new Burst(AGENTS);
    private final DurablePostgres primary = new DurablePostgres();

    @Test
    void no_act_is_lost_or_doubled_when_the_database_is_switched_over_to_its_standby()
            throws IOException, InterruptedException, ExecutionException {
        List<List<Pensioner>> people = burst.people(primary.url());
        DurablePostgres.Pair databases = primary.pair();
        Path config = Files.writeString(folder.resolve("own.properties"), burst.config());
        List<Node> nodes = new ArrayList<>();
        List<Integer> faults = new ArrayList<>();
        try {
            nodes.add(Node.start("standby-0", databases.url(), config, folder));
            nodes.add(Node.start("standby-1", databases.url(), config, folder));
            List<Supplier<String>> urls =
                    nodes.stream().<Supplier<String>>map(node -> node::url).toList();
            burst.run(people, urls, () -> {
                burst.untilSecond(SECONDS / 3);
                faults.add(burst.figures().second());
                databases.fail();
                burst.untilSecond(burst.figures().second() + UNTIL_PROMOTED);
                databases.promote();
                burst.untilSecond(burst.figures().second() + SECONDS / 3);
            });
        } finally {
            nodes.forEach(Node::close);
        }
        Burst.Outcome outcome = burst.outcome(databases.standbyUrl());
        Burst.tell(List.of(
                AGENTS + " agents on two nodes; the database failed at second " + faults + ", the standby was promoted "
                        + UNTIL_PROMOTED + " s later",
                "errors by kind: " + burst.figures().errors(),
                "seconds in which nobody was answered: "
                        + burst.figures().unavailable().size() + " "
                        + burst.figures().unavailable(),
                outcome.toString()));
        assertThat(burst.figures().unavailable())
                .as("seconds in which nobody was answered")
                .hasSizeLessThan(30);
        assertThat(outcome).isEqualTo(new Burst.Outcome(outcome.done(), 0, 0, 0));
    }
}
