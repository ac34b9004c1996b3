package eu.guichet.contract;

import java.util.Optional;

/**
 * How many stand on one list.
 *
 * @param list its key, such as {@code access-requested}; a newer backend may have lists that are not known here
 */
public record WorklistCount(String list, int count) {
    public Optional<Worklist> known() {
        return Worklist.of(list);
    }
}
