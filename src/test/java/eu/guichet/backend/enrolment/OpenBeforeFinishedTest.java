package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two who fit alike, the one whose enrolment is open is the likelier caller. */
@OnBothStores
class OpenBeforeFinishedTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), clock, new LiveHub(clock));
    private Database database;
    private PeopleSearch search;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        search = new PeopleSearch(database, clock);
        database.execute(tx -> List.of("first", "second", "third")
                .forEach(id -> tx.pensioners().add(Stores.somebody(id, "Müller", "Annelise", null, null))));
    }

    @AfterEach
    void close() {
        search.close();
        database.close();
    }

    private List<String> found() {
        return search.search("muller annelise", 20, OfficeCode.LUX).ids();
    }

    private EnrolmentState state(String id) {
        return database.read((Tx tx) -> tx.statuses().find(id)).orElseThrow().state();
    }

    @Test
    void whoever_is_finished_comes_after_those_who_are_not_as_soon_as_that_is_known() {
        assertThat(found()).containsExactly("first", "second", "third");
        database.execute(tx -> journal.append(tx, "first", new Event.Confirmed(now, "letter")));
        assertThat(state("first")).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(found()).containsExactly("first", "second", "third");

        now = now.plus(Duration.ofDays(2));
        new StatusUpkeep(database, journal, clock).round();
        assertThat(state("first")).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(found()).containsExactly("second", "third", "first");
    }

    @Test
    void it_is_known_too_of_whoever_was_finished_before_the_search_began() {
        database.execute(tx -> {
            journal.append(tx, "second", new Event.Confirmed(now.minus(Duration.ofDays(9)), "letter"));
        });
        try (PeopleSearch later = new PeopleSearch(database, clock)) {
            assertThat(later.search("muller annelise", 20, OfficeCode.LUX).ids())
                    .containsExactly("first", "third", "second");
        }
    }
}
