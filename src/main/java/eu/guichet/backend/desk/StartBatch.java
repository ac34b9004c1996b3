package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Batches.Beginning;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins a batch for an office, and ends one between two letters. */
public final class StartBatch {
    private final Desk desk;
    private final BatchesDue due;
    private final BatchCase cases;
    private final OrderPrint orders;

    public StartBatch(Desk desk, BatchesDue due, OrderPrint orders) {
        this.desk = desk;
        this.due = due;
        this.orders = orders;
        this.cases = new BatchCase(desk);
    }

    /**
     * The letters that wait to be printed first, then those that are still to be generated, each the oldest first. An office
     * has one batch at a time.
     *
     * @param key makes it once however often it is asked for
     */
    public StoredBatch start(Principal who, BatchRequest wanted, String key) {
        OfficeCode office = desk.access().letterDesk(who);
        return desk.act(who, AuditAct.BATCH_STARTED, null, null, tx -> {
            tx.holdUp("batches of " + office);
            Idempotent.Result result =
                    Idempotent.forKey(tx, who, key, asked(wanted), desk.now(), () -> begin(tx, who, office, wanted));
            StoredBatch batch = tx.batches().find(result.resourceId()).orElseThrow();
            int letters = tx.batches().items(batch.id()).size();
            return result.done(batch, "batch " + BatchCase.name(batch) + " of " + letters + " letters");
        });
    }

    private static String asked(BatchRequest wanted) {
        return "batch " + list(wanted.people()) + " " + list(wanted.letters());
    }

    private static String list(@Nullable List<String> ids) {
        return ids == null ? "all" : String.join(",", ids);
    }

    private String begin(Tx tx, Principal who, OfficeCode office, BatchRequest wanted) {
        boolean running = tx.batches()
                .latest(office)
                .map(batch -> BatchCase.state(batch, tx.batches().items(batch.id())) == BatchState.RUNNING)
                .orElse(false);
        if (running) {
            throw Refusal.closed("batch-running");
        }
        PrintingBy printing = desk.policy().letters().printing();
        List<Beginning> items = new ArrayList<>();
        due.letters(tx, who, wanted.letters())
                .forEach(letter ->
                        items.add(new Beginning(letter.pensionerId(), letter.id(), printing == PrintingBy.OFFICE)));
        due.people(tx, office, wanted.people()).forEach(person -> items.add(new Beginning(person, null, true)));
        if (items.isEmpty()) {
            throw Refusal.closed("batch-empty");
        }
        StoredBatch batch = StoredBatch.started(
                UUID.randomUUID().toString(), office, printing, LetterCase.person(who), who.role(), desk.now());
        tx.batches().add(batch, items.subList(0, Math.min(items.size(), BatchesDue.MOST)));
        desk.outboxFilled(tx);
        tx.afterCommit(desk.live()::letterDeskChanged);
        return batch.id();
    }

    /**
     * Ends a batch between two letters. What is on paper or at the printer stays so; letters that are generated and not
     * printed stay on the letter desk's list. What is over already is left as it is.
     */
    public StoredBatch cancel(Principal who, String batchId) {
        StoredBatch found = cases.find(who, AuditAct.BATCH_CANCELLED, batchId);
        StoredBatch ended = desk.act(who, AuditAct.BATCH_CANCELLED, null, null, tx -> {
            StoredBatch batch = tx.batches().find(batchId).orElseThrow();
            if (BatchCase.state(batch, tx.batches().items(batchId)) != BatchState.RUNNING) {
                return Desk.Done.nothing(batch, "repeated");
            }
            tx.batches().cancel(batchId, desk.now());
            tx.afterCommit(desk.live()::letterDeskChanged);
            return new Desk.Done<>(tx.batches().find(batchId).orElseThrow(), "cancelled " + BatchCase.name(batch));
        });
        if (found.printing() == PrintingBy.OFFICE) {
            desk.read(tx -> tx.batches().ordered(batchId)).forEach(letter -> takeBack(who, letter));
        }
        return ended;
    }

    private void takeBack(Principal who, String letterId) {
        StoredLetter _ = orders.cancel(who, letterId);
    }
}
