package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of one worklist.
 *
 * @param next pass it on to read the next page; null on the last one
 * @param cut whether the list goes on where it is read no further: it has to be narrowed to see the rest
 * @param colleagues who had files of this list last, by name; on the first page alone
 */
public record WorklistPage(
        List<WorklistRow> rows, @Nullable String next, boolean cut, List<WorklistColleague> colleagues) {
    public WorklistPage {
        rows = List.copyOf(rows);
        colleagues = List.copyOf(colleagues);
    }
}
