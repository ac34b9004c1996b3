package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The office that writes, and how it is reached.
 *
 * @param country ISO 3166-1 alpha-2: where the letter is posted
 * @param language in which the post of that country reads the name of a foreign country
 * @param counter null where the office has none
 * @param phoneNumbers as they are to be dialled from abroad
 */
public record Letterhead(
        OfficeCode office,
        String country,
        Locale language,
        @Nullable Desk counter,
        Desk phone,
        List<String> phoneNumbers) {
    public Letterhead {
        phoneNumbers = List.copyOf(phoneNumbers);
    }

    /**
     * A counter or a phone line.
     *
     * @param place where it is; empty for a phone line
     */
    public record Desk(String place, List<Hours> hours) {
        public Desk {
            hours = List.copyOf(hours);
        }
    }

    /** Open from {@code opens} to {@code closes}, the office's local time, on each day from {@code first} to {@code last}. */
    public record Hours(DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes) {}
}
