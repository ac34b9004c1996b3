package eu.guichet.contract;

import java.util.List;

/**
 * @param rows best match first
 * @param more whether there were more matches than rows
 */
public record SearchResult(List<SearchRow> rows, boolean more) {
    public SearchResult {
        rows = List.copyOf(rows);
    }
}
