package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.Role;
import eu.guichet.contract.TransferReason;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where offices are kept apart, what waits about somebody waits at the office that is competent. */
@OnBothStores
class MovedToAnotherOfficeTest {
    /** More than are derived in one transaction. */
    private static final int MANY = 130;

    /** Those that are read by where somebody belongs, and kept nowhere else. */
    private static final Set<String> GOING = Set.of("callbacks", "handed-to-office");

    @TempDir
    private Path folder;

    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final LiveHub live = new LiveHub(clock);
    private final EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), clock, live);
    private final List<LiveEvent> toldWhereSheWas = new ArrayList<>();
    private final List<LiveEvent> toldWhereSheIs = new ArrayList<>();
    private final List<LiveEvent> toldElsewhere = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        live.subscribe(agent("a1", OfficeCode.LUX), toldWhereSheWas::add);
        live.subscribe(agent("a2", OfficeCode.BRU), toldWhereSheIs::add);
        live.subscribe(agent("a3", OfficeCode.ISP), toldElsewhere::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Principal agent(String id, OfficeCode office) {
        return new Principal(id, "M. D.", Role.AGENT, office);
    }

    private static String id(int number) {
        return "p" + number;
    }

    /** Known people of Luxembourg, of whom nothing is due. */
    private void known(int people) {
        database.execute(tx -> {
            for (int i = 0; i < people; i++) {
                tx.pensioners().add(Stores.somebody(id(i)));
                journal.append(tx, id(i), new Event.AccountRequested(now.minus(Duration.ofMinutes(1))));
            }
        });
    }

    private void owed(int person) {
        database.execute(tx -> {
            tx.callbacks()
                    .add(new StoredCallback(
                            "c" + person,
                            id(person),
                            OfficeCode.LUX,
                            "a1",
                            "M. D.",
                            CallbackBy.OFFICE,
                            "",
                            now,
                            now.plus(Duration.ofHours(2)),
                            CallbackState.OPEN,
                            null,
                            null,
                            null));
            tx.officeNotes()
                    .add(new StoredOfficeNote(
                            "n" + person,
                            id(person),
                            OfficeCode.ISP,
                            OfficeCode.LUX,
                            "a3",
                            "G. R.",
                            "She was here.",
                            now,
                            OfficeNoteState.OPEN,
                            null,
                            null,
                            null));
        });
        forgetLists();
    }

    private void forgetLists() {
        live.tellLists();
        toldWhereSheWas.clear();
        toldWhereSheIs.clear();
        toldElsewhere.clear();
    }

    private Pensioner person(Tx tx, int number) {
        return tx.pensioners().find(id(number)).orElseThrow();
    }

    private static Pensioner inRegisterOf(Pensioner before, OfficeCode office) {
        return new Pensioner(
                before.id(),
                before.pensionNumber(),
                before.lastName(),
                before.firstName(),
                before.birthDate(),
                office,
                before.languages(),
                before.address(),
                before.email(),
                before.phone(),
                before.version());
    }

    /** As another program does it. */
    private void imported(int people) {
        database.execute(tx -> {
            try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), now)) {
                IntStream.range(0, people)
                        .mapToObj(i -> person(tx, i))
                        .forEach(before -> bulk.change(before, inRegisterOf(before, OfficeCode.BRU)));
            }
        });
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, clock);
        while (upkeep.round()) {
            assertThat(toldWhereSheWas).isEmpty();
        }
        live.tellLists();
    }

    @Test
    void an_import_that_gives_her_to_another_office_tells_both_that_what_waits_is_in_other_lists() {
        known(2);
        owed(0);
        imported(2);
        assertThat(toldWhereSheWas).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
        assertThat(toldWhereSheIs).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
        assertThat(toldElsewhere).isEmpty();
    }

    @Test
    void a_transfer_tells_them_as_well() {
        known(1);
        owed(0);
        database.execute(tx -> {
            tx.pensioners().change(person(tx, 0).transferredTo(OfficeCode.BRU));
            journal.append(
                    tx,
                    id(0),
                    new Event.CompetenceTransferred(
                            now, OfficeCode.LUX, OfficeCode.BRU, TransferReason.OTHER, "She lives there.", "A. K."));
        });
        live.tellLists();
        assertThat(toldWhereSheWas).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
        assertThat(toldWhereSheIs).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
    }

    @Test
    void however_many_are_imported_each_desk_hears_of_it_once() {
        known(MANY);
        IntStream.range(0, MANY).forEach(this::owed);
        imported(MANY);
        assertThat(toldWhereSheWas).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
        assertThat(toldWhereSheIs).satisfiesExactly(MovedToAnotherOfficeTest::bothLists);
    }

    @Test
    void of_those_about_whom_nothing_waits_no_desk_hears() {
        known(2);
        forgetLists();
        imported(2);
        assertThat(Stream.concat(toldWhereSheWas.stream(), toldWhereSheIs.stream()))
                .noneMatch(event -> lists(event).stream().anyMatch(GOING::contains));
    }

    private static void bothLists(LiveEvent event) {
        assertThat(lists(event)).containsAll(GOING);
    }

    private static List<String> lists(LiveEvent event) {
        return ((LiveEvent.WorklistsChanged) event).lists();
    }
}
