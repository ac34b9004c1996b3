package eu.guichet.desktop.shell;

import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

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
        Dates dates = Dates.in(texts.locale());
        String time = dates.time(at.toLocalTime());
        if (day.equals(now.toLocalDate())) {
            return time;
        }
        String weekday = dates.shortWeekday(day.getDayOfWeek());
        return day.isBefore(now.toLocalDate().plusDays(7))
                ? weekday + " " + time
                : weekday + " " + dates.day(day, now.toLocalDate()) + ", " + time;
    }
}
