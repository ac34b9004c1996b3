package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of which days, and of which office.
 *
 * @param until the last day
 * @param office null for all that are shown to whoever asks
 */
public record FiguresQuery(
        LocalDate from, LocalDate until, @Nullable OfficeCode office) {
    /** A year and a day. */
    public static final int MOST_DAYS = 366;
}
