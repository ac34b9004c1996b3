package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A note to an office as it is kept. Moments are kept to the millisecond.
 *
 * @param agentId who left it
 * @param takenBy name of whoever sees or saw to it; null where nobody took it
 * @param endedAt null while it waits, as is the name of who ended it
 */
public record StoredOfficeNote(
        String id,
        String pensionerId,
        OfficeCode from,
        OfficeCode to,
        String agentId,
        String agentName,
        String note,
        Instant writtenAt,
        OfficeNoteState state,
        @Nullable String takenBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    /**
     * As it waits where nobody but the competent office opens the file: a note goes with the person, and who saw to it elsewhere sees to
     * it no longer. One that does not wait any more is as it was.
     */
    public StoredOfficeNote waitingAt(OfficeCode competent) {
        return to == competent || endedAt != null
                ? this
                : new StoredOfficeNote(
                        id,
                        pensionerId,
                        from,
                        competent,
                        agentId,
                        agentName,
                        note,
                        writtenAt,
                        OfficeNoteState.OPEN,
                        null,
                        null,
                        null);
    }

    /**
     * As this agent sees it.
     *
     * @param offices for which the agent acts
     */
    public OfficeNote seenBy(String agent, Set<OfficeCode> offices) {
        return new OfficeNote(
                id,
                pensionerId,
                from,
                to,
                note,
                agentName,
                writtenAt,
                state,
                takenBy,
                agentId.equals(agent),
                offices.contains(to));
    }

    /** Never prints what was noted. */
    @Override
    public String toString() {
        return "StoredOfficeNote[" + id + ", " + state + "]";
    }
}
