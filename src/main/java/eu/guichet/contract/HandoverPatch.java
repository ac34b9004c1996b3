package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.guichet.typed.Typed;
import java.time.LocalDate;

/** How a case that DIGIT has goes on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HandoverPatch.Ticket.class, name = "TICKET"),
    @JsonSubTypes.Type(value = HandoverPatch.FollowUp.class, name = "FOLLOW_UP"),
    @JsonSubTypes.Type(value = HandoverPatch.Answered.class, name = "ANSWERED")
})
public sealed interface HandoverPatch {
    /** {@link OpenHandover#id()} of the case. */
    String handover();

    /**
     * Its number has come.
     *
     * @param ticket as in DIGIT's answer
     */
    record Ticket(String handover, String ticket) implements HandoverPatch {}

    /**
     * DIGIT is asked again on another day.
     *
     * @param on in the office's zone, not in the past
     */
    record FollowUp(String handover, LocalDate on) implements HandoverPatch {}

    /**
     * DIGIT has answered, and the case is back in the house.
     *
     * @param said what, in the agent's own words; it is kept in the history
     */
    record Answered(String handover, String said) implements HandoverPatch {
        public Answered {
            if (said != null) {
                said = Typed.words(said);
            }
        }
    }
}
