package eu.guichet.backend.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Channel;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class SimulatedPeopleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T11:00:00Z");
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void populate() {
        database = Stores.open(folder);
        assertThat(SimulatedPeople.populate(database, 500, Policy.standard(), NOW, SEED))
                .isEqualTo(500);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<Pensioner> everybody(Database database) {
        List<Pensioner> everybody = new ArrayList<>();
        database.execute(tx -> tx.pensioners().forEach(everybody::add));
        return everybody;
    }

    private Enrolment enrolment(Pensioner person) {
        return Enrolment.of(
                database.read((Tx tx) -> tx.events().history(person.id())),
                Set.of(Channel.EMAIL, Channel.SMS),
                Policy.standard(),
                NOW);
    }

    @Test
    void every_state_of_the_enrolment_is_met() {
        Set<EnrolmentState> states = EnumSet.noneOf(EnrolmentState.class);
        everybody(database).forEach(person -> states.add(enrolment(person).state()));
        assertThat(states).containsExactlyInAnyOrder(EnrolmentState.values());
    }

    @Test
    void every_end_of_a_letter_is_met() {
        Set<LetterState> states = EnumSet.noneOf(LetterState.class);
        everybody(database)
                .forEach(person -> enrolment(person).letters().forEach(letter -> states.add(letter.state())));
        assertThat(states).containsExactlyInAnyOrder(LetterState.values());
    }

    @Test
    void nothing_has_happened_yet_that_lies_ahead() {
        for (Pensioner person : everybody(database)) {
            List<Event> events =
                    database.read((Tx tx) -> tx.events().history(person.id())).events();
            assertThat(events).allSatisfy(event -> assertThat(event.at()).isBeforeOrEqualTo(NOW));
            assertThat(person.version()).isEqualTo(events.size());
        }
    }

    @Test
    void every_letter_of_a_history_is_on_file() {
        for (Pensioner person : everybody(database)) {
            List<String> told = database.read((Tx tx) -> tx.events().history(person.id()))
                    .all(Event.LetterGenerated.class)
                    .map(Event.LetterGenerated::letterId)
                    .toList();
            assertThat(database.read((Tx tx) -> tx.letters().of(person.id())))
                    .extracting(StoredLetter::id)
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void everybody_on_the_phone_has_a_number_that_could_exist() throws NumberParseException {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (Pensioner person : everybody(database)) {
            String phone = person.phone();
            if (phone != null) {
                assertThat(util.isValidNumber(util.parse(phone, "ZZ"))).isTrue();
            }
        }
    }

    @Test
    void annelise_mueller_waits_for_her_challenge_code() {
        Pensioner annelise = everybody(database).stream()
                .filter(person -> person.firstName().equals("Annelise")
                        && person.lastName().equals("Müller"))
                .filter(person -> person.birthDate().getYear() == 1944)
                .findFirst()
                .orElseThrow();
        assertThat(annelise.office()).isEqualTo(OfficeCode.LUX);
        assertThat(annelise.languages()).containsExactly("de", "fr");
        assertThat(enrolment(annelise).state()).isEqualTo(EnrolmentState.PHONE_PENDING);
    }

    @Test
    void the_same_seed_and_moment_make_the_same_people(@TempDir Path elsewhere) {
        try (Database again = Stores.open(elsewhere)) {
            SimulatedPeople.populate(again, 500, Policy.standard(), NOW, SEED);
            assertThat(everybody(again)).containsExactlyInAnyOrderElementsOf(everybody(database));
        }
    }

    @Test
    void a_store_with_people_in_it_is_left_alone() {
        assertThat(SimulatedPeople.populate(database, 10, Policy.standard(), NOW, SEED))
                .isZero();
        assertThat(everybody(database)).hasSize(500);
    }
}
