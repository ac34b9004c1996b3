package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintingBy;
import java.util.Optional;
import java.util.UUID;

/** Orders a letter to be printed on the office's printer, again where that failed, and takes such an order back. */
public final class OrderPrint {
    private final Desk desk;
    private final LetterCase cases;

    public OrderPrint(Desk desk) {
        this.desk = desk;
        this.cases = new LetterCase(desk);
    }

    /** Within the act that generates the letter; does nothing where desks print for themselves. */
    static void withLetter(Desk desk, Tx tx, StoredLetter letter) {
        if (desk.policy().letters().printing() == PrintingBy.OFFICE) {
            add(desk, tx, letter, letter.generatedBy());
        }
    }

    private static void add(Desk desk, Tx tx, StoredLetter letter, StoredLetter.Person by) {
        tx.printJobs().add(StoredPrintJob.ordered(UUID.randomUUID().toString(), letter, by, desk.now()));
        desk.outboxFilled(tx);
    }

    /**
     * Prints a letter whose paper has failed, or that was never ordered to be printed. The new paper has a new code: a sheet of
     * the earlier job, should one turn up, is not valid. While a job is under way nothing more is ordered.
     *
     * @param key makes it once however often it is asked for
     */
    public StoredLetter again(Principal who, String letterId, String key) {
        return desk.act(who, AuditAct.PRINT_ORDERED, cases.owner(who, AuditAct.PRINT_ORDERED, letterId), null, tx -> {
            LetterCase.Open open = cases.open(tx, letterId);
            open.requireMayPrint(who);
            StoredLetter letter = open.letter();
            if (desk.policy().letters().printing() == PrintingBy.DESK) {
                throw Refusal.closed("printed-at-desk");
            }
            Idempotent.Result result = Idempotent.forKey(tx, who, key, "print " + letterId, desk.now(), () -> {
                order(desk, tx, who, open);
                return letterId;
            });
            return result.done(letter, "print ordered " + letter.reference());
        });
    }

    /** Within another act. */
    static void order(Desk desk, Tx tx, Principal who, LetterCase.Open open) {
        if (open.status().state() != LetterState.GENERATED) {
            throw Refusal.closed("printed-before");
        }
        ClaimLetter.requirePostable(open.about());
        boolean underWay = tx.printJobs()
                .latest(open.letter().id())
                .filter(job -> !job.state().over())
                .isPresent();
        if (!underWay) {
            add(desk, tx, open.letter(), LetterCase.person(who));
            desk.tellChanged(tx, open.about());
        }
    }

    /** What is over already is left as it is; a job that the printer has ends once the printer has dropped it. */
    public StoredLetter cancel(Principal who, String letterId) {
        return desk.act(
                who, AuditAct.PRINT_CANCELLED, cases.owner(who, AuditAct.PRINT_CANCELLED, letterId), null, tx -> {
                    LetterCase.Open open = cases.open(tx, letterId);
                    open.requireMayPrint(who);
                    Optional<StoredPrintJob> job = tx.printJobs()
                            .latest(letterId)
                            .filter(found -> !found.state().over());
                    if (job.isEmpty()) {
                        return Done.nothing(open.letter(), "repeated");
                    }
                    tx.printJobs().cancel(job.get().id(), desk.now());
                    desk.outboxFilled(tx);
                    return new Done<>(
                            open.letter(), "print cancelled " + open.letter().reference());
                });
    }
}
