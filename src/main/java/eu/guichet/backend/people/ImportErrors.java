package eu.guichet.backend.people;

import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what is wrong with a file, up to a number that somebody can still work through where nothing else is asked for. */
final class ImportErrors {
    private final TextBundle sentences;
    private final List<ImportReport.Fault> found = new ArrayList<>();
    private final int most;
    private boolean more;

    ImportErrors(Locale wanted) {
        this(wanted, PeopleImport.MOST_FAULTS);
    }

    /** @param most faults that are kept */
    ImportErrors(Locale wanted, int most) {
        this.most = most;
        this.sentences = TextBundle.of("eu.guichet.backend.people.import", Languages.agent(wanted));
    }

    void add(long line, Column column, String key, Object... namesAndValues) {
        add(line, column.title(), key, namesAndValues);
    }

    /** Of a whole line or file. */
    void add(long line, String key, Object... namesAndValues) {
        add(line, "", key, namesAndValues);
    }

    /** Why nothing can be read from this line on. */
    String from(long line, String key, Object... namesAndValues) {
        return sentences.get("file.from", "line", Long.toString(line), "why", sentences.get(key, namesAndValues));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Of a file of which nothing was taken yet. */
    ImportReport report(boolean imported, int leftOut) {
        return new ImportReport(imported, 0, 0, 0, 0, leftOut, found, more, false);
    }

    private void add(long line, String column, String key, Object[] namesAndValues) {
        if (found.size() < most) {
            found.add(new ImportReport.Fault(line, column, sentences.get(key, namesAndValues)));
        } else {
            more = true;
        }
    }
}
