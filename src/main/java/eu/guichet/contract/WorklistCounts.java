package eu.guichet.contract;

import java.util.List;

/**
 * The lists of whoever asks, with how many stand on each; also those that are empty.
 *
 * @param lists in the order in which they are shown
 * @param offices for which the caller acts
 * @param lapsingSoonDays for how many days more at most the codes of {@link Worklist#LAPSING_SOON} are accepted
 * @param lapsingDays the same of {@link Worklist#LAPSING}
 * @param stuckDays for how many days at least it has been the turn of those of {@link Worklist#STUCK}
 */
public record WorklistCounts(
        List<WorklistCount> lists, List<OfficeCode> offices, int lapsingSoonDays, int lapsingDays, int stuckDays) {
    public WorklistCounts {
        lists = List.copyOf(lists);
        offices = List.copyOf(offices);
    }

    /** Zero for a list that is not offered. */
    public int of(Worklist list) {
        return lists.stream()
                .filter(one -> one.list().equals(list.key()))
                .mapToInt(WorklistCount::count)
                .sum();
    }
}
