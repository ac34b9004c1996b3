package eu.guichet.contract;

import java.util.List;

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
        String town,
        int namesakes,
        List<Alert> alerts) {
    public SearchRow {
        alerts = List.copyOf(alerts);
    }

    /** The same person, further on. */
    public SearchRow standingAt(EnrolmentState newState, Stage newStage, int newStep, String newStanding) {
        return new SearchRow(
                id, name, birthYear, office, newState, newStage, newStep, newStanding, town, namesakes, alerts);
    }
}
