package eu.guichet.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of an office.
 *
 * @param from the day at the office from which it holds
 * @param by name of who wrote it; null for a program, which is told no colleague
 * @param inForce whether it holds now
 */
public record OfficeEntry(
        LocalDate from,
        OfficeData data,
        Instant writtenAt,
        @Nullable String by,
        boolean inForce) {}
