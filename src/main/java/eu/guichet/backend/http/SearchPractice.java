package eu.guichet.backend.http;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.ContractJson;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Searches as an agent does, up to the text of the answer, which nobody sees: what is loaded and compiled then, the first agents
 * need not wait for. Now and then it makes the file as well. It leaves no audit row, since nobody has seen anybody.
 */
public final class SearchPractice implements Consumer<Pensioner> {
    private static final int MOST = 20;
    /** A file costs more than a search, and is soon practised. */
    private static final int FILE_EVERY = 5;

    private final Services rooms;
    private final SearchRows result;
    private final FilePractice files;
    private int searches;

    public SearchPractice(Services rooms) {
        this.rooms = rooms;
        this.result = new SearchRows(rooms);
        this.files = new FilePractice(rooms.database(), rooms.files(), rooms.clock());
    }

    /** Looks for this person by name. */
    @Override
    public void accept(Pensioner person) {
        Database database = rooms.database();
        var found = rooms.search().search(person.lastName() + " " + person.firstName(), MOST, person.office());
        var shown = result.of(found, ids -> database.read(tx -> result.rows(tx, ids)), Locale.FRENCH);
        var _ = ContractJson.mapper().writeValueAsString(shown);
        searches++;
        if (searches % FILE_EVERY == 0) {
            var _ = files.of(person);
        }
    }
}
