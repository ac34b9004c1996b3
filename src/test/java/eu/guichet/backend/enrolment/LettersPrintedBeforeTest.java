package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class LettersPrintedBeforeTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void a_store_of_the_version_before_with_letters_of_every_kind() {
        String url = Stores.left(
                folder,
                "1",
                person("p1"),
                person("p2"),
                event("p1", 1, "access-requested", MONDAY, ""),
                generated("p1", 2, MONDAY, "posted"),
                event(
                        "p1",
                        3,
                        "letter-posted",
                        TUESDAY,
                        ",\"letterId\":\"posted\",\"itemNumber\":\"RR473124829LU\",\"on\":\"2026-03-03\""),
                letter("p1", "posted", MONDAY, MONDAY.plusSeconds(60), "'RR473124829LU'"),
                event("p2", 1, "access-requested", MONDAY, ""),
                generated("p2", 2, MONDAY, "never-printed"),
                generated("p2", 3, TUESDAY, "printed"),
                generated("p2", 4, WEDNESDAY, "fresh"),
                letter("p2", "never-printed", MONDAY, TUESDAY, "NULL"),
                letter("p2", "printed", TUESDAY, TUESDAY.plusSeconds(60), "'RR123456785LU'"),
                letter("p2", "fresh", WEDNESDAY, null, "NULL"));
        database = Database.open(url);
        InstantSource clock = () -> WEDNESDAY;
        LiveHub live = new LiveHub(clock);
        new StatusUpkeep(database, new EnrolmentJournal(Policy.standard(), clock, live), clock).round();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String person(String id) {
        return "INSERT INTO pensioner (id, pension_number, last_name, first_name, birth_date, office, languages, street,"
                + " postcode, city, country, version, people_stamp) VALUES ('" + id + "', 'n-" + id
                + "', 'Müller', 'Anne', '1944-03-12', 'LUX', 'de', 'rue', '1234', 'Luxembourg', 'LU', 4, 1)";
    }

    private static String event(String person, int position, String type, Instant at, String more) {
        return "INSERT INTO event (pensioner_id, position, occurred_at, payload) VALUES ('" + person + "', " + position
                + ", " + at.toEpochMilli() + ", '{\"type\":\"" + type + "\",\"at\":\"" + at + "\"" + more + "}')";
    }

    private static String generated(String person, int position, Instant at, String id) {
        return event(
                person,
                position,
                "letter-generated",
                at,
                ",\"letterId\":\"" + id + "\",\"reference\":\"G-" + id + "\",\"by\":\"M. D.\"");
    }

    private static String letter(String person, String id, Instant at, @Nullable Instant fetchedAt, String item) {
        return "INSERT INTO letter (id, pensioner_id, reference, generated_by, generated_at, fetched_at, item_number)"
                + " VALUES ('" + id + "', '" + person + "', 'G-" + id + "', 'a1', " + at.toEpochMilli() + ", "
                + (fetchedAt == null ? "NULL" : fetchedAt.toEpochMilli()) + ", " + item + ")";
    }

    private StoredLetter letter(String id) {
        return database.read((Tx tx) -> tx.letters().find(id)).orElseThrow();
    }

    private History history(String person) {
        return database.read((Tx tx) -> tx.events().history(person));
    }

    @Test
    void a_letter_fetched_before_counts_as_printed_by_whoever_generated_it() {
        StoredLetter letter = letter("posted");
        assertThat(letter.printed())
                .isEqualTo(new StoredLetter.Printed(MONDAY.plusSeconds(60), new StoredLetter.Person("a1", "M. D.")));
        assertThat(history("p1").all(Event.LetterPrinted.class))
                .containsExactly(new Event.LetterPrinted(MONDAY.plusSeconds(60), "posted", "M. D."));
        assertThat(database.read((Tx tx) -> tx.pensioners().version("p1"))).contains(5L);
    }

    @Test
    void a_letter_that_a_newer_one_replaced_before_it_was_fetched_was_never_printed() {
        assertThat(letter("never-printed").printed()).isNull();
        assertThat(letter("fresh").printed()).isNull();
        assertThat(history("p2").all(Event.LetterPrinted.class).map(Event.LetterPrinted::letterId))
                .containsExactly("printed");
    }

    @Test
    void every_letter_belongs_to_the_letter_desk_of_its_persons_office_and_has_a_code() {
        for (String id : List.of("posted", "never-printed", "printed", "fresh")) {
            assertThat(letter(id).office()).isEqualTo(OfficeCode.LUX);
            assertThat(letter(id).kind()).isEqualTo(LetterKind.CODE);
        }
    }

    @Test
    void a_number_that_was_known_before_the_posting_stands_on_the_paper() {
        assertThat(letter("printed").label()).isEqualTo("RR123456785LU");
        assertThat(letter("posted").label()).isNull();
        assertThat(letter("posted").itemNumber()).isEqualTo("RR473124829LU");
    }

    @Test
    void what_became_of_each_is_kept_beside_it() {
        assertThat(letter("posted").standing())
                .isEqualTo(new StoredLetter.Standing(
                        LetterState.POSTED, LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 19), null, null, null));
        assertThat(letter("printed").standing().state()).isEqualTo(LetterState.SUPERSEDED);
        assertThat(letter("fresh").standing().state()).isEqualTo(LetterState.GENERATED);
    }
}
