package eu.guichet.contract;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lists of whoever asks, with how many stand on each; also those that are empty.
 *
 * @param lists in the order in which they are shown
 * @param offices for which the caller acts
 * @param lapsingSoonDays for how many days more at most the codes of {@link Worklist#LAPSING_SOON} are accepted
 * @param lapsingDays the same of {@link Worklist#LAPSING}
 * @param stuckDays for how many days at least it has been the turn of those of {@link Worklist#STUCK}
 * @param missedCallbacks how many calls that the caller promised are late; null where an older backend does not say
 */
public record WorklistCounts(
        List<WorklistCount> lists,
        List<OfficeCode> offices,
        int lapsingSoonDays,
        int lapsingDays,
        int stuckDays,
        @Nullable Integer missedCallbacks) {
    public WorklistCounts {
        lists = List.copyOf(lists);
        offices = List.copyOf(offices);
    }

    /** How many calls that the caller promised are late. */
    public int missed() {
        return Objects.requireNonNullElse(missedCallbacks, 0);
    }

    /** Zero for a list that is not offered. */
    public int of(Worklist list) {
        return lists.stream()
                .filter(one -> one.list().equals(list.key()))
                .mapToInt(WorklistCount::count)
                .sum();
    }
}
