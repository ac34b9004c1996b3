package eu.guichet.contract;

import java.time.LocalDate;

/**
 * What is to hold of an office.
 *
 * @param from the day at the office from which it does: today or later
 */
public record OfficeEntryRequest(LocalDate from, OfficeData data) {}
