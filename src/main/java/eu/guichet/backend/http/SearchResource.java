package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One box for everything. */
final class SearchResource {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_ROWS = 20;
    /** What a search costs is worked off by the processors; the rest of its time it waits for the store. */
    private static final int AT_ONCE = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PeopleSearch search;
    private final FileAssembler files;
    private final ReadFile reading;
    private final EnrolmentJournal journal;
    private final InstantSource clock;
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);

    SearchResource(Services rooms) {
        search = rooms.search();
        files = rooms.files();
        reading = rooms.acts().readFile();
        journal = rooms.journal();
        clock = rooms.clock();
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
        PeopleSearch.Found found =
                search.search(asked.query(), asked.rows(), call.principal().office());
        Map<String, Integer> namesakes = search.namesakes(found.ids());
        List<Row> rows = reading.search(call.principal(), tx -> rows(tx, found.ids()), List::size);
        Instant now = clock.instant();
        return new SearchResult(
                rows.stream()
                        .map(row -> files.row(
                                row.person(),
                                row.status(),
                                namesakes.getOrDefault(row.person().id(), 0),
                                call.language(),
                                now))
                        .toList(),
                found.more(),
                found.leftOut().isEmpty() ? null : found.leftOut());
    }

    private record Row(Pensioner person, EnrolmentStatus status) {}

    private List<Row> rows(Tx tx, List<String> ids) {
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = journal.statuses(tx, people.values());
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .flatMap(person ->
                        Optional.ofNullable(statuses.get(person.id())).map(status -> new Row(person, status)).stream())
                .toList();
    }
}
