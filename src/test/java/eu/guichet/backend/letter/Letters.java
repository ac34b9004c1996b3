package eu.guichet.backend.letter;

import eu.guichet.backend.Institution;
import eu.guichet.backend.letter.LetterContent.Recipient;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters for the tests to look at. */
final class Letters {
    static final ConfirmationCode SECRET = ConfirmationCode.draw(new Random(23));
    static final String CODE = SECRET.printed();
    static final ItemNumber ITEM = new ItemNumber("RR473124829BE");
    static final String REFERENCE = "G-7KQ4-93VX";

    static final Offices.Site BRUSSELS = new Offices.Site(
            OfficeCode.BRU,
            ZoneId.of("Europe/Brussels"),
            desk("SC-27 00/03, rue de la Science 27, 1000 Bruxelles", "MONDAY-FRIDAY 9:00-12:00 14:00-16:00"),
            desk("", "MONDAY-FRIDAY 9:00-12:00 14:00-16:00"),
            List.of("+32 2 297 68 88", "+32 2 297 68 89"),
            null);
    static final Offices.Site ISPRA = new Offices.Site(
            OfficeCode.ISP,
            ZoneId.of("Europe/Rome"),
            null,
            desk("", "MONDAY-FRIDAY 9:30-12:30"),
            List.of("+39 0332 78 30 30"),
            null);
    static final Recipient ANNELISE =
            new Recipient("Annelise MÜLLER", List.of("Lindenstraße 14", "Hinterhaus"), "54290", "Trier", "DE");

    static final ServiceNames SERVICES = Institution.standard().services();

    private Letters() {}

    static LetterContent to(
            Recipient recipient, Offices.Site office, Locale language, @Nullable ItemNumber itemNumber) {
        return new LetterContent(
                recipient, office, language, new LetterReference(REFERENCE), LocalDate.of(2026, 11, 23), 6, itemNumber);
    }

    static LetterContent in(Locale language) {
        return to(ANNELISE, BRUSSELS, language, ITEM);
    }

    private static Offices.Desk desk(String place, String hours) {
        return new Offices.Desk(place, ZoneId.of("Europe/Brussels"), WeeklyHours.parse(hours), Set.of());
    }
}
