package eu.guichet.contract;

/**
 * A note to leave for an office.
 *
 * @param to another than the caller's
 * @param note never a code
 */
public record OfficeNoteRequest(OfficeCode to, String note) {
    public static final int LONGEST_NOTE = 500;
}
