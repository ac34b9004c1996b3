package eu.guichet.backend.http;

import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.SearchResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whoever was found, as rows for an agent. */
final class SearchRows {
    private final FileAssembler files;
    private final EnrolmentJournal journal;
    private final InstantSource clock;

    SearchRows(Services rooms) {
        files = rooms.files();
        journal = rooms.journal();
        clock = rooms.clock();
    }

    /** What a row is made of. */
    record Row(Pensioner person, EnrolmentStatus status) {}

    /** @param reading looks those with these ids up, by {@link #rows} */
    SearchResult of(PeopleSearch.Found found, Function<List<String>, List<Row>> reading, Locale language) {
        List<Row> rows = reading.apply(found.ids());
        Instant now = clock.instant();
        return new SearchResult(
                rows.stream()
                        .map(row -> files.row(
                                row.person(),
                                row.status(),
                                found.namesakes().getOrDefault(row.person().id(), 0),
                                found.why().of(row.person()),
                                language,
                                now))
                        .toList(),
                found.more(),
                found.leftOut().isEmpty() ? null : found.leftOut());
    }

    /** In the order of these ids; whoever is not on file any more is left out. */
    List<Row> rows(Tx tx, List<String> ids) {
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
