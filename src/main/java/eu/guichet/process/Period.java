package eu.guichet.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A period in months as Regulation (EEC, Euratom) 1182/71, Article 3, counts it: the day of the event does not count, and
 * it ends with the last hour of the day of the same number, or of the month's last day where there is none.
 *
 * @param last the day with whose last hour it ends
 */
public record Period(LocalDate last) {
    public static Period ofMonths(LocalDate event, int months) {
        return new Period(event.plusMonths(months));
    }

    /** The first instant after the period in this zone: the midnight that ends its last day. */
    public Instant end(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
