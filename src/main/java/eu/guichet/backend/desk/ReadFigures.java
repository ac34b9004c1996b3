package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.FigureCounts;
import eu.guichet.backend.store.FigureCounts.Part;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Cohort;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.OfficeCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What was done in a period and where people stand. They name nobody, so that no row is left in the trail; an office's are of all
 * who work there together, and one's own are shown to oneself alone.
 */
public final class ReadFigures {
    /** So long after it was closed a contact is not yet known to have been the last. */
    private static final int DAYS = 7;

    private final Desk desk;
    private final Function<OfficeCode, ZoneId> zones;

    /** @param zones the zone of each office */
    public ReadFigures(Desk desk, Function<OfficeCode, ZoneId> zones) {
        this.desk = desk;
        this.zones = zones;
    }

    /** A supervisor's are of the own offices, an auditor's of all; none of an office that is not shown. */
    public Figures ofOffices(Principal who, FiguresQuery wanted) {
        Set<OfficeCode> shown = EnumSet.noneOf(OfficeCode.class);
        shown.addAll(desk.access().trail(who));
        OfficeCode one = wanted.office();
        if (one != null) {
            shown.retainAll(Set.of(one));
        }
        return shown.isEmpty() ? none(wanted) : desk.read(tx -> ofOffices(tx, who, part(who, shown, wanted), wanted));
    }

    private Figures ofOffices(Tx tx, Principal who, Part part, FiguresQuery wanted) {
        FigureCounts figures = tx.figures();
        return new Figures(
                wanted.from(),
                wanted.until(),
                figures.contacts(part),
                figures.resends(part),
                figures.letters(part),
                first(figures, part),
                figures.funnel(part.offices()),
                figures.times(part),
                figures.returns(part.offices(), wanted.from(), wanted.until()),
                cohorts(figures, who, part, wanted));
    }

    /** The period in which the last day lies, and those before it. */
    private List<Cohort> cohorts(FigureCounts figures, Principal who, Part part, FiguresQuery wanted) {
        FigurePeriod by = wanted.by();
        if (by == null) {
            return List.of();
        }
        List<LocalDate> days = IntStream.rangeClosed(1 - FiguresQuery.COHORTS, 1)
                .mapToObj(place -> by.first(by.moved(by.first(wanted.until()), place)))
                .toList();
        ZoneId zone = zones.apply(who.office());
        List<FigureCounts.Began> began = figures.began(
                part.offices(),
                days.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList());
        return IntStream.range(0, began.size())
                .mapToObj(place -> new Cohort(
                        days.get(place),
                        by.last(days.get(place)),
                        began.get(place).people(),
                        began.get(place).passed()))
                .toList();
    }

    /** What whoever asks did, wherever. */
    public Figures own(Principal who, FiguresQuery wanted) {
        Part everywhere = part(who, EnumSet.allOf(OfficeCode.class), wanted);
        Part part = new Part(everywhere.offices(), who.id(), everywhere.from(), everywhere.until());
        return desk.read(tx -> {
            FigureCounts figures = tx.figures();
            return new Figures(
                    wanted.from(),
                    wanted.until(),
                    figures.contacts(part),
                    figures.resends(part),
                    figures.letters(part),
                    first(figures, part),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        });
    }

    private FirstContacts first(FigureCounts figures, Part part) {
        return figures.firstContacts(part, DAYS, desk.now().minus(Duration.ofDays(DAYS)));
    }

    private Part part(Principal who, Set<OfficeCode> offices, FiguresQuery wanted) {
        ZoneId zone = zones.apply(who.office());
        return new Part(
                offices,
                null,
                wanted.from().atStartOfDay(zone).toInstant(),
                wanted.until().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Figures none(FiguresQuery wanted) {
        return new Figures(
                wanted.from(),
                wanted.until(),
                List.of(),
                List.of(),
                0,
                new FirstContacts(0, 0, 0, 0, DAYS),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
