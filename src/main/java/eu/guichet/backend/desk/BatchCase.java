package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Looks a batch up, and says where it stands. */
final class BatchCase {
    /** A batch that lay still for longer is measured from where it goes on. */
    private static final Duration STILL = Duration.ofMinutes(1);

    private final Desk desk;

    BatchCase(Desk desk) {
        this.desk = desk;
    }

    /** Only those at the letter desk of its office have to do with it; a refusal leaves its row. */
    StoredBatch find(Principal who, AuditAct act, String batchId) {
        StoredBatch batch = desk.read(tx -> tx.batches().find(batchId))
                .orElseThrow(() -> desk.refused(who, act, null, Refusal.of(ProblemType.NOT_FOUND)));
        desk.access().refusal(who, new Asked.HandlePost(Set.of(batch.office()))).ifPresent(ground -> {
            throw desk.refused(who, act, null, Refusal.notAllowed(ground));
        });
        return batch;
    }

    /** Under what reason its acts about a person stand in the trail. */
    static String reason(StoredBatch batch) {
        return "batch " + name(batch);
    }

    /** What tells it from others, on paper and in the trail. */
    static String name(StoredBatch batch) {
        return batch.id().substring(0, 8);
    }

    static BatchState state(StoredBatch batch, List<BatchItem> items) {
        if (batch.cancelledAt() != null) {
            return BatchState.CANCELLED;
        }
        boolean over = items.stream().allMatch(item -> item.state().over());
        return over ? BatchState.ENDED : BatchState.RUNNING;
    }

    /** How much is done, in steps: a letter is generated in one, and printed in two. */
    static int done(List<BatchItem> items) {
        return items.stream().mapToInt(BatchCase::done).sum();
    }

    /** All the steps that there are. */
    static int steps(List<BatchItem> items) {
        return items.stream().mapToInt(BatchCase::steps).sum();
    }

    private static int steps(BatchItem item) {
        return item.generated() ? 3 : 2;
    }

    private static int done(BatchItem item) {
        return switch (item.state()) {
            case TO_DO -> 0;
            case READY, UNDER_WAY -> steps(item) - 2;
            case PRINTED, LEFT_OUT, CANCELLED -> steps(item);
        };
    }

    /** Within a transaction in which something becomes of it. */
    void active(Tx tx, String batchId) {
        StoredBatch batch = tx.batches().find(batchId).orElseThrow();
        Instant now = desk.now();
        StoredBatch.Pace before = batch.pace();
        boolean still = before.activeAt().plus(STILL).isBefore(now);
        tx.batches()
                .active(
                        batchId,
                        still
                                ? new StoredBatch.Pace(
                                        now, now, done(tx.batches().items(batchId)))
                                : new StoredBatch.Pace(now, before.since(), before.done()));
    }
}
