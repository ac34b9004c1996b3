package eu.guichet.contract;

/** What has become of a note to an office. */
public enum OfficeNoteState {
    /** It waits in the office's list. */
    OPEN,
    /** Somebody there sees to it. */
    TAKEN,
    /** It was seen to. */
    DONE,
    /** Whoever left it took it back. */
    WITHDRAWN;

    /** Whether it stands in the list. */
    public boolean waits() {
        return this == OPEN || this == TAKEN;
    }
}
