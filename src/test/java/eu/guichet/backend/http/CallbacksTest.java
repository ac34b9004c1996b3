package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Letter;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All agents work in Brussels here; it is nine on a Monday there. */
@OnBothStores
class CallbacksTest {
    private static final String AT_TEN = "2026-11-23T09:00:00Z";
    private static final String TOMORROW = "2026-11-24T09:30:00Z";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller officer;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        officer = backend.as(Role.LETTER_OFFICER);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static String wanted(String at, String by, String note) {
        return "{\"at\":\"" + at + "\",\"by\":\"" + by + "\",\"note\":\"" + note + "\"}";
    }

    private static Caller.Answered promise(Caller caller, String about, String json, String key) {
        return Steps.act(caller, about, "callbacks", json, "Idempotency-Key", key);
    }

    private static Callback promised(Caller caller, String about, String at, String by, String note) {
        Caller.Answered answer = promise(caller, about, wanted(at, by, note), Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        return answer.as(Callback.class);
    }

    @Test
    void one_person_is_owed_no_more_calls_than_her_file_can_show() {
        List<Callback> owed = Stream.generate(() -> promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", ""))
                .limit(10)
                .toList();
        assertThat(promise(agent, AT_THE_SMS, wanted(TOMORROW, "OFFICE", ""), Steps.key())
                        .problem())
                .isEqualTo("action-closed");
        assertThat(changed(agent, owed.getFirst(), "{\"state\":\"DONE\"}").state())
                .isEqualTo(CallbackState.DONE);
        assertThat(promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", "").state()).isEqualTo(CallbackState.OPEN);
    }

    private static Caller.Answered change(Caller caller, Callback callback, String json, String key) {
        return caller.call(
                "PATCH",
                "/v1/callbacks/" + callback.id(),
                json,
                "Idempotency-Key",
                key,
                Contact.HEADER,
                Steps.contact(caller, callback.pensionerId(), "call"));
    }

    private static Callback changed(Caller caller, Callback callback, String json) {
        Caller.Answered answer = change(caller, callback, json, Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return answer.as(Callback.class);
    }

    private static WorklistPage list(Caller caller, String query) {
        Caller.Answered answer = caller.get("/v1/worklists/callbacks" + query);
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return answer.as(WorklistPage.class);
    }

    private static List<String> ids(Caller caller, String query) {
        return list(caller, query).rows().stream().map(WorklistRow::id).toList();
    }

    private static int count(Caller caller) {
        return caller.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.CALLBACKS);
    }

    private List<AuditEntry> trail() {
        return backend.as(Role.AUDITOR).get("/v1/audit").as(AuditPage.class).entries();
    }

    private List<String> outcomes(String act) {
        return trail().stream()
                .filter(row -> row.act().equals(act))
                .map(AuditEntry::outcome)
                .toList();
    }

    @Test
    void a_promised_call_stands_in_the_file_with_its_note_and_in_the_list_of_whoever_promised_it() {
        Callback callback = promised(agent, AT_THE_SMS, TOMORROW, "PROMISER", "Demande si la lettre est partie");
        assertThat(callback.mine()).isTrue();
        assertThat(Steps.open(agent, AT_THE_SMS).callbacks()).containsExactly(callback);
        assertThat(Steps.open(officer, AT_THE_SMS).callbacks()).singleElement().satisfies(seen -> {
            assertThat(seen.note()).isEqualTo("Demande si la lettre est partie");
            assertThat(seen.mine()).isFalse();
        });
        assertThat(list(agent, "").rows()).singleElement().satisfies(row -> {
            assertThat(row.callback()).isEqualTo(callback);
            assertThat(row.due()).isEqualTo(TOMORROW);
            assertThat(row.pensionerId()).isEqualTo(AT_THE_SMS);
            assertThat(row.step()).isEqualTo(8);
        });
        assertThat(count(agent)).isEqualTo(1);
        assertThat(ids(officer, "")).isEmpty();
        assertThat(count(officer)).isZero();
    }

    @Test
    void a_call_that_the_office_is_to_make_is_in_everybodys_list_there_and_a_colleagues_can_be_looked_for() {
        Callback offices = promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", "");
        Callback own = promised(agent, AT_THE_LETTER, AT_TEN, "PROMISER", "");
        assertThat(ids(officer, "")).containsExactly(offices.id());
        assertThat(ids(agent, "?sort=due")).containsExactly(own.id(), offices.id());
        WorklistColleague promiser = list(officer, "").colleagues().getFirst();
        assertThat(ids(officer, "?sort=due&agent=" + promiser.id())).containsExactly(own.id(), offices.id());
        assertThat(ids(officer, "?agent=nobody")).isEmpty();
        assertThat(ids(agent, "?step=8")).containsExactly(offices.id());
    }

    @Test
    void a_person_may_be_owed_several_calls_and_the_list_is_read_page_by_page() {
        Instant nine = Instant.parse("2026-11-24T09:00:00Z");
        backend.stores(tx -> IntStream.range(0, 51)
                .mapToObj(i -> owed("owed-" + i, AT_THE_SMS, nine.plus(Duration.ofMinutes(i))))
                .forEach(tx.callbacks()::add));
        WorklistPage first = list(agent, "?sort=due");
        assertThat(first.rows()).hasSize(50);
        assertThat(first.rows().getFirst().due()).isEqualTo("2026-11-24T09:00:00Z");
        WorklistPage second = list(agent, "?sort=due&after=" + first.next());
        assertThat(second.rows()).extracting(row -> String.valueOf(row.due())).containsExactly("2026-11-24T09:50:00Z");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_call_that_is_late_is_counted_for_whoever_promised_to_make_it() {
        promised(agent, AT_THE_SMS, AT_TEN, "PROMISER", "");
        promised(agent, AT_THE_LETTER, AT_TEN, "OFFICE", "");
        assertThat(agent.get("/v1/worklists").as(WorklistCounts.class).missed()).isZero();
        backend.later(Duration.ofHours(2));
        assertThat(agent.get("/v1/worklists").as(WorklistCounts.class).missed()).isEqualTo(1);
        assertThat(officer.get("/v1/worklists").as(WorklistCounts.class).missed())
                .isZero();
    }

    @Test
    void only_while_the_phone_of_the_office_is_answered_and_the_answer_says_when_that_is() {
        for (String outside : List.of("2026-11-24T07:59:00Z", "2026-11-24T12:00:00Z", "2026-11-28T09:30:00Z")) {
            Caller.Answered refused = promise(agent, AT_THE_SMS, wanted(outside, "PROMISER", ""), Steps.key());
            assertThat(refused.problem()).as(outside).isEqualTo("invalid-request");
            assertThat(refused.json().path("detail").asString())
                    .as(outside)
                    .contains("Bruxelles", "du lundi au vendredi", "9:00", "rien n’a été enregistré");
        }
        for (String never : List.of("2026-11-23T07:30:00Z", "2027-02-23T09:30:00Z")) {
            assertThat(promise(agent, AT_THE_SMS, wanted(never, "PROMISER", ""), Steps.key())
                            .problem())
                    .as(never)
                    .isEqualTo("invalid-request");
        }
        assertThat(count(agent)).isZero();
    }

    @Test
    void nothing_with_the_shape_of_a_code_is_kept_and_nothing_is_promised_without_a_contact() {
        for (String bad : List.of(
                wanted(TOMORROW, "PROMISER", "K7Q4-93VX-2WB5-ZAT0"),
                wanted(TOMORROW, "PROMISER", "a".repeat(301)),
                "{\"by\":\"OFFICE\",\"note\":\"\"}",
                "{\"at\":\"" + TOMORROW + "\",\"note\":\"\"}")) {
            assertThat(promise(agent, AT_THE_SMS, bad, Steps.key()).problem()).isEqualTo("invalid-request");
        }
        assertThat(agent.post(
                                "/v1/pensioners/" + AT_THE_SMS + "/callbacks",
                                wanted(TOMORROW, "OFFICE", ""),
                                "Idempotency-Key",
                                Steps.key())
                        .problem())
                .isEqualTo("contact-required");
        assertThat(count(agent)).isZero();
        assertThat(Steps.open(agent, AT_THE_SMS).callbacks()).isEmpty();
    }

    @Test
    void promised_twice_with_one_key_it_is_promised_once() {
        String key = Steps.key();
        Callback first =
                promise(agent, AT_THE_SMS, wanted(TOMORROW, "OFFICE", "x"), key).as(Callback.class);
        Callback again =
                promise(agent, AT_THE_SMS, wanted(TOMORROW, "OFFICE", "x"), key).as(Callback.class);
        assertThat(again).isEqualTo(first);
        assertThat(count(agent)).isEqualTo(1);
        assertThat(promise(agent, AT_THE_SMS, wanted(TOMORROW, "OFFICE", "y"), key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void moved_it_is_due_at_another_time_and_settled_it_is_off_the_list_whoever_settles_it() {
        Callback callback = promised(agent, AT_THE_SMS, AT_TEN, "PROMISER", "");
        assertThat(changed(officer, callback, "{\"state\":\"MOVED\",\"at\":\"" + TOMORROW + "\"}")
                        .at())
                .isEqualTo(TOMORROW);
        assertThat(change(agent, callback, "{\"state\":\"MOVED\",\"at\":\"2026-11-28T09:30:00Z\"}", Steps.key())
                        .json()
                        .path("detail")
                        .asString())
                .contains("du lundi au vendredi");
        String key = Steps.key();
        assertThat(change(officer, callback, "{\"state\":\"DONE\"}", key)
                        .as(Callback.class)
                        .state())
                .isEqualTo(CallbackState.DONE);
        assertThat(change(officer, callback, "{\"state\":\"DONE\"}", key).status())
                .isEqualTo(200);
        assertThat(changed(agent, callback, "{\"state\":\"DONE\"}").state()).isEqualTo(CallbackState.DONE);
        assertThat(change(agent, callback, "{\"state\":\"GIVEN_UP\",\"reason\":\"no answer\"}", Steps.key())
                        .problem())
                .isEqualTo("action-closed");
        assertThat(ids(agent, "")).isEmpty();
        assertThat(Steps.open(agent, AT_THE_SMS).callbacks()).isEmpty();
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.startsWith("Rappel"))
                .hasSize(3);
        assertThat(outcomes("callback-ended"))
                .as("newest first: settled once, whoever says so again")
                .containsExactly("action-closed", "repeated", "repeated", "DONE");
    }

    @Test
    void moved_to_when_it_is_due_already_it_is_not_moved() {
        Callback callback = promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", "");
        String same = "{\"state\":\"MOVED\",\"at\":\"" + TOMORROW + "\"}";
        assertThat(changed(officer, callback, same).at()).isEqualTo(TOMORROW);
        assertThat(outcomes("callback-moved")).containsExactly("repeated");
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.startsWith("Rappel"))
                .hasSize(1);
    }

    private static StoredCallback owed(String id, String about, Instant due) {
        return new StoredCallback(
                id,
                about,
                OfficeCode.BRU,
                "somebody",
                "A. B.",
                CallbackBy.OFFICE,
                "",
                RunningBackend.NINE_OCLOCK,
                due,
                CallbackState.OPEN,
                null,
                null,
                null);
    }

    @Test
    void a_call_that_is_still_owed_to_somebody_who_has_died_is_not_moved() {
        diedByNow();
        StoredCallback owed = owed("left-over", AT_THE_LETTER, Instant.parse(AT_TEN));
        backend.stores(tx -> tx.callbacks().add(owed));
        Callback callback = owed.seenBy("nobody");
        assertThat(change(agent, callback, "{\"state\":\"MOVED\",\"at\":\"" + TOMORROW + "\"}", Steps.key())
                        .problem())
                .isEqualTo("action-closed");
        assertThat(changed(agent, callback, "{\"state\":\"GIVEN_UP\",\"reason\":\"Décédée\"}")
                        .state())
                .isEqualTo(CallbackState.GIVEN_UP);
    }

    @Test
    void given_up_it_needs_a_reason_which_the_history_and_the_trail_keep() {
        Callback callback = promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", "");
        for (String bad : List.of(
                "{\"state\":\"GIVEN_UP\",\"reason\":\"no\"}",
                "{\"state\":\"GIVEN_UP\"}",
                "{\"state\":\"GIVEN_UP\",\"reason\":\"K7Q4-93VX-2WB5-ZAT0\"}")) {
            assertThat(change(agent, callback, bad, Steps.key()).problem()).isEqualTo("invalid-request");
        }
        assertThat(changed(agent, callback, "{\"state\":\"GIVEN_UP\",\"reason\":\"Venue au guichet\"}")
                        .state())
                .isEqualTo(CallbackState.GIVEN_UP);
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.contains("Venue au guichet"));
        assertThat(trail()).anySatisfy(row -> {
            assertThat(row.act()).isEqualTo("callback-ended");
            assertThat(row.reason()).isEqualTo("Venue au guichet");
        });
        assertThat(trail()).extracting(AuditEntry::act).contains("callback-promised");
    }

    /** The post says so of whoever is at the letter. */
    private void diedByNow() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        for (String record : List.of(
                "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}",
                "{\"state\":\"RETURNED\",\"on\":\"2026-11-23\",\"reason\":\"DECEASED\"}")) {
            Caller.Answered recorded = officer.patch("/v1/letters/" + letter.id(), record);
            assertThat(recorded.status()).as(recorded.body().utf8()).isEqualTo(200);
        }
    }

    @Test
    void nobody_is_called_whose_death_the_post_has_noted() {
        Callback callback = promised(agent, AT_THE_LETTER, TOMORROW, "PROMISER", "");
        diedByNow();
        assertThat(Steps.open(agent, AT_THE_LETTER).callbacks()).isEmpty();
        assertThat(count(agent)).isZero();
        assertThat(trail()).anySatisfy(row -> {
            assertThat(row.act()).isEqualTo("callback-ended");
            assertThat(row.outcome()).isEqualTo("DECEASED");
            assertThat(row.role()).isEqualTo(Role.PROCESS);
        });
        assertThat(change(agent, callback, "{\"state\":\"DONE\"}", Steps.key()).problem())
                .isEqualTo("action-closed");
        assertThat(promise(agent, AT_THE_LETTER, wanted(TOMORROW, "OFFICE", ""), Steps.key())
                        .problem())
                .isEqualTo("action-closed");
    }

    @Test
    void what_was_promised_stands_in_the_file_for_the_person_herself() {
        Callback callback = promised(agent, AT_THE_SMS, TOMORROW, "OFFICE", "Demande son dossier");
        changed(agent, callback, "{\"state\":\"GIVEN_UP\",\"reason\":\"Venue au guichet\"}");
        Caller.Answered written = backend.as(Role.AUDITOR)
                .post(
                        "/v1/pensioners/" + AT_THE_SMS + "/subject-file",
                        "{\"reason\":\"Demande écrite\"}",
                        "Accept",
                        "text/csv");
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.body().utf8()).contains("Demande son dossier", "Venue au guichet", "abandonné");
    }

    @Test
    void a_call_back_that_there_is_not_is_not_found() {
        assertThat(agent.call("PATCH", "/v1/callbacks/nothing", "{\"state\":\"DONE\"}", "Idempotency-Key", Steps.key())
                        .problem())
                .isEqualTo("not-found");
    }
}
