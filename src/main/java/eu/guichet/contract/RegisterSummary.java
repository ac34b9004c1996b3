package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending the register, over all tries with one key. Each row that was read was added, changed, unchanged or
 * refused.
 *
 * @param read rows, without the header
 * @param added people who were not on file
 * @param changed people on file of whom something was new
 * @param unchanged people on file as in the register
 * @param refused rows that were left out because something in them is wrong
 * @param faults what is wrong, in the order of the rows; only the first hundred
 * @param moreFaults whether there were more
 */
public record RegisterSummary(
        long read, long added, long changed, long unchanged, long refused, List<RowFault> faults, boolean moreFaults) {
    public RegisterSummary {
        faults = List.copyOf(faults);
    }

    /**
     * Something wrong in a row.
     *
     * @param line as an editor counts, from 1, the header being the first
     * @param column its name in the header; null where the whole line is meant
     * @param reason what is wrong, in the language asked for; never the value itself
     */
    public record RowFault(long line, @Nullable String column, String reason) {}
}
