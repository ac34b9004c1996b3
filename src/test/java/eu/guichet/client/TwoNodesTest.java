package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.access.NamedAgent;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks, each at a node of its own, over one database; a store that is a file has no second node. */
@OnBothStores
class TwoNodesTest {
    private static final List<NamedAgent> STAFF =
            List.of(NamedAgent.of("Anna Berger:agent:BRU"), NamedAgent.of("Bruno Costa:letter-officer:BRU"));

    @TempDir
    private Path folder;

    @Test
    void whoever_opens_a_file_sees_which_colleague_has_it_open_at_another_node() throws InterruptedException {
        Assumptions.assumeThat(Stores.kind()).isEqualTo(Stores.Kind.POSTGRESQL);
        BlockingQueue<LiveEvent> toAnna = new LinkedBlockingQueue<>();
        BlockingQueue<LiveEvent> toBruno = new LinkedBlockingQueue<>();
        try (Backend first = node();
                GuichetClient anna = desk(first, "Anna Berger")) {
            String person =
                    anna.search(new SearchRequest("ma", 20)).rows().getFirst().id();
            try (GuichetClient.Subscription _ = listening(anna, toAnna)) {
                var _ = opened(anna, person);
                try (Backend second = node();
                        GuichetClient bruno = desk(second, "Bruno Costa");
                        GuichetClient.Subscription _ = listening(bruno, toBruno)) {
                    PensionerFile his = opened(bruno, person);
                    assertThat(Told.next(toAnna, LiveEvent.AlsoOpen.class, 60).colleague())
                            .isEqualTo("Bruno Costa");
                    assertThat(Told.next(toBruno, LiveEvent.AlsoOpen.class, 60).colleague())
                            .isEqualTo("Anna Berger");
                    bruno.closeContact(his.openContact().id());
                    assertThat(Told.next(toAnna, LiveEvent.NobodyElse.class, 60).pensionerId())
                            .isEqualTo(person);

                    var _ = opened(bruno, person);
                    assertThat(Told.next(toAnna, LiveEvent.AlsoOpen.class, 60).colleague())
                            .isEqualTo("Bruno Costa");
                }
                assertThat(Told.next(toAnna, LiveEvent.NobodyElse.class, 60).pensionerId())
                        .as("the other node was stopped")
                        .isEqualTo(person);
            }
        }
    }

    private Backend node() {
        return Backend.start(BackendSettings.training(Stores.url(folder), 100).withAgents(STAFF));
    }

    private static GuichetClient desk(Backend node, String name) {
        String token = Objects.requireNonNull(node.agentTokens().get(name));
        return GuichetClients.connect(node.url(), () -> token);
    }

    private static GuichetClient.Subscription listening(GuichetClient desk, BlockingQueue<LiveEvent> events)
            throws InterruptedException {
        BlockingQueue<GuichetClient.Connection> connections = new LinkedBlockingQueue<>();
        GuichetClient.Subscription subscription = desk.listen(events::add, connections::add);
        assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(GuichetClient.Connection.CONNECTED);
        return subscription;
    }

    private static PensionerFile opened(GuichetClient desk, String pensionerId) {
        return desk.open(desk.openContact(new ContactRequest(pensionerId, AccessReason.CALL)));
    }
}
