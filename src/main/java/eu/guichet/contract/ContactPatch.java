package eu.guichet.contract;

import eu.guichet.typed.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A correction of an open contact; what is null stays.
 *
 * @param reason she rang, now she stands here; a verification that the new reason does not allow ends with the change
 * @param note the agent's own line, at most 300 characters, never anything that has the shape of a code
 */
public record ContactPatch(
        @Nullable AccessReason reason, @Nullable String note) {
    public ContactPatch {
        if (note != null) {
            note = Typed.words(note);
        }
    }
}
