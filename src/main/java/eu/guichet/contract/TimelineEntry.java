package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened.
 *
 * @param id stable for the life of the entry, so that a view can update it in place
 * @param text one sentence in the agent's language
 * @param by name of the agent who did it, or null where the process itself reported it
 * @param messageId set for a message: its status resource
 * @param status set for a message: how far it has come
 * @param correctable set where it can be taken back by somebody; null otherwise
 * @param judged set for a verification that was taken back: how many things that were done under it are laid before a supervisor;
 *     null where nothing was
 */
public record TimelineEntry(
        String id,
        Instant at,
        Stage stage,
        String text,
        @Nullable String by,
        @Nullable String messageId,
        @Nullable MessageStatus status,
        @Nullable Correctable correctable,
        @Nullable Integer judged) {
    public TimelineEntry(
            String id,
            Instant at,
            Stage stage,
            String text,
            @Nullable String by,
            @Nullable String messageId,
            @Nullable MessageStatus status) {
        this(id, at, stage, text, by, messageId, status, null, null);
    }

    /** The same line, with how far its message has come meanwhile. */
    public TimelineEntry with(MessageStatus other) {
        return new TimelineEntry(id, at, stage, text, by, messageId, other, correctable, judged);
    }

    /** The same line, which can be taken back. */
    public TimelineEntry with(Correctable other) {
        return new TimelineEntry(id, at, stage, text, by, messageId, status, other, judged);
    }

    /** The same line, with how much that was done under what it takes back is to be judged. */
    public TimelineEntry judging(int count) {
        return new TimelineEntry(id, at, stage, text, by, messageId, status, correctable, count == 0 ? null : count);
    }

    /**
     * That a line can be taken back.
     *
     * @param id what a correction names
     * @param reasons that can be given, in the order to offer them
     * @param closed why whoever asks may not, in the agent's language; null where it is open
     */
    public record Correctable(
            CorrectionKind what,
            String id,
            List<CorrectionReason> reasons,
            @Nullable String closed) {
        public Correctable {
            reasons = List.copyOf(reasons);
        }
    }
}
