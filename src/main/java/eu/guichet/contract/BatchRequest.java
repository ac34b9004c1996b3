package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be printed in one go for the own office.
 *
 * @param people of the worklist “access requested” for whom a letter is generated; null for all that are due, the oldest first
 * @param letters that wait to be printed; null for all of them, the oldest first
 */
public record BatchRequest(
        @Nullable List<String> people, @Nullable List<String> letters) {
    /** Everything that is due. */
    public static final BatchRequest ALL = new BatchRequest(null, null);

    public BatchRequest {
        people = people == null ? null : List.copyOf(people);
        letters = letters == null ? null : List.copyOf(letters);
    }
}
