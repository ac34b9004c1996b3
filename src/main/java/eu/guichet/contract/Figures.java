package eu.guichet.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What an office did in a period and where people stand; or what one agent did, for that agent alone, and then the last three
 * are empty. Nobody is named and nobody ranked.
 *
 * @param from first day, in the zone of the office of whoever asks
 * @param until last day
 * @param contacts by reason: {@code call}, {@code counter}, {@code worklist}, {@code ticket}
 * @param resends by kind of message
 * @param letters how many were generated
 * @param funnel as of now, all sixteen steps
 * @param times in the order of the steps
 * @param returns by {@link ReturnReason}
 * @param cohorts the period asked for and those before it, the earliest first; empty where they were not asked for, for one's own,
 *     and from an earlier backend
 */
public record Figures(
        LocalDate from,
        LocalDate until,
        List<FigureCount> contacts,
        List<FigureCount> resends,
        int letters,
        FirstContacts firstContacts,
        List<FunnelStep> funnel,
        List<StepTime> times,
        List<FigureCount> returns,
        List<Cohort> cohorts) {
    public Figures {
        contacts = List.copyOf(contacts);
        resends = List.copyOf(resends);
        funnel = List.copyOf(funnel);
        times = List.copyOf(times);
        returns = List.copyOf(returns);
        cohorts = List.copyOf(Objects.requireNonNullElse(cohorts, List.of()));
    }
}
