package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.LetterStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hands out a letter's document, once, to the agent who generated it. The code is drawn here and goes into the document
 * alone; what stays behind is its hash.
 */
public final class LetterDocument {
    private final Desk desk;
    private final Paper paper;
    private final Tray tray;
    private final RandomGenerator random;

    /** Renders a letter. */
    @FunctionalInterface
    public interface Paper {
        byte[] print(Pensioner pensioner, StoredLetter letter, ConfirmationCode code);
    }

    /** Sees each document that is handed out; in training the simulated post takes it from here. */
    @FunctionalInterface
    public interface Tray {
        /** Called within the transaction: should it throw, the document can still be fetched. */
        void printed(StoredLetter letter, byte[] pdf);
    }

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public LetterDocument(Desk desk, Paper paper, Tray tray, RandomGenerator random) {
        this.desk = desk;
        this.paper = paper;
        this.tray = tray;
        this.random = random;
    }

    /** What is handed out: the PDF, the only place where the code is, under the letter's public reference. */
    public static final class Document {
        private final String reference;
        private final byte[] pdf;

        private Document(String reference, byte[] pdf) {
            this.reference = reference;
            this.pdf = pdf;
        }

        public String reference() {
            return reference;
        }

        public byte[] pdf() {
            return pdf.clone();
        }
    }

    public Document fetch(Principal who, String letterId) {
        StoredLetter letter =
                desk.read(tx -> tx.letters().find(letterId)).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        Pensioner pensioner = desk.read(tx -> tx.pensioners().find(letter.pensionerId()))
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        boolean fetchable = letter.generatedBy().equals(who.id()) && letter.fetchedAt() == null;
        // Rendering and hashing take longer than a transaction may; a letter that cannot be fetched needs neither.
        Optional<Sealed> sealed = fetchable ? Optional.of(seal(pensioner, letter)) : Optional.empty();
        return desk.act(who, AuditAct.LETTER_PRINTED, letter.pensionerId(), null, sealing -> {
            if (!letter.generatedBy().equals(who.id())) {
                throw Refusal.notAllowed("document-of-another");
            }
            OpenEnrolment about = desk.open(sealing, letter.pensionerId());
            Instant now = desk.now();
            boolean outstanding = about.enrolment()
                    .outstandingLetter()
                    .map(LetterStatus::id)
                    .filter(letterId::equals)
                    .isPresent();
            Sealed made = sealed.filter(_ -> outstanding)
                    .filter(one -> sealing.letters().seal(letterId, one.hash(), now))
                    .orElseThrow(() -> Refusal.of(ProblemType.DOCUMENT_ALREADY_FETCHED));
            tray.printed(letter, made.document().pdf());
            desk.tellChanged(sealing, about);
            return new Done<>(made.document(), "printed " + letter.reference());
        });
    }

    /** A document made, with the hash of the code that stands in it; not yet handed out. */
    private record Sealed(CodeHash hash, Document document) {}

    private Sealed seal(Pensioner pensioner, StoredLetter letter) {
        ConfirmationCode code = ConfirmationCode.draw(random);
        Document document = new Document(letter.reference(), paper.print(pensioner, letter, code));
        return new Sealed(CodeHash.seal(code.characters()), document);
    }
}
