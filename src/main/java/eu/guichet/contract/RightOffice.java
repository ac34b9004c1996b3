package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which office is competent for somebody, and how one says it.
 *
 * @param name of the office, in the agent's language
 * @param toPensioner what can be read out to her, in her language
 * @param inAgents the same in the agent's language; empty where that is hers
 * @param language BCP 47 tag of what can be read out
 * @param changesAt when it is said in another way, because its counter or its phone opens or closes
 * @param registerOffice which office the register names; null where it is the competent one
 * @param mayTransfer whether the caller may give the competence to another office
 * @param writesTo offices for which the caller can leave a note about her
 * @param notes to an office about her that wait, oldest first
 */
public record RightOffice(
        String name,
        List<String> toPensioner,
        List<String> inAgents,
        String language,
        Instant changesAt,
        @Nullable OfficeCode registerOffice,
        boolean mayTransfer,
        List<OfficeCode> writesTo,
        List<OfficeNote> notes) {
    public RightOffice {
        toPensioner = List.copyOf(toPensioner);
        inAgents = List.copyOf(inAgents);
        writesTo = List.copyOf(writesTo);
        notes = List.copyOf(notes);
    }
}
