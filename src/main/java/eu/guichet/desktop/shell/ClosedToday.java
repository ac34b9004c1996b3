package eu.guichet.desktop.shell;

import eu.guichet.contract.ContactSummary;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.IntegerProperty;
import org.jspecify.annotations.Nullable;

/** Counts the contacts that were closed at this desk on one day; a new day begins with none. */
final class ClosedToday {
    private final ZoneId zone;
    private final IntegerProperty count;
    private @Nullable LocalDate day;

    ClosedToday(ZoneId zone, IntegerProperty count) {
        this.zone = zone;
        this.count = count;
    }

    void count(ContactSummary closed) {
        LocalDate on = closed.closedAt().atZone(zone).toLocalDate();
        int before = on.equals(day) ? count.get() : 0;
        day = on;
        count.set(before + 1);
    }
}
