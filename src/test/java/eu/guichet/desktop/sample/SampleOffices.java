package eu.guichet.desktop.sample;

import eu.guichet.contract.ClosedDays;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeData;
import eu.guichet.contract.OfficeEntry;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.OpeningSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Luxembourg and its hours, with others from the first of February on. */
public final class SampleOffices {
    private static final List<ClosedDays> CLOSED = List.of(
            new ClosedDays(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1)),
            new ClosedDays(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 26)));

    private SampleOffices() {}

    public static OfficeRecord record(OfficeCode code, boolean mayEdit) {
        OfficeData now = new OfficeData(
                "Drosbach, DRB B2/085, 1882 Luxembourg",
                Stream.concat(mornings("12:30"), afternoons()).toList(),
                mornings("12:30").toList(),
                List.of("+352 4301 36100"),
                "Répertoire des pensionnés, Luxembourg",
                CLOSED);
        OfficeData later = new OfficeData(
                "Drosbach, DRB B2/085, 1882 Luxembourg",
                mornings("13:00").toList(),
                mornings("13:00").toList(),
                List.of("+352 4301 36100"),
                null,
                CLOSED);
        return new OfficeRecord(
                new Office(
                        code,
                        "Luxembourg",
                        "Europe/Luxembourg",
                        new Office.Desk(
                                "Drosbach, DRB B2/085, 1882 Luxembourg",
                                "du lundi au vendredi, 9:30 – 12:30 et 14:00 – 16:00",
                                true,
                                SampleFiles.NOW.plus(Duration.ofHours(2))),
                        new Office.Desk(
                                "",
                                "du lundi au vendredi, 9:30 – 12:30",
                                true,
                                SampleFiles.NOW.plus(Duration.ofHours(2))),
                        List.of("+352 4301 36100")),
                "\"2\"",
                LocalDate.of(2026, 11, 23),
                mayEdit,
                CLOSED,
                List.of(
                        new OfficeEntry(LocalDate.of(2027, 2, 1), later, SampleFiles.NOW, "L. B.", false),
                        new OfficeEntry(
                                LocalDate.EPOCH, now, SampleFiles.NOW.minus(Duration.ofDays(90)), "Guichet", true)));
    }

    private static Stream<OpeningSpan> mornings(String to) {
        return weekdays().map(day -> new OpeningSpan(day, LocalTime.of(9, 30), LocalTime.parse(to)));
    }

    private static Stream<OpeningSpan> afternoons() {
        return weekdays().map(day -> new OpeningSpan(day, LocalTime.of(14, 0), LocalTime.of(16, 0)));
    }

    private static Stream<DayOfWeek> weekdays() {
        return Stream.of(DayOfWeek.values()).limit(5);
    }
}
