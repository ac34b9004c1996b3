package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Idempotency.Kept;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ProblemType;
import eu.guichet.text.Digests;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Does an act once for each idempotency key, within the act's own transaction. */
final class Idempotent {
    private Idempotent() {}

    /**
     * @param request what was asked for, word for word
     * @param act does it and answers the id of what came of it
     * @return that id, of this call or of the first one with the key
     */
    static Result forKey(Tx tx, Principal who, String key, String request, Instant now, Supplier<String> act) {
        String hash = Digests.sha256(request);
        Optional<Kept> kept = tx.idempotency().find(who.id(), key);
        if (kept.isPresent()) {
            if (!kept.get().requestHash().equals(hash)) {
                throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return new Result(kept.get().resourceId(), true);
        }
        String resource = act.get();
        tx.idempotency().keep(who.id(), key, new Kept(hash, resource), now);
        return new Result(resource, false);
    }

    /** @param repeated whether it had been done before */
    record Result(String resourceId, boolean repeated) {
        <T> Desk.Done<T> done(T value, String outcome) {
            return repeated ? Desk.Done.nothing(value, "repeated") : new Desk.Done<>(value, outcome);
        }
    }
}
