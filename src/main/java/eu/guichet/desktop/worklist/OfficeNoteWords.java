package eu.guichet.desktop.worklist;

import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.Objects;

/** What the list of notes to an office shows of one; empty for a row of another list. */
final class OfficeNoteWords {
    private OfficeNoteWords() {}

    static String note(WorklistRow row) {
        OfficeNote note = row.note();
        return note == null ? "" : note.note();
    }

    static String by(Texts texts, WorklistRow row) {
        OfficeNote note = row.note();
        return note == null ? "" : note.by() + ", " + texts.get("office." + Keys.kebab(note.from()));
    }

    /** By whom, from where, and to which office. */
    static String byAndTo(Texts texts, WorklistRow row) {
        OfficeNote note = row.note();
        return note == null ? "" : by(texts, row) + " → " + texts.get("office." + Keys.kebab(note.to()));
    }

    /** Who has taken it, or else who has the file open. */
    static String atWork(WorklistRow row) {
        OfficeNote note = row.note();
        String takenBy = note == null ? null : note.takenBy();
        return Objects.requireNonNullElse(takenBy == null ? row.atWork() : takenBy, "");
    }
}
