package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.LetterTerms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a letter's document to be printed. The code is drawn here and goes into the document alone; what stays behind is
 * its hash. A document can be claimed again until it is printed: each claim has another code, and the paper of the one before
 * is no longer valid.
 */
public final class ClaimLetter {
    private final Desk desk;
    private final Paper paper;
    private final Tray tray;
    private final RandomGenerator random;
    private final LetterCase cases;
    private final Map<Wish, CompletableFuture<Document>> underWay = new ConcurrentHashMap<>();

    /** Renders a letter. */
    @FunctionalInterface
    public interface Paper {
        /**
         * @param terms what is promised with it
         * @param code null for a letter without one
         */
        byte[] print(Pensioner pensioner, StoredLetter letter, LetterTerms terms, @Nullable ConfirmationCode code);
    }

    /** Sees each document that is handed out and which of them were printed; in training it is her letterbox. */
    public interface Tray {
        /** Nobody looks. */
        Tray NONE = new Tray() {
            @Override
            public boolean looks() {
                return false;
            }

            @Override
            public void claimed(String letterId, String claim, byte[] pdf) {}

            @Override
            public void printed(String letterId, String claim) {}
        };

        /** Whether anybody looks: otherwise no document has to be made for it alone. */
        default boolean looks() {
            return true;
        }

        /** Called before the document is handed out: should it throw, the document can be claimed again. */
        void claimed(String letterId, String claim, byte[] pdf);

        void printed(String letterId, String claim);
    }

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public ClaimLetter(Desk desk, Paper paper, Tray tray, RandomGenerator random) {
        this.desk = desk;
        this.paper = paper;
        this.tray = tray;
        this.random = random;
        this.cases = new LetterCase(desk);
    }

    /** What is handed out: the PDF, the only place where the code is, under the letter's public reference. */
    public static final class Document {
        private final String claim;
        private final String reference;
        private final byte[] pdf;
        private final boolean earlierSheet;

        private Document(String claim, String reference, byte[] pdf, boolean earlierSheet) {
            this.claim = claim;
            this.reference = reference;
            this.pdf = pdf;
            this.earlierSheet = earlierSheet;
        }

        /** Whether it was claimed before and nothing was told: a sheet may have come out, whose code counts no longer. */
        public boolean earlierSheet() {
            return earlierSheet;
        }

        /** To be named when it is told what became of the print job. */
        public String claim() {
            return claim;
        }

        public String reference() {
            return reference;
        }

        public byte[] pdf() {
            return pdf.clone();
        }
    }

    private record Wish(String who, String letterId) {}

    /**
     * Somebody who asks again while the document is being made gets that one. Where the office's printer prints, nobody gets
     * any.
     */
    public Document claim(Principal who, String letterId) {
        String owner = cases.owner(who, AuditAct.LETTER_CLAIMED, letterId);
        if (desk.policy().letters().printing() == PrintingBy.OFFICE) {
            throw desk.refused(who, AuditAct.LETTER_CLAIMED, owner, Refusal.of(ProblemType.PRINTED_BY_OFFICE));
        }
        Wish wish = new Wish(who.id(), letterId);
        CompletableFuture<Document> mine = new CompletableFuture<>();
        CompletableFuture<Document> earlier = underWay.putIfAbsent(wish, mine);
        if (earlier != null) {
            return shared(who, owner, earlier).orElseGet(() -> claim(who, letterId));
        }
        try {
            Document document = make(who, owner, letterId);
            mine.complete(document);
            return document;
        } finally {
            underWay.remove(wish, mine);
            mine.cancel(false);
        }
    }

    /** Empty where that one was not made. */
    private Optional<Document> shared(Principal who, String owner, CompletableFuture<Document> earlier) {
        Document document;
        try {
            document = earlier.join();
        } catch (CancellationException e) {
            return Optional.empty();
        }
        return Optional.of(desk.act(who, AuditAct.LETTER_CLAIMED, owner, null, _ -> new Done<>(document, "repeated")));
    }

    /** A letter that is claimed, and whose document is still to be made. */
    record Claimed(Pensioner pensioner, StoredLetter letter, LetterTerms terms, String claim) {}

    /** Rendering and hashing take longer than a transaction may, so the claim is kept before and the hash after them. */
    private Document make(Principal who, String owner, String letterId) {
        Claimed claimed = desk.act(who, AuditAct.LETTER_CLAIMED, owner, null, tx -> {
            Claimed made = claim(tx, who, letterId, UUID.randomUUID().toString());
            return new Done<>(made, "claimed " + made.letter().reference());
        });
        boolean handedOut = false;
        try {
            ConfirmationCode code = switch (claimed.letter().kind()) {
                case CODE -> ConfirmationCode.draw(random);
                case FREEZE_NOTICE -> null;
            };
            byte[] pdf = paper.print(claimed.pensioner(), claimed.letter(), claimed.terms(), code);
            if (code != null) {
                seal(owner, letterId, claimed.claim(), CodeHash.seal(code.characters()));
            }
            tray.claimed(letterId, claimed.claim(), pdf);
            handedOut = true;
            StoredLetter.Claim before = claimed.letter().claim();
            return new Document(
                    claimed.claim(), claimed.letter().reference(), pdf, before != null && before.at() != null);
        } finally {
            if (!handedOut) {
                desk.write(owner, tx -> {
                    tx.letters().release(letterId, claimed.claim());
                    return letterId;
                });
            }
        }
    }

    /**
     * Within an act about the letter's person.
     *
     * @param claim under which the document is handed out
     */
    Claimed claim(Tx tx, Principal who, String letterId, String claim) {
        LetterCase.Open open = cases.open(tx, letterId);
        open.requireMayPrint(who);
        StoredLetter letter = open.letter();
        if (open.status().state() != LetterState.GENERATED) {
            throw Refusal.of(ProblemType.DOCUMENT_ALREADY_FETCHED);
        }
        requirePostable(open.about());
        Instant now = desk.now();
        Optional.ofNullable(letter.claim())
                .flatMap(held ->
                        held.heldAgainst(who.id(), desk.policy().letters().claim(), now))
                .ifPresent(free -> {
                    throw Refusal.closedUntil("claimed-by-another", free);
                });
        tx.letters().claim(letterId, new StoredLetter.Claim(claim, now, LetterCase.person(who)));
        desk.tellChanged(tx, open.about());
        return new Claimed(open.about().pensioner(), letter, open.status().terms(), claim);
    }

    /** Nothing is printed for somebody who has died, or to an address that does not hold. */
    static void requirePostable(OpenEnrolment about) {
        if (about.enrolment().has(Alert.DECEASED)) {
            throw Refusal.closed("deceased");
        }
        if (about.enrolment().has(Alert.ADDRESS_IN_DOUBT)) {
            throw Refusal.closed("address-in-doubt");
        }
    }

    /** Keeps the hash of a claimed document's code. */
    void seal(String owner, String letterId, String claim, CodeHash hash) {
        boolean sealed = desk.write(owner, tx -> tx.letters().seal(letterId, claim, hash));
        if (!sealed) {
            throw Refusal.closed("claimed-again");
        }
    }
}
