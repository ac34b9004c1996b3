package eu.guichet.backend;

import eu.guichet.backend.live.NodeNotices;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.NoticeChannel;
import eu.guichet.backend.store.OutcomeUnknownException;
import eu.guichet.backend.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What several backends on one store have between them. */
final class Nodes {
    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    private Nodes() {}

    /** None where the store has no channel for them. */
    static NodeNotices notices(Database database) {
        return new NodeNotices(database.notices().map(Nodes::channel).orElse(null));
    }

    /** By which they agree who does what one of them does for all. */
    static OneNode.Leases leases(Database database) {
        return new OneNode.Leases() {
            @Override
            public boolean take(String task, String holder, Duration length) {
                return !database.read(tx -> tx.taskLeases().isTaken(task, holder))
                        && database.writeBeside(tx -> tx.taskLeases().take(task, holder, length));
            }

            @Override
            public void release(String task, String holder) {
                try {
                    database.executeBeside(tx -> tx.taskLeases().release(task, holder));
                } catch (StoreUnavailableException | OutcomeUnknownException e) {
                    LOG.debug("the lease ends by itself: {}", e.getMessage());
                }
            }
        };
    }

    private static NodeNotices.Channel channel(NoticeChannel store) {
        return new NodeNotices.Channel() {
            @Override
            public List<String> hear() {
                return store.hear();
            }

            @Override
            public void tell(Collection<String> notices) {
                store.tell(notices);
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
