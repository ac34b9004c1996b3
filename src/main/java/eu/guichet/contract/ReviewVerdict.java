package eu.guichet.contract;

import eu.guichet.typed.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor found who looked at an act afterwards.
 *
 * @param note 3 to 300 characters in the supervisor's own words; what is not in order needs one
 */
public record ReviewVerdict(Verdict verdict, @Nullable String note) {
    public ReviewVerdict {
        if (note != null) {
            note = Typed.words(note);
        }
    }

    /** In order or not. */
    public enum Verdict {
        IN_ORDER,
        NOT_IN_ORDER
    }

    public static ReviewVerdict inOrder() {
        return new ReviewVerdict(Verdict.IN_ORDER, null);
    }

    public static ReviewVerdict notInOrder(String note) {
        return new ReviewVerdict(Verdict.NOT_IN_ORDER, note);
    }
}
