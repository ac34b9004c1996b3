package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Generates a letter. The one before is dead from that moment; the new one's code is born with its document. */
public final class GenerateLetter {
    private final Desk desk;
    private final RandomGenerator random;

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public GenerateLetter(Desk desk, RandomGenerator random) {
        this.desk = desk;
        this.random = random;
    }

    /**
     * @param etag of the file the agent has read; when it has changed since, nothing is done
     * @param wanted with the number of its registered label, where that is known already
     */
    public StoredLetter generate(Principal who, String pensionerId, String etag, String key, LetterRequest wanted) {
        return desk.act(who, AuditAct.LETTER_GENERATED, pensionerId, null, tx -> {
            ItemNumber item = wanted.itemNumber() == null ? null : PostalRecords.item(wanted.itemNumber());
            String request = "letter " + pensionerId + (item == null ? "" : " " + item.value());
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                OpenEnrolment about = desk.open(tx, pensionerId);
                desk.requireVerified(tx, who, about);
                desk.requireOpen(about, ActionKind.GENERATE_LETTER);
                if (!Etag.of(about.pensioner().version()).equals(etag)) {
                    throw Refusal.of(ProblemType.FILE_CHANGED);
                }
                return add(tx, who, about, item);
            });
            StoredLetter letter = tx.letters().find(result.resourceId()).orElseThrow();
            return new Done<>(letter, result.outcome("generated " + letter.reference()));
        });
    }

    private String add(Tx tx, Principal who, OpenEnrolment about, @Nullable ItemNumber item) {
        if (item != null && tx.letters().byItemNumber(item.value()).isPresent()) {
            throw Refusal.invalid("itemNumber", "item-number-taken");
        }
        Instant now = afterTheLast(about);
        about.enrolment().letters().forEach(letter -> tx.letters().kill(letter.id(), now));
        String id = UUID.randomUUID().toString();
        String reference = free(tx).value();
        tx.letters()
                .add(new StoredLetter(
                        id, about.id(), reference, who.id(), now, null, null, item == null ? null : item.value()));
        desk.record(tx, about, new Event.LetterGenerated(now, id, reference, who.name()));
        return id;
    }

    /** No two letters of one person share an instant: which of them lives is told by which came later. */
    private Instant afterTheLast(OpenEnrolment about) {
        Instant now = desk.now();
        return about.enrolment().letters().stream()
                .map(letter -> letter.generatedAt().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Drawn again while another letter has it; no other writer can take it before this transaction ends. */
    private LetterReference free(Tx tx) {
        LetterReference drawn = LetterReference.draw(random);
        while (tx.letters().byReference(drawn.value()).isPresent()) {
            drawn = LetterReference.draw(random);
        }
        return drawn;
    }
}
