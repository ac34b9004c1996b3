package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * From when until when a counter or a phone line is open on a day of the week, local to the office.
 *
 * @param to the first minute at which it is closed again
 */
public record OpeningSpan(
        DayOfWeek day,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {}
