package eu.guichet.backend.letter;

import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.Offices;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one letter says, but for its code.
 *
 * @param language the pensioner's; a language the letter does not exist in is written in English
 * @param reference the public reference of the letter, printed as a barcode as well
 * @param date the day it is written, in the office's zone
 * @param usableMonths how many months from the day she receives it the code may be entered (manual, step 16)
 * @param itemNumber of the registered item, or null while it is not known
 */
public record LetterContent(
        Recipient recipient,
        Offices.Site office,
        Locale language,
        LetterReference reference,
        LocalDate date,
        int usableMonths,
        @Nullable ItemNumber itemNumber) {
    public LetterContent {
        if (usableMonths < 1) {
            throw new IllegalArgumentException("a letter is usable for at least one month");
        }
    }

    /** Never prints whom it is for. */
    @Override
    public String toString() {
        return "LetterContent[" + reference + "]";
    }

    /**
     * Whom the letter is for, and where.
     *
     * @param lines what stands between the name and the city: street and number, and what goes with them
     * @param postcode may be empty, for countries that have none
     * @param country ISO 3166-1 alpha-2
     */
    public record Recipient(String name, List<String> lines, String postcode, String city, String country) {
        public Recipient {
            lines = List.copyOf(lines);
        }

        /** Never prints who it is. */
        @Override
        public String toString() {
            return "Recipient[" + country + "]";
        }
    }
}
