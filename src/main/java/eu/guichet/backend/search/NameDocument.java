package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** A person as the index keeps one: the words she can be looked for by, and what rows are compared by. */
final class NameDocument {
    static final String ID = "id";
    /** Words of the last name. */
    static final String LAST = "last";
    /** Words of both names. */
    static final String NAME = "name";
    /** Both names run together, in either order. */
    static final String WHOLE = "whole";
    /** The first letters of both names, each behind its {@link #OF_FIRST} or {@link #OF_LAST}. */
    static final String INITIAL = "initial";

    static final String OF_FIRST = "1";
    static final String OF_LAST = "2";
    /** How the words sound. */
    static final String SOUND = "sound";
    /** Town and postcode of the address. */
    static final String TOWN = "town";

    static final String BORN = "born";
    static final String OFFICE = "office";
    /** How the whole name sounds, and the year of birth: equal for namesakes. */
    static final String HEARD_WHOLE = "heard";

    static final String ROW = "row";
    static final String SEPARATOR = "\0";
    /** The last part of a row of somebody whose enrolment is at its end. */
    static final String FINISHED = "finished";

    private NameDocument() {}

    static Document of(NamedPerson person) {
        Set<String> last = NameWords.indexed(person.lastName());
        String birthName = person.birthName();
        if (birthName != null) {
            last.addAll(NameWords.indexed(birthName));
        }
        Set<String> first = NameWords.indexed(person.firstName());
        Set<String> both = new LinkedHashSet<>(last);
        both.addAll(first);
        String heard = Long.toHexString(Hearing.key(person.lastName(), person.firstName(), person.birthYear()));
        Document document = new Document();
        document.add(new StringField(ID, person.id(), Field.Store.NO));
        add(document, LAST, last);
        add(document, NAME, both);
        add(document, WHOLE, Spelling.of(person.lastName() + person.firstName()));
        add(document, WHOLE, Spelling.of(person.firstName() + person.lastName()));
        if (birthName != null) {
            add(document, WHOLE, Spelling.of(birthName + person.firstName()));
            add(document, WHOLE, Spelling.of(person.firstName() + birthName));
        }
        Set<String> initials = new LinkedHashSet<>();
        first.forEach(word -> initials.add(OF_FIRST + word.charAt(0)));
        last.forEach(word -> initials.add(OF_LAST + word.charAt(0)));
        add(document, INITIAL, initials);
        Set<String> sounds = new LinkedHashSet<>();
        both.forEach(word -> sounds.addAll(Sound.of(word)));
        add(document, SOUND, sounds);
        Set<String> town = NameWords.indexed(person.town());
        town.addAll(NameWords.indexed(person.postcode()));
        add(document, TOWN, town);
        document.add(new StringField(BORN, String.valueOf(person.birthYear()), Field.Store.NO));
        document.add(new StringField(OFFICE, person.office().name(), Field.Store.NO));
        document.add(new StringField(HEARD_WHOLE, heard, Field.Store.NO));
        document.add(new BinaryDocValuesField(
                ROW,
                new BytesRef(String.join(
                        SEPARATOR,
                        person.id(),
                        heard,
                        person.office().name(),
                        (person.lastName() + " " + person.firstName()).toLowerCase(Locale.ROOT),
                        String.join(" ", last),
                        String.join(" ", first),
                        person.finished() ? FINISHED : ""))));
        return document;
    }

    private static void add(Document document, String field, Set<String> words) {
        words.forEach(word -> document.add(new StringField(field, word, Field.Store.NO)));
    }
}
