package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.ProblemType;
import java.util.List;
import java.util.Objects;

/** What became of a part of a batch that was handed out: told once for all its letters, recorded for each. */
public final class ReportBatch {
    private final Desk desk;
    private final ReportPrint printing;
    private final BatchCase cases;

    public ReportBatch(Desk desk, ReportPrint printing) {
        this.desk = desk;
        this.printing = printing;
        this.cases = new BatchCase(desk);
    }

    /**
     * What was told already is recorded once, so that a word that was lost half-way is told again. A letter that was given up
     * or claimed by somebody else meanwhile keeps no other from being recorded: it stands among those that are left out. A claim
     * under which none of its letters is handed out any more is refused, as that of a single letter is.
     */
    public void told(Principal who, String batchId, BatchPaperReport report) {
        AuditAct act = report.printed() ? AuditAct.LETTER_PRINTED : AuditAct.LETTER_PRINT_FAILED;
        StoredBatch batch = cases.find(who, act, batchId);
        List<BatchItem> items = desk.read(tx -> tx.batches().items(batch.id())).stream()
                .filter(item -> item.paper() != null && item.paper().claim().equals(report.claim()))
                .toList();
        if (items.isEmpty()) {
            throw desk.refused(who, act, null, Refusal.closed("claimed-again"));
        }
        items.stream()
                .filter(item -> item.state() == BatchItem.State.UNDER_WAY)
                .forEach(item -> record(who, Objects.requireNonNull(item.letterId()), report));
        desk.writeBeside(tx -> {
            cases.active(tx, batchId);
            tx.afterCommit(desk.live()::letterDeskChanged);
            return batchId;
        });
    }

    private void record(Principal who, String letterId, BatchPaperReport report) {
        try {
            var _ = report.printed()
                    ? printing.printed(who, letterId, report.claim())
                    : printing.failed(who, letterId, report.claim());
        } catch (Refusal refusal) {
            if (refusal.type() != ProblemType.ACTION_CLOSED) {
                throw refusal;
            }
        }
    }
}
