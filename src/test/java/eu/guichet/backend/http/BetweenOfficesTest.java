package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Me;
import eu.guichet.contract.Notice;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/access.md} says of notes, transfers and the offices themselves, cell by cell. */
@OnBothStores
class BetweenOfficesTest {
    private static final OfficeCode LUX = OfficeCode.LUX;
    private static final OfficeCode BRU = OfficeCode.BRU;
    private static final OfficeCode ISP = OfficeCode.ISP;

    /** In the order of the page's columns. */
    private static final List<List<OfficeCode>> SEATS =
            List.of(List.of(LUX), List.of(BRU, LUX), List.of(BRU), List.of(BRU));

    private static final int KEPT_APART = 3;

    @TempDir
    Path folder;

    private Desks desks;

    @BeforeEach
    void start() throws IOException {
        desks = new Desks(folder);
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    private record Cell(Caller caller, String person) {}

    private interface Deed {
        String in(Cell cell);
    }

    @Test
    void every_cell_of_the_page_is_so() {
        Map<String, Deed> deeds = Map.of(
                "leave a note for the office that is competent", cell -> Deeds.word(leave(cell, LUX)),
                "leave a note for an office that is not", cell -> Deeds.word(leave(cell, ISP)),
                "see a note among those that wait", this::listed,
                "see to a note", cell -> change(cell, left(cell.person), "DONE"),
                "withdraw a colleague's note", cell -> change(cell, left(cell.person), "WITHDRAWN"),
                "transfer the competence", BetweenOfficesTest::transfer,
                "write down the hours of Luxembourg", BetweenOfficesTest::edit);
        List<AccessPage.Line> table = AccessPage.below("Between offices");
        assertThat(table).extracting(AccessPage.Line::what).containsExactlyInAnyOrderElementsOf(deeds.keySet());
        List<String> otherwise = new ArrayList<>();
        for (AccessPage.Line line : table) {
            for (Role role : line.by()) {
                for (int seat = 0; seat < SEATS.size(); seat++) {
                    Desks.Who who = desks.somebody(role, SEATS.get(seat).toArray(OfficeCode[]::new));
                    Cell cell = new Cell(desks.at(who, seat == KEPT_APART), desks.person());
                    String answer =
                            Objects.requireNonNull(deeds.get(line.what())).in(cell);
                    String expected = line.cells().get(seat + 1);
                    if (!answer.equals(expected)) {
                        otherwise.add(line.what() + ", " + role + ", " + seat + ": " + answer);
                    }
                }
            }
        }
        assertThat(otherwise).isEmpty();
    }

    @Test
    void a_colleague_is_named_to_people_and_not_to_programs() {
        Caller supervisor = desks.at(desks.somebody(Role.SUPERVISOR, LUX), false);
        Caller own = desks.at(desks.somebody(Role.SUPERVISOR, LUX), false);
        String author = supervisor.get("/v1/me").as(Me.class).name();
        String ender = own.get("/v1/me").as(Me.class).name();
        assertThat(edit(new Cell(supervisor, ""))).isEqualTo(Deeds.YES);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        String id = supervisor
                .post(
                        "/v1/notices",
                        "{\"topic\":\"POST\",\"texts\":{\"fr\":\"Grève\"},\"since\":\"" + now + "\",\"until\":\""
                                + now.plus(Duration.ofHours(3)) + "\",\"closesResends\":false}",
                        "Idempotency-Key",
                        Steps.key())
                .as(Notice.class)
                .id();
        assertThat(Deeds.word(own.post("/v1/notices/" + id + "/end", ""))).isEqualTo(Deeds.YES);
        Map<String, Function<Caller, String>> looks = Map.of(
                "who wrote down an office’s hours",
                caller ->
                        Deeds.shown(caller.get("/v1/offices/LUX").body().utf8().contains('"' + author + '"')),
                "who wrote a notice, and who ended it",
                caller -> {
                    String notices = caller.get("/v1/notices?over=true").body().utf8();
                    assertThat(notices).contains(id);
                    assertThat(notices.contains('"' + author + '"')).isEqualTo(notices.contains('"' + ender + '"'));
                    return Deeds.shown(notices.contains('"' + author + '"'));
                });
        List<AccessPage.Line> table = AccessPage.below("What is shown of a colleague");
        assertThat(table).extracting(AccessPage.Line::what).containsAll(looks.keySet());
        for (AccessPage.Line line : table) {
            for (Role role : line.by()) {
                Caller caller = desks.at(desks.somebody(role, LUX), false);
                assertThat(Objects.requireNonNull(looks.get(line.what())).apply(caller))
                        .as("%s, %s", line.what(), role)
                        .isEqualTo(line.cells().get(1));
            }
        }
    }

    @Test
    void where_offices_are_kept_apart_a_note_goes_with_the_person_to_the_office_that_is_competent() {
        String person = desks.person();
        Caller luxembourg = desks.at(desks.somebody(Role.AGENT, LUX), true);
        Caller brussels = desks.at(desks.somebody(Role.AGENT, BRU), true);
        Caller ispra = desks.at(desks.somebody(Role.AGENT, ISP), false);
        OfficeNote note = leave(new Cell(ispra, person), LUX).as(OfficeNote.class);
        assertThat(change(new Cell(luxembourg, person), note, "TAKEN")).isEqualTo(Deeds.YES);
        assertThat(waiting(luxembourg, note)).isPresent();
        int before = count(brussels);
        Caller supervisor = desks.at(desks.somebody(Role.SUPERVISOR, LUX), true);
        assertThat(transfer(new Cell(supervisor, person), BRU)).isEqualTo(Deeds.YES);
        assertThat(waiting(luxembourg, note)).isEmpty();
        assertThat(count(brussels)).isEqualTo(before + 1);
        assertThat(waiting(brussels, note)).hasValueSatisfying(seen -> {
            assertThat(seen.forCaller()).isTrue();
            assertThat(seen.to()).isEqualTo(BRU);
            assertThat(seen.takenBy())
                    .as("a colleague elsewhere opens the file no more")
                    .isNull();
        });
        Caller open = desks.at(desks.somebody(Role.AGENT, LUX), false);
        assertThat(waiting(open, note))
                .as("where offices are not kept apart it stays for whom it was left")
                .isPresent();
        PensionerFile file = brussels.get(
                        "/v1/pensioners/" + person, Contact.HEADER, contact(new Cell(brussels, person)))
                .as(PensionerFile.class);
        assertThat(file.officeNotes())
                .singleElement()
                .satisfies(seen -> assertThat(seen.forCaller()).isTrue());
        assertThat(change(new Cell(brussels, person), note, "TAKEN")).isEqualTo(Deeds.YES);
        assertThat(waiting(brussels, note))
                .hasValueSatisfying(seen -> assertThat(seen.takenBy()).isNotNull());
        assertThat(change(new Cell(brussels, person), note, "DONE")).isEqualTo(Deeds.YES);
        assertThat(waiting(brussels, note)).isEmpty();
        assertThat(count(brussels)).isEqualTo(before);
    }

    @Test
    void where_offices_are_kept_apart_a_call_goes_with_the_person_to_the_office_that_is_competent() {
        String person = desks.person();
        Desks.Who author = desks.somebody(Role.AGENT, LUX);
        Caller promiser = desks.at(author, true);
        Caller both = desks.at(desks.somebody(Role.AGENT, LUX, BRU), true);
        Caller brussels = desks.at(desks.somebody(Role.AGENT, BRU), true);
        int before = owed(brussels);
        String id = LaterDeeds.callback(promiser, person, "PROMISER");
        String ofBoth = LaterDeeds.callback(both, person, "PROMISER");
        assertThat(called(brussels, id)).isEmpty();
        Caller supervisor = desks.at(desks.somebody(Role.SUPERVISOR, LUX), true);
        assertThat(transfer(new Cell(supervisor, person), BRU)).isEqualTo(Deeds.YES);
        assertThat(called(promiser, id)).as("who opens the file no more").isEmpty();
        assertThat(owed(brussels)).isEqualTo(before + 2);
        assertThat(called(brussels, id)).hasValueSatisfying(seen -> {
            assertThat(seen.office()).isEqualTo(BRU);
            assertThat(seen.by()).isEqualTo(CallbackBy.OFFICE);
            assertThat(seen.mine()).isFalse();
        });
        assertThat(called(both, ofBoth)).hasValueSatisfying(seen -> {
            assertThat(seen.office()).isEqualTo(BRU);
            assertThat(seen.by()).as("whoever acts there as well").isEqualTo(CallbackBy.PROMISER);
        });
        assertThat(called(desks.at(author, false), id))
                .as("where offices are not kept apart it stays with whoever promised it")
                .hasValueSatisfying(seen -> assertThat(seen.office()).isEqualTo(LUX));
        Cell there = new Cell(brussels, person);
        assertThat(brussels.get("/v1/pensioners/" + person, Contact.HEADER, contact(there))
                        .as(PensionerFile.class)
                        .callbacks())
                .hasSize(2)
                .extracting(Callback::office)
                .containsOnly(BRU);
        assertThat(brussels.patch(
                                "/v1/callbacks/" + id,
                                "{\"state\":\"DONE\"}",
                                "Idempotency-Key",
                                Steps.key(),
                                Contact.HEADER,
                                contact(there))
                        .status())
                .isEqualTo(200);
        assertThat(called(brussels, id)).isEmpty();
        assertThat(owed(brussels)).isEqualTo(before + 1);
    }

    private static int owed(Caller caller) {
        return caller.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.CALLBACKS);
    }

    private static Optional<Callback> called(Caller caller, String id) {
        return caller.get("/v1/worklists/callbacks").as(WorklistPage.class).rows().stream()
                .map(row -> Objects.requireNonNull(row.callback()))
                .filter(callback -> callback.id().equals(id))
                .findFirst();
    }

    private static int count(Caller caller) {
        return caller.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.HANDED_TO_OFFICE);
    }

    private static Optional<OfficeNote> waiting(Caller caller, OfficeNote note) {
        return caller.get("/v1/worklists/handed-to-office").as(WorklistPage.class).rows().stream()
                .filter(row -> row.id().equals(note.id()))
                .map(row -> Objects.requireNonNull(row.note()))
                .findFirst();
    }

    @Test
    void where_offices_are_kept_apart_a_note_is_for_the_one_that_opens_the_file() {
        Caller caller = desks.at(desks.somebody(Role.AGENT, LUX), true);
        String person = desks.person();
        assertThat(Deeds.word(leave(new Cell(caller, person), ISP))).isEqualTo("note for one that opens no file");
    }

    @Test
    void a_note_that_two_have_seen_to_stands_in_the_trail_as_seen_to_once() {
        String person = desks.person();
        Cell left = new Cell(desks.at(desks.somebody(Role.AGENT, BRU), false), person);
        OfficeNote note = leave(left, LUX).as(OfficeNote.class);
        Caller agent = desks.at(desks.somebody(Role.AGENT, LUX), false);
        assertThat(change(new Cell(agent, person), note, "DONE")).isEqualTo(Deeds.YES);
        Caller supervisor = desks.at(desks.somebody(Role.SUPERVISOR, LUX), false);
        assertThat(change(new Cell(supervisor, person), note, "DONE")).isEqualTo(Deeds.YES);
        assertThat(supervisor
                        .get("/v1/audit?act=office-note-changed&pensioner=" + person)
                        .as(AuditPage.class)
                        .entries())
                .extracting(AuditEntry::outcome)
                .as("newest first")
                .containsExactly("repeated", "DONE");
    }

    @Test
    void no_more_notes_about_one_person_wait_than_somebody_reads() {
        Cell cell = new Cell(desks.at(desks.somebody(Role.AGENT, BRU), false), desks.person());
        for (int left = 0; left < 10; left++) {
            assertThat(Deeds.word(leave(cell, LUX))).isEqualTo(Deeds.YES);
        }
        assertThat(leave(cell, LUX).problem()).isEqualTo("action-closed");
    }

    private static String contact(Cell cell) {
        Caller.Answered opened = Steps.openContact(cell.caller, cell.person, "call");
        return opened.status() / 100 == 2 ? opened.as(Contact.class).id() : "none-of-mine";
    }

    private static Caller.Answered leave(Cell cell, OfficeCode to) {
        return cell.caller.post(
                "/v1/pensioners/" + cell.person + "/office-notes",
                "{\"to\":\"" + to + "\",\"note\":\"Will come on Thursday.\"}",
                "Idempotency-Key",
                Steps.key(),
                Contact.HEADER,
                contact(cell));
    }

    private OfficeNote left(String person) {
        Caller ispra = desks.at(desks.somebody(Role.AGENT, ISP), false);
        return leave(new Cell(ispra, person), LUX).as(OfficeNote.class);
    }

    private String listed(Cell cell) {
        OfficeNote note = left(cell.person);
        return cell.caller.get("/v1/worklists/handed-to-office").as(WorklistPage.class).rows().stream()
                        .anyMatch(row -> row.id().equals(note.id()))
                ? "shown"
                : "not shown";
    }

    private static String change(Cell cell, OfficeNote note, String state) {
        return Deeds.word(cell.caller.call(
                "PATCH",
                "/v1/office-notes/" + note.id(),
                "{\"state\":\"" + state + "\"}",
                "Idempotency-Key",
                Steps.key(),
                Contact.HEADER,
                contact(cell)));
    }

    private static String transfer(Cell cell) {
        return transfer(cell, ISP);
    }

    private static String transfer(Cell cell, OfficeCode to) {
        String contact = contact(cell);
        Caller.Answered file = cell.caller.get("/v1/pensioners/" + cell.person, Contact.HEADER, contact);
        String etag = file.status() == 200 ? file.as(PensionerFile.class).etag() : "\"1\"";
        return Deeds.word(cell.caller.post(
                "/v1/pensioners/" + cell.person + "/transfer",
                "{\"to\":\"" + to + "\",\"reason\":\"MOVED\",\"remark\":\"\"}",
                "Idempotency-Key",
                Steps.key(),
                Contact.HEADER,
                contact,
                "If-Match",
                etag));
    }

    private static String edit(Cell cell) {
        OfficeRecord office = cell.caller.get("/v1/offices/LUX").as(OfficeRecord.class);
        return Deeds.word(cell.caller.post(
                "/v1/offices/LUX/entries",
                "{\"from\":\"" + office.today().plusDays(30) + "\",\"data\":{\"counterHours\":[],\"phoneHours\":"
                        + "[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"12:00\"}],"
                        + "\"phoneNumbers\":[\"+352 4301 36100\"],\"closures\":[]}}",
                "Idempotency-Key",
                Steps.key(),
                "If-Match",
                office.etag()));
    }
}
