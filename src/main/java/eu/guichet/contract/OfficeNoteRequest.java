package eu.guichet.contract;

import eu.guichet.typed.Typed;

/**
 * A note to leave for an office.
 *
 * @param to another than the caller's
 * @param note never a code
 */
public record OfficeNoteRequest(OfficeCode to, String note) {
    public static final int LONGEST_NOTE = 500;

    public OfficeNoteRequest {
        if (note != null) {
            note = Typed.words(note);
        }
    }
}
