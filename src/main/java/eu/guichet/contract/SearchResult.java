package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param rows best match first
 * @param more whether there were more matches than rows
 * @param leftOut words of the query that nobody has in a name or an address and without which these rows were found; null
 *     from a backend that leaves none out, the same as empty
 */
public record SearchResult(
        List<SearchRow> rows, boolean more, @Nullable List<String> leftOut) {
    public SearchResult {
        rows = List.copyOf(rows);
        leftOut = leftOut == null ? null : List.copyOf(leftOut);
    }

    /** Of every word that was typed. */
    public SearchResult(List<SearchRow> rows, boolean more) {
        this(rows, more, null);
    }

    /** The words left out, if any. */
    public List<String> wordsLeftOut() {
        return leftOut == null ? List.of() : leftOut;
    }
}
