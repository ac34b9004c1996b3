package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import java.time.Duration;
import java.util.List;

/** One box for everything. */
final class SearchResource {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_ROWS = 20;
    /** What a search costs is worked off by the processors; the rest of its time it waits for the store. */
    private static final int AT_ONCE = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PeopleSearch search;
    private final ReadFile reading;
    private final SearchRows result;
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);

    SearchResource(Services rooms) {
        search = rooms.search();
        reading = rooms.acts().readFile();
        result = new SearchRows(rooms);
    }

    Route search() {
        return Route.post("/v1/search", Permission.SEARCH, call -> {
                    SearchRequest asked = call.body(SearchRequest.class);
                    new Violations()
                            .pasted("query", asked.query(), LONGEST_QUERY)
                            .range("limit", asked.rows(), 1, MOST_ROWS)
                            .none();
                    return Answer.ok(turns.taken(() -> result(call, asked)));
                })
                .counted(Limit.SEARCHES);
    }

    private SearchResult result(Request call, SearchRequest asked) {
        return result.of(
                search.search(asked.query(), asked.rows(), call.principal().office()),
                ids -> reading.search(call.principal(), tx -> result.rows(tx, ids), List::size),
                call.language());
    }
}
