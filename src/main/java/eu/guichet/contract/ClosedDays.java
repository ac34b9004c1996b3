package eu.guichet.contract;

import java.time.LocalDate;

/** Whole days in a row on which an office is closed, the last one among them. */
public record ClosedDays(LocalDate first, LocalDate last) {}
