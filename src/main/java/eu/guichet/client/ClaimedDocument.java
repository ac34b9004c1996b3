package eu.guichet.client;

/**
 * A letter's sealed document. Its code is nowhere else.
 *
 * @param claim to be named when it is told what became of the print job
 * @param earlierSheet whether a sheet of an earlier claim may have come out, which is not valid
 * @param pdf not copied: whoever has it wipes it
 */
@SuppressWarnings("ArrayRecordComponent") // the only copy, so that wiping it wipes it
public record ClaimedDocument(String claim, boolean earlierSheet, byte[] pdf) {
    /** Never prints the document. */
    @Override
    public String toString() {
        return "ClaimedDocument[" + claim + "]";
    }
}
