package eu.guichet.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * One office with all that was written down of it.
 *
 * @param office as it is now
 * @param etag the version to send in {@code If-Match}
 * @param today the day at the office
 * @param mayEdit whether the caller may write an entry
 * @param closures all the days from today on that are known
 * @param entries the one that was written last first
 */
public record OfficeRecord(
        Office office,
        String etag,
        LocalDate today,
        boolean mayEdit,
        List<ClosedDays> closures,
        List<OfficeEntry> entries) {
    public OfficeRecord {
        closures = List.copyOf(closures);
        entries = List.copyOf(entries);
    }
}
