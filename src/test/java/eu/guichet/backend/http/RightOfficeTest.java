package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Me;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.RightOffice;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is nine on a Monday; everybody on file belongs to Luxembourg and speaks German. */
@OnBothStores
class RightOfficeTest {
    private static final String NOTE = "Passera jeudi avec sa carte d’identité";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;
    private OfficeCode own;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
        own = agent.get("/v1/me").as(Me.class).office();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static RightOffice right(Caller caller, String person) {
        return Objects.requireNonNull(Steps.open(caller, person).rightOffice());
    }

    private static Caller.Answered leave(Caller caller, OfficeCode to, String note, String key) {
        return Steps.act(
                caller,
                AT_THE_SMS,
                "office-notes",
                "{\"to\":\"" + to + "\",\"note\":\"" + note + "\"}",
                "Idempotency-Key",
                key);
    }

    private static Caller.Answered transfer(Caller caller, String person, String etag, String json, String key) {
        return Steps.act(caller, person, "transfer", json, "Idempotency-Key", key, "If-Match", etag);
    }

    private static String to(OfficeCode office, String reason, String remark) {
        return "{\"to\":\"" + office + "\",\"reason\":\"" + reason + "\",\"remark\":\"" + remark + "\"}";
    }

    private List<AuditEntry> trail(String act) {
        return backend.as(Role.AUDITOR).get("/v1/audit").as(AuditPage.class).entries().stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }

    private OfficeCode another(OfficeCode than) {
        return than == OfficeCode.ISP ? OfficeCode.BRU : OfficeCode.ISP;
    }

    /** The competent office is the one where the tokens of this test are. */
    private void hers() {
        backend.stores(tx -> {
            for (String id : List.of(AT_THE_SMS, AT_THE_LETTER)) {
                var before = tx.pensioners().find(id).orElseThrow();
                if (before.office() != own) {
                    tx.pensioners().change(before.transferredTo(own));
                }
            }
        });
    }

    @Test
    void the_file_says_in_her_language_which_office_is_competent_and_until_when_it_is_open() {
        backend.later(Duration.ofMinutes(45));
        RightOffice right = right(agent, AT_THE_SMS);
        assertThat(right.language()).isEqualTo("de");
        assertThat(right.toPensioner())
                .containsExactly(
                        "Für Sie ist die Abrechnungsstelle Luxemburg zuständig.",
                        "Ihr Schalter, Drosbach, DRB B2/085, 1882 Luxembourg, ist bis 12:30 Uhr geöffnet.",
                        "Unter +352 4301 36100 erreichen Sie sie telefonisch bis 12:30 Uhr.");
        assertThat(right.inAgents())
                .first()
                .isEqualTo("Votre dossier est suivi par le bureau liquidateur de Luxembourg.");
        assertThat(right.changesAt()).isEqualTo("2026-11-23T11:30:00Z");
        backend.later(Duration.ofHours(3));
        assertThat(right(agent, AT_THE_SMS).toPensioner().get(1))
                .contains("geschlossen")
                .contains("14:00");
        assertThat(right(agent, AT_THE_SMS).toPensioner().get(2)).contains("24. November");
    }

    @Test
    void a_note_waits_in_the_list_of_its_office_until_it_is_seen_to() {
        OfficeCode other = another(own);
        Caller.Answered answer = leave(agent, other, NOTE, Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        OfficeNote note = answer.as(OfficeNote.class);
        assertThat(note.mine()).isTrue();
        assertThat(note.forCaller()).isFalse();
        assertThat(right(backend.as(Role.LETTER_OFFICER), AT_THE_SMS).notes())
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.note()).isEqualTo(NOTE);
                    assertThat(seen.mine()).isFalse();
                });
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.startsWith("Note laissée au bureau"));
        assertThat(count(agent)).as("it is another office's").isZero();
        assertThat(trail("office-note-left"))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo("for " + other));
    }

    private static int count(Caller caller) {
        return caller.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.HANDED_TO_OFFICE);
    }

    /** As somebody of another office has left it. */
    private OfficeNote waiting() {
        backend.stores(tx -> tx.officeNotes()
                .add(new StoredOfficeNote(
                        "note-1",
                        AT_THE_SMS,
                        another(own),
                        own,
                        "agent-elsewhere",
                        "P. R.",
                        NOTE,
                        RunningBackend.NINE_OCLOCK,
                        OfficeNoteState.OPEN,
                        null,
                        null,
                        null)));
        return right(agent, AT_THE_SMS).notes().getFirst();
    }

    private Caller.Answered change(Caller caller, OfficeNote note, String state, String key) {
        return caller.call(
                "PATCH",
                "/v1/office-notes/" + note.id(),
                "{\"state\":\"" + state + "\"}",
                "Idempotency-Key",
                key,
                Contact.HEADER,
                Steps.contact(caller, note.pensionerId(), "call"));
    }

    @Test
    void a_note_is_taken_taken_over_and_seen_to_and_then_leaves_the_list() {
        OfficeNote note = waiting();
        assertThat(count(agent)).isEqualTo(1);
        WorklistPage page = agent.get("/v1/worklists/handed-to-office").as(WorklistPage.class);
        assertThat(page.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(note.id());
            assertThat(row.pensionerId()).isEqualTo(AT_THE_SMS);
            assertThat(row.lastBy()).isEqualTo("P. R.");
            assertThat(Objects.requireNonNull(row.note()).note()).isEqualTo(NOTE);
        });
        assertThat(page.colleagues()).extracting(one -> one.id()).containsExactly("agent-elsewhere");
        assertThat(agent.get("/v1/worklists/handed-to-office?agent=somebody-else")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        assertThat(change(agent, note, "TAKEN", Steps.key())
                        .as(OfficeNote.class)
                        .takenBy())
                .isEqualTo(agent.get("/v1/me").as(Me.class).name());
        Caller officer = backend.as(Role.LETTER_OFFICER);
        assertThat(change(officer, note, "TAKEN", Steps.key())
                        .as(OfficeNote.class)
                        .takenBy())
                .isEqualTo(officer.get("/v1/me").as(Me.class).name());
        String key = Steps.key();
        assertThat(change(officer, note, "DONE", key).status()).isEqualTo(200);
        assertThat(change(officer, note, "DONE", key).status()).isEqualTo(200);
        assertThat(change(agent, note, "DONE", Steps.key()).status())
                .as("two who have both seen to it")
                .isEqualTo(200);
        assertThat(change(agent, note, "TAKEN", Steps.key()).status()).isEqualTo(409);
        assertThat(count(agent)).isZero();
        assertThat(right(agent, AT_THE_SMS).notes()).isEmpty();
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.startsWith("Note au bureau"))
                .hasSize(3);
    }

    @Test
    void a_note_needs_a_contact_keeps_no_code_and_is_left_once() {
        OfficeCode other = another(own);
        Caller.Answered without = agent.post(
                "/v1/pensioners/" + AT_THE_SMS + "/office-notes",
                "{\"to\":\"" + other + "\",\"note\":\"x\"}",
                "Idempotency-Key",
                Steps.key());
        assertThat(without.problem()).isEqualTo("contact-required");
        assertThat(leave(agent, other, "Son code est K7Q4-93VX-2WB5-ZAT0", Steps.key())
                        .status())
                .isEqualTo(400);
        assertThat(leave(agent, other, "x".repeat(501), Steps.key()).status()).isEqualTo(400);
        assertThat(leave(agent, own, NOTE, Steps.key()).status()).isEqualTo(403);
        String key = Steps.key();
        assertThat(leave(agent, other, NOTE, key).status()).isEqualTo(201);
        assertThat(leave(agent, other, NOTE, key).status()).isEqualTo(201);
        assertThat(right(agent, AT_THE_SMS).notes()).hasSize(1);
    }

    @Test
    void a_transfer_moves_the_person_and_her_lists_and_says_why_in_the_history() {
        hers();
        OfficeCode other = another(own);
        // what happens to her has her lists derived anew
        assertThat(Steps.act(
                                agent,
                                AT_THE_LETTER,
                                "office-notes",
                                "{\"to\":\"" + other + "\",\"note\":\"x\"}",
                                "Idempotency-Key",
                                Steps.key())
                        .status())
                .isEqualTo(201);
        PensionerFile file = Steps.open(supervisor, AT_THE_LETTER);
        assertThat(right(supervisor, AT_THE_LETTER).mayTransfer()).isTrue();
        assertThat(right(agent, AT_THE_LETTER).mayTransfer()).isFalse();
        assertThat(ids(agent, "access-requested")).contains(AT_THE_LETTER);
        String key = Steps.key();
        String json = to(other, "OTHER", "Vit chez sa fille");
        assertThat(transfer(supervisor, AT_THE_LETTER, file.etag(), json, key).status())
                .isEqualTo(204);
        assertThat(transfer(supervisor, AT_THE_LETTER, file.etag(), json, key).status())
                .as("sent twice, done once")
                .isEqualTo(204);
        PensionerFile now = Steps.open(supervisor, AT_THE_LETTER);
        assertThat(now.office()).isEqualTo(other);
        assertThat(right(supervisor, AT_THE_LETTER).registerOffice()).isNotEqualTo(other);
        assertThat(now.timeline())
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.startsWith("Compétence transférée"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("autre motif").contains("Vit chez sa fille"));
        assertThat(ids(agent, "access-requested")).doesNotContain(AT_THE_LETTER);
        assertThat(backend.<Integer>stored(tx -> tx.worklists()
                        .count(new Worklists.Part(Worklist.ACCESS_REQUESTED, null, null, null, null), other)))
                .isEqualTo(1);
        assertThat(trail("transferred"))
                .filteredOn(row -> !row.outcome().equals("repeated"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.outcome()).isEqualTo("to " + other);
                    assertThat(row.reason()).isEqualTo("other: Vit chez sa fille");
                });
    }

    private static List<String> ids(Caller caller, String list) {
        return caller.get("/v1/worklists/" + list).as(WorklistPage.class).rows().stream()
                .map(row -> row.pensionerId())
                .toList();
    }

    @Test
    void a_transfer_needs_a_reason_a_file_as_read_and_another_office() {
        hers();
        OfficeCode other = another(own);
        String etag = Steps.open(supervisor, AT_THE_LETTER).etag();
        assertThat(transfer(supervisor, AT_THE_LETTER, etag, to(other, "OTHER", ""), Steps.key())
                        .status())
                .isEqualTo(400);
        assertThat(transfer(supervisor, AT_THE_LETTER, etag, to(own, "MOVED", ""), Steps.key())
                        .status())
                .isEqualTo(400);
        assertThat(transfer(supervisor, AT_THE_LETTER, "\"999\"", to(other, "MOVED", ""), Steps.key())
                        .problem())
                .isEqualTo("file-changed");
        assertThat(transfer(agent, AT_THE_LETTER, etag, to(other, "MOVED", ""), Steps.key())
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(Steps.open(supervisor, AT_THE_LETTER).office()).isEqualTo(own);
    }
}
