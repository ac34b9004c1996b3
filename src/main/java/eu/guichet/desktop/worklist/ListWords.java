package eu.guichet.desktop.worklist;

import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The lists in words. */
final class ListWords {
    private final Texts texts;
    private final FlowTexts flow;

    ListWords(Texts texts) {
        this.texts = texts;
        flow = new FlowTexts(texts);
    }

    /** With the days of the policy, where they are known. */
    String name(Worklist list, @Nullable WorklistCounts counts) {
        return counts == null || days(list, counts) == 0
                ? flow.worklist(list)
                : texts.get("list." + list.key(), "days", days(list, counts));
    }

    String spoken(Worklist list, @Nullable WorklistCounts counts) {
        if (counts != null && list == Worklist.CALLBACKS && counts.missed() > 0) {
            return texts.get(
                    "list.spoken.missed",
                    "list",
                    name(list, counts),
                    "count",
                    counts.of(list),
                    "missed",
                    counts.missed());
        }
        return counts == null
                ? name(list, null)
                : texts.get("list.spoken", "list", name(list, counts), "count", counts.of(list));
    }

    /** What brings somebody there, and what takes her off it. */
    String about(Worklist list) {
        return texts.get("about." + list.key());
    }

    private static int days(Worklist list, WorklistCounts counts) {
        return switch (list) {
            case LAPSING_SOON -> counts.lapsingSoonDays();
            case LAPSING -> counts.lapsingDays();
            case STUCK -> counts.stuckDays();
            case APPROVALS,
                    CALLBACKS,
                    HANDED_TO_OFFICE,
                    ACCESS_REQUESTED,
                    TO_PRINT,
                    TO_POST,
                    RECEIPT_OVERDUE,
                    RETURNED,
                    ADDRESS_IN_DOUBT,
                    MESSAGE_FAILED,
                    HANDED_OVER,
                    FROZEN,
                    REGISTER_DAMAGED -> 0;
        };
    }
}
