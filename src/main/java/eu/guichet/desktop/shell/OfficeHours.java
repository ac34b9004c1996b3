package eu.guichet.desktop.shell;

import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Says whether a counter or a phone line is open, and until when, in the office's own time. */
final class OfficeHours {
    private final Texts texts;

    OfficeHours(Texts texts) {
        this.texts = texts;
    }

    /** @param desk {@code counter} or {@code phone} */
    String sentence(String desk, Office.Desk hours, ZoneId zone, Instant now) {
        String state = hours.open() ? "open" : "closed";
        return texts.get(
                "office." + desk + "." + state, "when", moment(hours.changesAt().atZone(zone), now.atZone(zone)));
    }

    private String moment(ZonedDateTime at, ZonedDateTime now) {
        LocalDate day = at.toLocalDate();
        String pattern = day.equals(now.toLocalDate())
                ? "HH:mm"
                : day.isBefore(now.toLocalDate().plusDays(7)) ? "EEEE HH:mm" : "d MMMM HH:mm";
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(at);
    }
}
