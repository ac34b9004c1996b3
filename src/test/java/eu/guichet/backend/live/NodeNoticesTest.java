package eu.guichet.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NodeNoticesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    /** One end of a line between two nodes of this process. */
    private record End(BlockingQueue<String> in, BlockingQueue<String> out) implements NodeNotices.Channel {
        @Override
        public List<String> hear() {
            try {
                String told = in.poll(50, TimeUnit.MILLISECONDS);
                return told == null ? List.of() : List.of(told);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        @Override
        public void tell(Collection<String> notices) {
            out.addAll(notices);
        }

        @Override
        public void close() {
            in.clear();
        }
    }

    @Test
    void a_node_hears_what_another_recorded_and_what_time_changed_there() throws InterruptedException {
        BlockingQueue<String> line = new LinkedBlockingQueue<>();
        BlockingQueue<String> back = new LinkedBlockingQueue<>();
        BlockingQueue<LiveEvent> heard = new LinkedBlockingQueue<>();
        try (NodeNotices there = new NodeNotices(new End(back, line));
                NodeNotices here = new NodeNotices(new End(line, back))) {
            LiveHub other = new LiveHub(() -> NOW, there::recorded);
            LiveHub live = new LiveHub(() -> NOW, here::recorded);
            live.subscribe(AGENT, heard::add);
            live.opened(AGENT, "p1", "v0");
            there.start(_ -> {});
            try (RemoteChangePoller elsewhere = new RemoteChangePoller(live, _ -> Map.of("p1", "v1"), here)) {
                elsewhere.start();
                other.publish(new LiveEvent.FileChanged("p1", "v1"), "v1");
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LiveEvent.FileChanged("p1", "v1"));
                Instant later = NOW.plusSeconds(60);
                other.timePassed("p1", "v1", later);
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LiveEvent.FileChanged("p1", "v1", later));
                assertThat(back).as("what was heard is not told again").isEmpty();
            }
        }
    }
}
