package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of one list of the letter desk.
 *
 * @param rows oldest first
 * @param next pass it on to read the next page; null on the last one
 */
public record LetterDeskPage(
        List<LetterDeskRow> rows, @Nullable String next) {
    public LetterDeskPage {
        rows = List.copyOf(rows);
    }
}
