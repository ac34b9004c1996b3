package eu.guichet.backend.desk;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredReview;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.text.Keys;
import java.util.List;
import java.util.Objects;

/** A supervisor looks at what colleagues did, afterwards, and says what was found; never at the own acts. */
public final class ReviewActs {
    /** So many are shown at once; the others follow as these are looked at. */
    private static final int MOST = 100;

    private final Desk desk;

    public ReviewActs(Desk desk) {
        this.desk = desk;
    }

    /** What is to be looked at of the own offices, what was laid first first. */
    public List<Review> open(Principal who) {
        return desk.look(who, AuditAct.REVIEWS_READ, null, null, tx -> {
            List<Review> open = tx.reviews().open(Access.worklists(who), who.id(), MOST).stream()
                    .map(review -> described(tx, review))
                    .toList();
            return new Done<>(open, open.size() + " rows");
        });
    }

    /** Says what was found, once; the same by the same supervisor once more does nothing. */
    public void judge(Principal who, String reviewId, ReviewVerdict found) {
        String note = Objects.requireNonNullElse(found.note(), "");
        WrittenDown.requireNoCode("note", note);
        StoredReview about = desk.read(tx -> tx.reviews().find(reviewId))
                .orElseThrow(() -> desk.refused(who, AuditAct.ACT_REVIEWED, null, Refusal.of(ProblemType.NOT_FOUND)));
        String _ = desk.act(who, AuditAct.ACT_REVIEWED, about.pensionerId(), note.isEmpty() ? null : note, tx -> {
            AuditEntry act = about.act();
            desk.require(who, new Asked.Review(act.office(), act.agentId(), about.approvedBy()));
            StoredReview.Judged judged =
                    new StoredReview.Judged(found.verdict(), note, LetterCase.person(who), desk.now());
            if (tx.reviews().judge(reviewId, judged)) {
                return new Done<>(reviewId, act.act() + " " + Keys.kebab(found.verdict()));
            }
            StoredReview now = tx.reviews().find(reviewId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            StoredReview.Judged before = now.judged();
            if (before != null
                    && before.by().id().equals(who.id())
                    && before.verdict() == found.verdict()
                    && before.note().equals(note)) {
                return Done.nothing(reviewId, "repeated");
            }
            throw Refusal.closed("reviewed-already");
        });
    }

    private static Review described(Tx tx, StoredReview review) {
        AuditEntry act = review.act();
        Pensioner pensioner =
                tx.pensioners().find(review.pensionerId()).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        return new Review(
                review.id(),
                review.why(),
                act.act(),
                act.outcome(),
                act.at(),
                act.agentName(),
                act.office(),
                pensioner.id(),
                FileAssembler.name(pensioner),
                pensioner.birthDate().getYear(),
                act.reason(),
                review.verification(),
                act.contactId());
    }
}
