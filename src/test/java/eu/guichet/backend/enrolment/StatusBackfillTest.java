package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.process.History;
import eu.guichet.process.Policy;
import eu.guichet.process.Situation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was worked on before it was kept where everybody stands. */
@OnBothStores
class StatusBackfillTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    /** More than are done at once. */
    private static final int PEOPLE = 330;

    private static final List<String> WENT = List.of(
            "account-requested", "password-set", "phone-added", "phone-confirmed", "access-requested", "confirmed");

    @TempDir
    Path folder;

    private final StatusDeriver deriver = new StatusDeriver(Policy.standard());
    private final EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), CLOCK, new LiveHub(CLOCK));
    private Database database;

    @BeforeEach
    void open() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int events = i % (WENT.size() + 1);
            rows.add("INSERT INTO pensioner (id, pension_number, last_name, first_name, birth_date, office, languages,"
                    + " street, postcode, city, country, email, version, people_stamp) VALUES ('p" + i + "', '" + i
                    + "', 'Müller', 'Anne', '1944-03-12', 'LUX', 'de', 'rue', '1234', 'Luxembourg', 'LU',"
                    + " 'anne@example.org', " + events + ", 1)");
            for (int position = 1; position <= events; position++) {
                rows.add(event("p" + i, position, NOW.minusSeconds(100L * i + 60L * (events - position))));
            }
        }
        database = Database.open(Stores.left(folder, "1", rows.toArray(String[]::new)));
    }

    private static String event(String person, int position, Instant at) {
        String type = WENT.get(position - 1);
        String letter = type.equals("confirmed") ? ",\"letterId\":\"l1\"" : "";
        return "INSERT INTO event (pensioner_id, position, occurred_at, payload) VALUES ('" + person + "', " + position
                + ", " + at.toEpochMilli() + ", '{\"type\":\"" + type + "\",\"at\":\"" + at + "\"" + letter + "}')";
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Pensioner> people() {
        List<Pensioner> people = new ArrayList<>();
        database.read(tx -> {
            tx.pensioners().forEach(people::add);
            return people;
        });
        return people;
    }

    private Map<String, EnrolmentStatus> derived() {
        List<Pensioner> people = people();
        Map<String, History> histories = database.read((Tx tx) ->
                tx.events().histories(people.stream().map(Pensioner::id).toList()));
        return people.stream()
                .map(person -> deriver.derive(
                        person, person.version(), histories.getOrDefault(person.id(), History.EMPTY), NOW))
                .collect(Collectors.toMap(EnrolmentStatus::pensionerId, Function.identity()));
    }

    private Map<String, EnrolmentStatus> kept() {
        List<String> ids = people().stream().map(Pensioner::id).toList();
        return database.read((Tx tx) -> tx.statuses().find(ids));
    }

    @Test
    void everybody_is_given_a_row_in_short_transactions_that_together_end() {
        assertThat(kept()).isEmpty();
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, CLOCK);
        int rounds = 1;
        while (upkeep.round()) {
            rounds++;
        }
        assertThat(rounds).isEqualTo(4);
        assertThat(kept()).hasSize(PEOPLE).isEqualTo(derived());
        assertThat(kept().values().stream().map(EnrolmentStatus::situation))
                .contains(
                        Situation.NOT_STARTED, Situation.PASSWORD_SET, Situation.ACCESS_REQUESTED, Situation.CONFIRMED);
    }

    @Test
    void where_it_takes_long_each_transaction_is_of_one_person_and_all_are_given_a_row() {
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, CLOCK, Duration.ZERO);
        assertThat(upkeep.round()).isTrue();
        assertThat(kept()).hasSize(1);
        int rounds = 1;
        while (upkeep.round()) {
            rounds++;
        }
        assertThat(rounds).isGreaterThanOrEqualTo(PEOPLE - 1);
        assertThat(kept()).hasSize(PEOPLE).isEqualTo(derived());
    }

    @Test
    void until_then_a_list_says_of_everybody_what_the_history_says() {
        assertThat(database.read((Tx tx) -> journal.statuses(tx, people()))).isEqualTo(derived());
    }

    @Test
    void a_row_that_is_made_in_the_meantime_is_not_made_again() {
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, CLOCK);
        assertThat(upkeep.round()).isTrue();
        database.execute(tx -> tx.pensioners().add(Stores.somebody("new")));
        while (upkeep.round()) {
            assertThat(kept()).hasSizeLessThanOrEqualTo(PEOPLE + 1);
        }
        assertThat(kept()).hasSize(PEOPLE + 1).isEqualTo(derived());
    }
}
