package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one office has left for another about somebody: it waits in the other one's list.
 *
 * @param id opaque, safe in a URL
 * @param from where it was left
 * @param to in whose list it waits
 * @param note in the words of whoever left it
 * @param by name of whoever left it
 * @param takenBy name of whoever sees to it; null while nobody does
 * @param mine whether the calling agent left it
 * @param forCaller whether it is for an office for which the calling agent acts
 */
public record OfficeNote(
        String id,
        String pensionerId,
        OfficeCode from,
        OfficeCode to,
        String note,
        String by,
        Instant writtenAt,
        OfficeNoteState state,
        @Nullable String takenBy,
        boolean mine,
        boolean forCaller) {}
