package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that goes to DIGIT.
 *
 * @param ticket DIGIT's number, as in its answer; null while it is awaited
 * @param matter what DIGIT is asked for; null for the one that fits where she stands
 * @param followUp day on which to ask DIGIT again (office's zone); null for that of the policy
 * @param send whether the backend sends the message; otherwise it was sent from the office's mail program
 */
public record HandoverRequest(
        @Nullable String ticket,
        @Nullable HandoverMatter matter,
        @Nullable LocalDate followUp,
        @Nullable Boolean send) {
    /** A message sent from the office's own mail program, under this number. */
    public static HandoverRequest ticket(String ticket) {
        return new HandoverRequest(ticket, null, null, null);
    }

    public boolean sentFromHere() {
        return Boolean.TRUE.equals(send);
    }
}
