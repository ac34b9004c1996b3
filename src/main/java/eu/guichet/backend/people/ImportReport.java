package eu.guichet.backend.people;

import java.util.List;

/**
 * What came of an import.
 *
 * @param imported whether the file was taken, or would be
 * @param added people who were not on file
 * @param changed people on file of whom something was new
 * @param unchanged people on file as in the file
 * @param damaged of all these, people whose e-mail or phone was at fault: it was not taken
 * @param leftOut rows at fault of which nothing was taken
 * @param faults in the order of the file, as many as were asked for
 * @param moreFaults whether there were more
 * @param brokenOff whether it was told to stop before its end; who was taken until then is in
 */
public record ImportReport(
        boolean imported,
        int added,
        int changed,
        int unchanged,
        int damaged,
        int leftOut,
        List<Fault> faults,
        boolean moreFaults,
        boolean brokenOff) {
    public ImportReport {
        faults = List.copyOf(faults);
    }

    /** The figures of both, with the faults of this one. */
    ImportReport plus(ImportReport other) {
        return new ImportReport(
                true,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                damaged + other.damaged,
                leftOut + other.leftOut,
                faults,
                moreFaults,
                brokenOff);
    }

    /** The same, before its end. */
    ImportReport stopped() {
        return new ImportReport(imported, added, changed, unchanged, damaged, leftOut, faults, moreFaults, true);
    }

    /**
     * Something wrong in the file.
     *
     * @param line as an editor counts, from 1
     * @param column its name in the header, or empty where the whole line or file is meant
     * @param sentence what is wrong, in the language asked for; never the value itself
     */
    public record Fault(long line, String column, String sentence) {}
}
