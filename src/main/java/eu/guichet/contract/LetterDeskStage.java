package eu.guichet.contract;

import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;

/** The lists of the letter desk. */
public enum LetterDeskStage {
    /** Generated for the letter desk, or for a desk that has not told in time what became of it. */
    TO_PRINT,
    /** On paper, and not posted yet. */
    TO_POST,
    /** Posted; the post may still bring it. */
    ON_THE_WAY,
    /** Posted longer ago than the post holds a registered letter, and neither a receipt nor a return is known. */
    OVERDUE,
    /** Brought back by the post, and no later letter was generated. */
    RETURNED;

    /** As it stands in an address, such as {@code to-print}. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Empty for a list that there is not. */
    public static Optional<LetterDeskStage> of(String key) {
        return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
    }
}
