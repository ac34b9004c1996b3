package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One box for everything. */
final class SearchResource {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_ROWS = 20;

    private final Database database;
    private final PeopleSearch search;
    private final FileAssembler files;
    private final ReadFile reading;
    private final EnrolmentJournal journal;
    private final InstantSource clock;

    SearchResource(Services rooms) {
        database = rooms.database();
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
                    .text("query", asked.query(), LONGEST_QUERY)
                    .range("limit", asked.rows(), 1, MOST_ROWS)
                    .none();
            PeopleSearch.Found found =
                    search.search(asked.query(), asked.rows(), call.principal().office());
            List<SearchRow> rows = database.read(tx -> rows(tx, found.ids(), call.language()));
            return Answer.ok(reading.search(
                    call.principal(),
                    _ -> new SearchResult(rows, found.more()),
                    result -> result.rows().size()));
        });
    }

    private List<SearchRow> rows(Tx tx, List<String> ids, Locale language) {
        Instant now = clock.instant();
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = journal.statuses(tx, people.values());
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .flatMap(person -> Optional.ofNullable(statuses.get(person.id()))
                        .map(status -> files.row(person, status, search.namesakes(tx, person.id()), language, now))
                        .stream())
                .toList();
    }
}
