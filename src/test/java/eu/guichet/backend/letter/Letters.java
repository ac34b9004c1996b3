package eu.guichet.backend.letter;

import eu.guichet.backend.letter.LetterContent.Recipient;
import eu.guichet.backend.letter.Letterhead.Desk;
import eu.guichet.backend.letter.Letterhead.Hours;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ItemNumber;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Letters for the tests to look at. */
final class Letters {
    static final ConfirmationCode SECRET = ConfirmationCode.draw(new Random(23));
    static final String CODE = SECRET.printed();
    static final ItemNumber ITEM = new ItemNumber("RR473124829BE");
    static final String REFERENCE = "G-7KQ4-93VX";

    static final Letterhead BRUSSELS = new Letterhead(
            OfficeCode.BRU,
            "BE",
            Locale.FRENCH,
            new Desk("SC-27 00/03, rue de la Science 27, 1000 Bruxelles", hours("09:00-12:00", "14:00-16:00")),
            new Desk("", hours("09:00-12:00", "14:00-16:00")),
            List.of("+32 2 297 68 88", "+32 2 297 68 89"));
    static final Letterhead ISPRA = new Letterhead(
            OfficeCode.ISP,
            "IT",
            Locale.ITALIAN,
            null,
            new Desk("", hours("09:30-12:30")),
            List.of("+39 0332 78 30 30"));
    static final Recipient ANNELISE =
            new Recipient("Annelise MÜLLER", List.of("Lindenstraße 14", "Hinterhaus"), "54290", "Trier", "DE");

    private Letters() {}

    static LetterContent to(Recipient recipient, Letterhead office, Locale language, @Nullable ItemNumber itemNumber) {
        return new LetterContent(recipient, office, language, REFERENCE, LocalDate.of(2026, 11, 23), 6, itemNumber);
    }

    static LetterContent in(Locale language) {
        return to(ANNELISE, BRUSSELS, language, ITEM);
    }

    private static List<Hours> hours(String... parts) {
        return List.of(parts).stream()
                .map(part -> new Hours(
                        DayOfWeek.MONDAY,
                        DayOfWeek.FRIDAY,
                        LocalTime.parse(part.substring(0, 5)),
                        LocalTime.parse(part.substring(6))))
                .toList();
    }
}
