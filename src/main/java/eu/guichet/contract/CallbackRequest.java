package eu.guichet.contract;

import eu.guichet.typed.Typed;
import java.time.Instant;

/**
 * A call-back to promise.
 *
 * @param at while the phone of the caller's office is answered, UTC
 * @param note may be empty; never a code
 */
public record CallbackRequest(Instant at, CallbackBy by, String note) {
    public static final int LONGEST_NOTE = 300;

    public CallbackRequest {
        if (note != null) {
            note = Typed.words(note);
        }
    }
}
