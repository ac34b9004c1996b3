package eu.guichet.contract;

import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;

/** By what a worklist is ordered. */
public enum WorklistSort {
    /** Who has stood there longest, first. */
    OLDEST,
    /** Who has come last, first. */
    NEWEST,
    /** What is due next, first; what is due at no moment comes last. */
    DUE,
    /** By the step of the manual, and then the oldest first. */
    STEP;

    /** As it stands in an address. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Empty for an order that there is not. */
    public static Optional<WorklistSort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key().equals(key)).findFirst();
    }
}
