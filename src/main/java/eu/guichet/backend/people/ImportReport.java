package eu.guichet.backend.people;

import java.util.List;

/**
 * What came of an import. With a fault nothing was imported at all.
 *
 * @param added people who were not on file
 * @param changed people on file of whom something was new
 * @param unchanged people on file as in the file
 * @param faults in the order of the file, at most {@value PeopleImport#MOST_FAULTS}
 * @param moreFaults whether there were more
 */
public record ImportReport(int added, int changed, int unchanged, List<Fault> faults, boolean moreFaults) {
    public ImportReport {
        faults = List.copyOf(faults);
    }

    public boolean imported() {
        return faults.isEmpty();
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
