package eu.guichet.backend.people;

import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what is wrong with a file, up to a number that somebody can still work through. */
final class ImportErrors {
    private final TextBundle sentences;
    private final List<ImportReport.Fault> found = new ArrayList<>();
    private boolean more;

    ImportErrors(Locale wanted) {
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

    ImportReport report() {
        return new ImportReport(0, 0, 0, found, more);
    }

    private void add(long line, String column, String key, Object[] namesAndValues) {
        if (found.size() < PeopleImport.MOST_FAULTS) {
            found.add(new ImportReport.Fault(line, column, sentences.get(key, namesAndValues)));
        } else {
            more = true;
        }
    }
}
