package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of which days, and of which office.
 *
 * @param until the last day
 * @param office null for all that are shown to whoever asks
 * @param by what is laid side by side of those who began, the last being where {@code until} lies; null for none of it
 */
public record FiguresQuery(
        LocalDate from,
        LocalDate until,
        @Nullable OfficeCode office,
        @Nullable FigurePeriod by) {
    /** A year and a day. */
    public static final int MOST_DAYS = 366;

    /** How many are laid side by side. */
    public static final int COHORTS = 6;

    public FiguresQuery(LocalDate from, LocalDate until, @Nullable OfficeCode office) {
        this(from, until, office, null);
    }
}
