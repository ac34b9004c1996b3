package eu.guichet.contract;

/**
 * What becomes of a note to an office.
 *
 * @param state taken or done by somebody of that office, or withdrawn by whoever left it
 */
public record OfficeNotePatch(OfficeNoteState state) {}
