package eu.guichet.backend.store;

import eu.guichet.process.DatedOffice;
import java.time.Instant;

/** What was written down of an office, as it is kept. Moments are kept to the millisecond. */
public record StoredOfficeEntry(DatedOffice.Entry entry, Instant writtenAt, String writtenBy, String writtenByName) {}
