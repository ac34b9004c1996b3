package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells two people apart, and no more.
 *
 * @param id opaque identifier of the pensioner, safe in a URL
 * @param name family name in capitals, then first name
 * @param step the step of the manual, 1 to 16; 16 when all is done
 * @param town of the address on file
 * @param namesakes how many others share the name as heard and the year of birth
 * @param alerts in force, the gravest first
 * @param standing one line in the agent's language: where the enrolment stands
 * @param condition the same at one glance
 * @param why in the agent's language, for what the person was found; null where that is the name as it was typed
 */
public record SearchRow(
        String id,
        String name,
        int birthYear,
        OfficeCode office,
        EnrolmentState state,
        Stage stage,
        int step,
        String standing,
        Condition condition,
        String town,
        int namesakes,
        List<Alert> alerts,
        @Nullable String why) {
    public SearchRow {
        alerts = List.copyOf(alerts);
    }

    /** The same person, as the file was read since. */
    public SearchRow standingAs(PensionerFile read) {
        return new SearchRow(
                id,
                name,
                birthYear,
                office,
                read.state(),
                read.stage(),
                read.step(),
                read.standing(),
                read.condition(),
                town,
                namesakes,
                alerts,
                why);
    }
}
