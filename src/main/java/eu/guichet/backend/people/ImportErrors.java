package eu.guichet.backend.people;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Gathers what is wrong with a file, up to a number that somebody can still work through. */
final class ImportErrors {
    private final Locale locale;
    private final ResourceBundle sentences;
    private final List<ImportReport.Fault> found = new ArrayList<>();
    private boolean more;

    ImportErrors(Locale wanted) {
        this.locale = wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        this.sentences =
                ResourceBundle.getBundle("eu.guichet.backend.people.import", locale, ImportErrors.class.getModule());
    }

    void add(long line, Column column, String key, Object... details) {
        add(line, column.title(), key, details);
    }

    /** Of a whole line or file. */
    void add(long line, String key, Object... details) {
        add(line, "", key, details);
    }

    boolean none() {
        return found.isEmpty();
    }

    ImportReport report() {
        return new ImportReport(0, 0, 0, found, more);
    }

    private void add(long line, String column, String key, Object[] details) {
        if (found.size() < PeopleImport.MOST_FAULTS) {
            String sentence = new MessageFormat(sentences.getString(key), locale).format(details);
            found.add(new ImportReport.Fault(line, column, sentence));
        } else {
            more = true;
        }
    }
}
