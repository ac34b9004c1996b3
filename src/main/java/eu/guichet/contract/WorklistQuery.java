package eu.guichet.contract;

import org.jspecify.annotations.Nullable;

/**
 * What of a worklist is wanted; null narrows nothing.
 *
 * @param office one of those for which the caller acts
 * @param step of the manual, 1 to 16
 * @param days only who has stood there for at least so many days
 * @param agent id of the colleague who had the file last, see {@link WorklistPage#colleagues()}
 * @param after {@link WorklistRow#cursor()} of a row, or {@link WorklistPage#next()}: what comes after it
 */
public record WorklistQuery(
        @Nullable OfficeCode office,
        @Nullable Integer step,
        @Nullable Integer days,
        @Nullable String agent,
        WorklistSort sort,
        @Nullable String after) {
    /** Everything, the oldest first. */
    public static final WorklistQuery ALL = new WorklistQuery(null, null, null, null, WorklistSort.OLDEST, null);

    /** The same from another place on. */
    public WorklistQuery after(@Nullable String cursor) {
        return new WorklistQuery(office, step, days, agent, sort, cursor);
    }

    /** Whether something is left out that stands on the list. */
    public boolean narrows() {
        return office != null || step != null || days != null || agent != null;
    }
}
