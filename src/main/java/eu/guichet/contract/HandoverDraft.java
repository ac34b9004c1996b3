package eu.guichet.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The message prepared for DIGIT. The backend sends it, or the agent from the office's own mail program.
 *
 * @param subject of the message that fits best where she stands
 * @param body of the same
 * @param helpdesk when DIGIT answers
 * @param choices what DIGIT can be asked for now, each with its message; the first fits best
 * @param sends whether the backend can send it
 * @param followUp day on which the policy has DIGIT asked again; null where an older backend says nothing of it
 * @param open cases that DIGIT has already, oldest first
 */
public record HandoverDraft(
        String to,
        String subject,
        String body,
        Office.Desk helpdesk,
        List<Choice> choices,
        boolean sends,
        @Nullable LocalDate followUp,
        List<OpenHandover> open) {
    public HandoverDraft {
        choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
        open = List.copyOf(Objects.requireNonNullElse(open, List.of()));
    }

    /** What an older backend tells: one message, which goes by the office's mail program. */
    public HandoverDraft(String to, String subject, String body, Office.Desk helpdesk) {
        this(to, subject, body, helpdesk, List.of(), false, null, List.of());
    }

    /**
     * @param label in the agent's language
     * @param handedOver whether DIGIT has that already, so that it is followed up and not sent again
     */
    public record Choice(HandoverMatter matter, String label, String subject, String body, boolean handedOver) {}
}
