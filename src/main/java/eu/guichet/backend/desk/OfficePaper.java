package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.PrintLease;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.Role;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.LetterTerms;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the backend does with a letter's document when it prints it itself: draws the code, hands the document to the print
 * queue, and records what the printer told. Nobody is asked who may: it is done for whoever ordered the letter. Each step holds
 * the job's lease; where that was lost, nothing is recorded.
 */
public final class OfficePaper {
    /** By whom such a document is claimed; no token belongs to it. */
    public static final String CLAIMED_BY = "office-printing";

    private static final String NAME = "Guichet";

    private final Desk desk;
    private final ClaimLetter.Paper paper;
    private final RandomGenerator random;
    private final LetterCase cases;

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public OfficePaper(Desk desk, ClaimLetter.Paper paper, RandomGenerator random) {
        this.desk = desk;
        this.paper = paper;
        this.random = random;
        this.cases = new LetterCase(desk);
    }

    /** A letter on its way to the printer, the only place where its code is. To be closed once it was sent: it is wiped then. */
    public static final class Sheet implements AutoCloseable {
        private final PrintLease lease;
        private final byte[] pdf;

        private Sheet(PrintLease lease, byte[] pdf) {
            this.lease = lease;
            this.pdf = pdf;
        }

        /** With how the job stands now. */
        public PrintLease lease() {
            return lease;
        }

        /** The document itself, no copy. */
        public byte[] pdf() {
            return pdf;
        }

        @Override
        public void close() {
            Arrays.fill(pdf, (byte) 0);
        }
    }

    /** A letter whose document is still to be made. */
    private record Claimed(Pensioner pensioner, StoredLetter letter, LetterTerms terms, String claim) {}

    /**
     * Makes the document. From here on the job is taken to be at the printer until that is known to be wrong.
     *
     * @return empty where there is nothing to print any more: the job has ended, or is another node's
     */
    public Optional<Sheet> make(PrintLease lease) {
        StoredPrintJob job = lease.job();
        Optional<Claimed> claimed = desk.act(
                printing(job.office()), AuditAct.LETTER_CLAIMED, job.pensionerId(), null, tx -> claim(tx, lease));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        StoredLetter letter = claimed.get().letter();
        ConfirmationCode code = switch (letter.kind()) {
            case CODE -> ConfirmationCode.draw(random);
            case FREEZE_NOTICE -> null;
        };
        byte[] pdf =
                paper.print(claimed.get().pensioner(), letter, claimed.get().terms(), code);
        CodeHash hash = code == null ? null : CodeHash.seal(code.characters());
        String claim = claimed.get().claim();
        StoredPrintJob sending = job.withClaim(claim).now(PrintState.SENDING, null, desk.now());
        boolean ours = desk.write(job.pensionerId(), tx -> {
            boolean sealed = hash == null || tx.letters().seal(letter.id(), claim, hash);
            boolean kept = sealed && tx.printJobs().keep(lease, sending);
            if (kept) {
                desk.tellChanged(tx, desk.open(tx, job.pensionerId()));
            }
            return kept;
        });
        return ours ? Optional.of(new Sheet(new PrintLease(sending, lease.token()), pdf)) : Optional.empty();
    }

    private Done<Optional<Claimed>> claim(Tx tx, PrintLease lease) {
        StoredPrintJob job = lease.job();
        LetterCase.Open open = cases.open(tx, job.letterId());
        Instant now = desk.now();
        if (open.status().state() != LetterState.GENERATED) {
            boolean _ = tx.printJobs().put(lease, job.now(PrintState.CANCELLED, null, now), null);
            desk.tellChanged(tx, open.about());
            return Done.nothing(Optional.empty(), "over");
        }
        if (open.about().enrolment().has(Alert.DECEASED)
                || open.about().enrolment().has(Alert.ADDRESS_IN_DOUBT)) {
            if (tx.printJobs().put(lease, job.now(PrintState.FAILED, PrintTrouble.NOT_POSTABLE, now), null)) {
                desk.record(
                        tx,
                        open.about(),
                        new Event.LetterPrintFailed(now, job.letterId(), "", PrintTrouble.NOT_POSTABLE));
            }
            return Done.nothing(Optional.empty(), "not postable");
        }
        if (!tx.printJobs().keep(lease, job)) {
            return Done.nothing(Optional.empty(), "lost");
        }
        String claim = UUID.randomUUID().toString();
        tx.letters()
                .claim(job.letterId(), new StoredLetter.Claim(claim, now, new StoredLetter.Person(CLAIMED_BY, NAME)));
        return new Done<>(
                Optional.of(new Claimed(
                        open.about().pensioner(), open.letter(), open.status().terms(), claim)),
                "claimed " + open.letter().reference());
    }

    /** By what name its job stands at the printer: the public reference, and what tells this order from an earlier one. */
    public String name(StoredPrintJob job) {
        String reference =
                desk.read(tx -> tx.letters().find(job.letterId())).orElseThrow().reference();
        return reference + "/" + job.id().substring(0, 8);
    }

    /** Whether a sheet of this job would not be valid: the letter was given up or replaced, or nobody wants it any more. */
    public boolean unwanted(StoredPrintJob job) {
        return job.cancelled()
                || desk.read(tx -> cases.open(tx, job.letterId())).status().state() != LetterState.GENERATED;
    }

    /**
     * How the job stands; nothing was decided yet.
     *
     * @param dueAt when to look again
     */
    public void stands(PrintLease lease, StoredPrintJob now, Instant dueAt) {
        boolean news = now.state() != lease.job().state()
                || now.trouble() != lease.job().trouble();
        desk.write(now.pensionerId(), tx -> {
            boolean kept = tx.printJobs().put(lease, now, dueAt);
            if (kept && news) {
                desk.tellChanged(tx, desk.open(tx, now.pensionerId()));
            }
            return kept;
        });
    }

    /** The printer certainly has nothing of the document: its code is forgotten, and the next try has another one. */
    public void notSent(PrintLease lease, PrintTrouble why, Instant dueAt) {
        StoredPrintJob job = lease.job();
        desk.write(job.pensionerId(), tx -> {
            StoredPrintJob back = job.withClaim(null).now(PrintState.QUEUED, why, desk.now());
            boolean kept = tx.printJobs().put(lease, back, dueAt);
            if (kept) {
                release(tx, job);
                desk.tellChanged(tx, desk.open(tx, job.pensionerId()));
            }
            return kept;
        });
    }

    /** It came out. Where the letter was given up meanwhile, the paper is not valid, and nothing is recorded of it. */
    public void printed(PrintLease lease) {
        StoredPrintJob job = lease.job();
        desk.act(printing(job.office()), AuditAct.LETTER_PRINTED, job.pensionerId(), null, tx -> {
            Instant now = desk.now();
            LetterCase.Open open = cases.open(tx, job.letterId());
            if (!tx.printJobs().put(lease, job.now(PrintState.PRINTED, null, now), null)) {
                return Done.nothing(job, "lost");
            }
            if (open.status().state() != LetterState.GENERATED) {
                desk.tellChanged(tx, open.about());
                return Done.nothing(
                        job, "paper no longer valid " + open.letter().reference());
            }
            tx.letters().printed(job.letterId(), new StoredLetter.Printed(now, job.orderedBy()));
            desk.record(tx, open.about(), new Event.LetterPrinted(now, job.letterId(), ""));
            return new Done<>(job, "printed " + open.letter().reference());
        });
    }

    /** It did not come out, or nobody knows: its code is forgotten. */
    public void failed(PrintLease lease, PrintTrouble why) {
        StoredPrintJob job = lease.job();
        desk.act(printing(job.office()), AuditAct.LETTER_PRINT_FAILED, job.pensionerId(), null, tx -> {
            Instant now = desk.now();
            LetterCase.Open open = cases.open(tx, job.letterId());
            if (!tx.printJobs().put(lease, job.now(PrintState.FAILED, why, now), null)) {
                return Done.nothing(job, "lost");
            }
            if (open.status().state() != LetterState.GENERATED) {
                desk.tellChanged(tx, open.about());
                return Done.nothing(job, "over");
            }
            release(tx, job);
            desk.record(tx, open.about(), new Event.LetterPrintFailed(now, job.letterId(), "", why));
            return new Done<>(job, "print failed " + open.letter().reference() + ", " + why);
        });
    }

    /** Nothing came out, because somebody did not want it any more. */
    public void cancelled(PrintLease lease) {
        StoredPrintJob job = lease.job();
        desk.write(job.pensionerId(), tx -> {
            boolean kept = tx.printJobs().put(lease, job.now(PrintState.CANCELLED, null, desk.now()), null);
            if (kept) {
                release(tx, job);
                desk.tellChanged(tx, desk.open(tx, job.pensionerId()));
            }
            return kept;
        });
    }

    private static void release(Tx tx, StoredPrintJob job) {
        @Nullable String claim = job.claim();
        if (claim != null) {
            tx.letters().release(job.letterId(), claim);
        }
    }

    private static Principal printing(OfficeCode office) {
        return new Principal(CLAIMED_BY, NAME, Role.PROCESS, office);
    }
}
