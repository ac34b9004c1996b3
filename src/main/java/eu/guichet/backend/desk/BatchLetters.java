package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.BatchLease;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LeftOutReason;
import java.util.Optional;

/**
 * What the backend does for a batch by itself: generates its letters one by one, each as a single one is, for whoever started
 * the batch, and hands those that waited to the office's printer. That it is done stands in the same transaction, so that
 * whoever goes on repeats nothing.
 */
public final class BatchLetters {
    private final Desk desk;
    private final GenerateLetter generating;
    private final LetterCase cases;
    private final BatchCase batches;

    public BatchLetters(Desk desk, GenerateLetter generating) {
        this.desk = desk;
        this.generating = generating;
        this.cases = new LetterCase(desk);
        this.batches = new BatchCase(desk);
    }

    /** Something is done about this batch again. */
    public void goesOn(BatchLease lease) {
        desk.writeBeside(tx -> {
            batches.active(tx, lease.batch().id());
            return lease;
        });
    }

    /** What is to be done next; empty once nothing is. */
    public Optional<BatchItem> next(BatchLease lease) {
        return desk.read(tx -> tx.batches().next(lease.batch().id()));
    }

    /** Generates or orders one. Refused, it is left out with the reason, and nothing else is lost. */
    public void make(BatchLease lease, BatchItem item) {
        StoredBatch batch = lease.batch();
        Principal who = new Principal(batch.by().id(), batch.by().name(), batch.role(), batch.office());
        AuditAct act = item.letterId() == null ? AuditAct.LETTER_GENERATED : AuditAct.PRINT_ORDERED;
        try {
            desk.act(
                    who,
                    act,
                    item.pensionerId(),
                    BatchCase.reason(batch),
                    tx -> isToDo(tx, batch, item)
                            ? made(tx, who, batch, item)
                            : Done.nothing(item.position(), "repeated"));
        } catch (Refusal refusal) {
            leaveOut(lease, item, LeftOut.why(refusal));
        }
    }

    /** Under the person's lock: whoever else goes on with the batch has done it, or has not. */
    private static boolean isToDo(Tx tx, StoredBatch batch, BatchItem item) {
        return tx.batches()
                .item(batch.id(), item.position())
                .filter(now -> now.state() == BatchItem.State.TO_DO)
                .isPresent();
    }

    private Done<Integer> made(Tx tx, Principal who, StoredBatch batch, BatchItem item) {
        String waiting = item.letterId();
        if (waiting != null) {
            LetterCase.Open open = cases.open(tx, waiting);
            OrderPrint.order(desk, tx, who, open);
            boolean _ = tx.batches().made(batch.id(), item.position(), waiting);
            return new Done<>(item.position(), "print ordered " + open.letter().reference());
        }
        Optional<String> letter = generating.due(tx, who, item.pensionerId(), batch.office());
        if (letter.isEmpty()) {
            tx.batches().leaveOut(batch.id(), item.position(), LeftOutReason.NO_LONGER_DUE);
            return Done.nothing(item.position(), "no longer due");
        }
        boolean _ = tx.batches().made(batch.id(), item.position(), letter.get());
        String reference = tx.letters().find(letter.get()).orElseThrow().reference();
        return new Done<>(item.position(), "generated " + reference);
    }

    /** Nothing is made for it; the others go on. */
    public void leaveOut(BatchLease lease, BatchItem item, LeftOutReason why) {
        desk.write(item.pensionerId(), tx -> {
            tx.batches().leaveOut(lease.batch().id(), item.position(), why);
            return why;
        });
    }

    /** Nothing is to be done any more, or another node goes on. */
    public void giveBack(BatchLease lease, boolean done) {
        desk.writeBeside(tx -> {
            tx.batches().giveBack(lease, done);
            tx.afterCommit(desk.live()::letterDeskChanged);
            return done;
        });
    }
}
