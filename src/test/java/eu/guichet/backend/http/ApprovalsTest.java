package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.file.ApprovalsOnFile;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.Told;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VoidReason;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistRow;
import eu.guichet.process.Event;
import eu.guichet.process.RegisterField;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody does alone: asked for by one, approved by another. */
@OnBothStores
class ApprovalsTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder, Map.of("approval.alert-lifts", "on", "approval.unlocks", "on"));
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
        // two letters within half a year, and none that is still under way
        backend.stores(tx -> {
            for (int months = 1; months <= 2; months++) {
                var at = RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(30L * months));
                tx.events().add(AT_THE_LETTER, new Event.LetterGenerated(at, "l" + months, "G-L" + months, "M. D."));
                tx.events()
                        .add(
                                AT_THE_LETTER,
                                new Event.LetterVoided(
                                        at.plusSeconds(60), "l" + months, VoidReason.NOT_WANTED, "M. D."));
            }
        });
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private Caller.Answered ask(Caller by, String key) {
        Steps.verify(by, AT_THE_LETTER);
        return Steps.generate(by, AT_THE_LETTER, Steps.open(by, AT_THE_LETTER).etag(), key);
    }

    private static Approval asked(Caller.Answered answer) {
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(202);
        return answer.as(Approval.class);
    }

    private static String address(Approval approval) {
        return "/v1/approvals/" + approval.id();
    }

    private static String etag(Caller by) {
        return Deeds.etag(by, AT_THE_LETTER);
    }

    private List<String> letters() {
        return backend.stored(tx -> tx.letters().of(AT_THE_LETTER)).stream()
                .map(letter -> letter.generatedBy().name())
                .toList();
    }

    @Test
    void the_file_says_before_that_a_supervisor_has_to_agree_and_why() {
        PensionerFile file = Steps.open(agent, AT_THE_LETTER);
        assertThat(file.action(ActionKind.GENERATE_LETTER).orElseThrow().approval())
                .singleElement()
                .asString()
                .contains("3")
                .contains("6 mois");
        assertThat(file.approvals()).isEmpty();
    }

    @Test
    void a_third_letter_waits_for_a_supervisor_and_is_then_generated_once_in_the_name_of_whoever_asked() {
        String key = Steps.key();
        Approval asked = asked(ask(agent, key));
        assertThat(asked.state()).isEqualTo(ApprovalState.ASKED);
        assertThat(asked.mine()).isTrue();
        assertThat(letters()).isEmpty();
        assertThat(asked(ask(agent, key)).id()).as("the same key").isEqualTo(asked.id());
        assertThat(ask(agent, Steps.key()).problem()).as("another one").isEqualTo("action-closed");

        PensionerFile seen = Steps.open(supervisor, AT_THE_LETTER);
        assertThat(seen.approvals()).singleElement().satisfies(waiting -> {
            assertThat(waiting.askedBy()).isEqualTo("M. D.");
            assertThat(waiting.why()).isNotEmpty();
            assertThat(waiting.changes()).isNotEmpty();
            assertThat(waiting.decidable()).isTrue();
        });
        assertThat(supervisor
                        .get("/v1/worklists/approvals")
                        .as(WorklistPage.class)
                        .rows())
                .extracting(WorklistRow::pensionerId)
                .containsExactly(AT_THE_LETTER);
        assertThat(agent.get("/v1/worklists/approvals").problem()).isEqualTo("not-allowed");

        Caller.Answered approved = Deeds.approve(supervisor, address(asked), seen.etag());
        assertThat(approved.status()).as(approved.body().utf8()).isEqualTo(200);
        Approval done = approved.as(Approval.class);
        assertThat(done.state()).isEqualTo(ApprovalState.DONE);
        assertThat(letters()).containsExactly("M. D.");
        Caller.Answered repeated = ask(agent, key);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.as(Letter.class).id()).isEqualTo(done.resultId());
        assertThat(Deeds.approve(supervisor, address(asked), etag(supervisor)).status())
                .as("a lost answer, asked for again")
                .isEqualTo(200);
        assertThat(Deeds.refuse(supervisor, address(asked), etag(supervisor)).problem())
                .isEqualTo("action-closed");
        assertThat(letters()).hasSize(1);
        assertThat(supervisor
                        .get("/v1/worklists/approvals")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        assertThat(Steps.open(agent, AT_THE_LETTER).timeline())
                .extracting(TimelineEntry::text, TimelineEntry::by)
                .contains(tuple("Lettre approuvée, demandée par M. D.", "C. L."));
        assertThat(backend.as(Role.AUDITOR)
                        .get("/v1/audit?pensioner=" + AT_THE_LETTER)
                        .as(AuditPage.class)
                        .entries())
                .filteredOn(row ->
                        row.act().equals("letter-generated") && row.outcome().startsWith("generated"))
                .extracting(AuditEntry::agentName)
                .containsExactly("M. D.");
    }

    @Test
    void a_refusal_has_a_reason_and_whoever_asked_reads_it() {
        Approval asked = asked(ask(agent, Steps.key()));
        String bare = "{\"verdict\":\"REFUSE\"}";
        assertThat(supervisor
                        .post(address(asked) + "/decision", bare, "If-Match", etag(supervisor))
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(Deeds.refuse(supervisor, address(asked), etag(supervisor)).status())
                .isEqualTo(200);
        Approval refused = agent.get(address(asked)).as(Approval.class);
        assertThat(refused.state()).isEqualTo(ApprovalState.REFUSED);
        assertThat(refused.reason()).isEqualTo("Please call back first.");
        assertThat(letters()).isEmpty();
        assertThat(asked(ask(agent, Steps.key())).id())
                .as("it can be asked for again")
                .isNotEqualTo(asked.id());
    }

    @Test
    void nobody_decides_about_what_they_asked_for_themselves() {
        Approval asked = asked(ask(supervisor, Steps.key()));
        assertThat(Deeds.word(Deeds.approve(supervisor, address(asked), etag(supervisor))))
                .isEqualTo("approval of ones own");
        assertThat(letters()).isEmpty();
        assertThat(Steps.open(supervisor, AT_THE_LETTER).approvals())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.decidable()).isFalse());
    }

    @Test
    void what_nobody_has_decided_lapses_and_can_be_asked_for_anew() {
        Approval asked = asked(ask(agent, Steps.key()));
        backend.later(Duration.ofHours(24));
        assertThat(Deeds.approve(supervisor, address(asked), etag(supervisor)).problem())
                .isEqualTo("action-closed");
        assertThat(agent.get(address(asked)).as(Approval.class).state()).isEqualTo(ApprovalState.LAPSED);
        assertThat(asked(ask(agent, Steps.key())).id()).isNotEqualTo(asked.id());
        assertThat(letters()).isEmpty();
    }

    @Test
    void the_facts_are_looked_at_again_when_it_is_approved() {
        Approval asked = asked(ask(agent, Steps.key()));
        String before = etag(supervisor);
        Deeds.freeze(agent, AT_THE_LETTER);
        assertThat(Deeds.approve(supervisor, address(asked), before).problem()).isEqualTo("file-changed");
        Caller.Answered closed = Deeds.approve(supervisor, address(asked), etag(supervisor));
        assertThat(closed.problem()).isEqualTo("action-closed");
        assertThat(closed.json().path("detail").asString()).contains("gelé");
        assertThat(agent.get(address(asked)).as(Approval.class).state())
                .as("nothing is decided")
                .isEqualTo(ApprovalState.ASKED);
    }

    @Test
    void a_new_address_wants_a_second_person_for_some_days() {
        backend.later(Duration.ofDays(160)); // the letters count no more
        backend.stores(tx -> tx.events()
                .add(
                        AT_THE_LETTER,
                        new Event.RegisterChanged(
                                RunningBackend.NINE_OCLOCK.plus(Duration.ofDays(150)), Set.of(RegisterField.ADDRESS))));
        Approval asked = asked(ask(agent, Steps.key()));
        assertThat(asked.why()).singleElement().asString().contains("14 jours");
        backend.later(Duration.ofDays(5));
        assertThat(ask(agent, Steps.key()).status()).isEqualTo(201);
    }

    @Test
    void letters_above_the_quota_of_a_day_wait_for_a_supervisor() {
        backend.close();
        backend = RunningBackend.again(
                folder, Map.of("limits.letters-agent-day", "1", "approval.letters", "0", "letters.cap", "9"));
        agent = backend.as(Role.AGENT);
        assertThat(ask(agent, Steps.key()).status()).isEqualTo(201);
        Caller.Answered second = ask(agent, Steps.key());
        while (second.status() == 412) { // the announcement of the letter has just left
            second = ask(agent, Steps.key());
        }
        assertThat(asked(second).why()).singleElement().asString().contains("1 lettre");
    }

    @Test
    void what_a_supervisor_lifts_or_unlocks_takes_another_one_where_the_policy_wants_that() {
        Deeds.freeze(agent, AT_THE_LETTER);
        Caller.Answered lift = Deeds.lift(supervisor, AT_THE_LETTER);
        Approval asked = asked(lift);
        assertThat(asked(Deeds.lift(supervisor, AT_THE_LETTER)).id())
                .as("without a key")
                .isEqualTo(asked.id());
        assertThat(Deeds.word(Deeds.approve(supervisor, address(asked), etag(supervisor))))
                .isEqualTo("approval of ones own");
        assertThat(Steps.open(agent, AT_THE_LETTER).alerts()).hasSize(1);
        Deeds.missFiveTimes(agent, RunningBackend.AT_THE_SMS);
        assertThat(asked(Deeds.unlock(supervisor, RunningBackend.AT_THE_SMS)).state())
                .isEqualTo(ApprovalState.ASKED);
        assertThat(supervisor.get("/v1/verification-locks").body().utf8()).contains(RunningBackend.AT_THE_SMS);
    }

    @Test
    void whoever_asked_hears_of_it_at_once_without_the_file_open() throws InterruptedException {
        Approval asked = asked(ask(agent, Steps.key()));
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connections = new LinkedBlockingQueue<>();
        URI url = URI.create("http://127.0.0.1:" + backend.port());
        try (GuichetClient desk = GuichetClients.connect(url, () -> backend.token(Role.AGENT));
                GuichetClient.Subscription _ = desk.listen(events::add, connections::add)) {
            assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(GuichetClient.Connection.CONNECTED);
            assertThat(Deeds.refuse(supervisor, address(asked), etag(supervisor))
                            .status())
                    .isEqualTo(200);
            assertThat(Told.next(events, LiveEvent.ApprovalChanged.class))
                    .isEqualTo(new LiveEvent.ApprovalChanged(asked.id(), AT_THE_LETTER, ApprovalState.REFUSED));
        }
    }

    private List<Approval> own(Caller by) {
        Caller.Answered answer = by.get("/v1/approvals");
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return List.of(answer.as(Approval[].class));
    }

    private Set<String> historiesReadOf(Approval one) {
        return backend.stored(tx -> ApprovalsOnFile.read(
                        tx,
                        List.of(tx.approvals().find(one.id()).orElseThrow()),
                        new Principal("agent-1", "M. D.", Role.AGENT, OfficeCode.LUX),
                        one.askedAt())
                .histories()
                .keySet());
    }

    @Test
    void whoever_asked_sees_all_their_requests_and_withdraws_what_waits() {
        Approval refused = asked(ask(agent, Steps.key()));
        var _ = Deeds.refuse(supervisor, address(refused), etag(supervisor));
        backend.later(Duration.ofMinutes(5));
        String key = Steps.key();
        Approval waiting = asked(ask(agent, key));
        assertThat(own(agent))
                .extracting(Approval::id, Approval::state, Approval::decidedBy)
                .containsExactly(
                        tuple(waiting.id(), ApprovalState.ASKED, null),
                        tuple(refused.id(), ApprovalState.REFUSED, "C. L."));
        assertThat(own(supervisor)).isEmpty();
        assertThat(own(agent).getFirst().changes()).as("what waits").isNotEmpty();
        assertThat(own(agent).getLast().changes()).isEmpty();
        assertThat(historiesReadOf(refused)).as("it is over").isEmpty();
        assertThat(historiesReadOf(waiting)).containsExactly(AT_THE_LETTER);

        assertThat(Deeds.word(supervisor.post(address(waiting) + "/withdrawal", "")))
                .isEqualTo("approval of another");
        for (int time = 0; time < 2; time++) {
            Caller.Answered withdrawn = agent.post(address(waiting) + "/withdrawal", "");
            assertThat(withdrawn.status()).as(withdrawn.body().utf8()).isEqualTo(200);
            assertThat(withdrawn.as(Approval.class).state()).isEqualTo(ApprovalState.WITHDRAWN);
        }
        assertThat(agent.post(address(refused) + "/withdrawal", "").problem()).isEqualTo("action-closed");
        assertThat(Deeds.approve(supervisor, address(waiting), etag(supervisor)).problem())
                .isEqualTo("action-closed");
        assertThat(letters()).isEmpty();
        PensionerFile after = Steps.open(agent, AT_THE_LETTER);
        assertThat(after.approvals()).isEmpty();
        assertThat(after.timeline())
                .extracting(TimelineEntry::text)
                .contains("Lettre demandée par M. D.\u00a0: demande retirée");
        assertThat(supervisor
                        .get("/v1/worklists/approvals")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        assertThat(asked(ask(agent, key)).state()).as("the same key").isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(asked(ask(agent, Steps.key())).state()).isEqualTo(ApprovalState.ASKED);
        assertThat(supervisor
                        .get("/v1/audit?act=approval-withdrawn")
                        .as(AuditPage.class)
                        .entries())
                .extracting(AuditEntry::outcome)
                .containsExactly("action-closed", "repeated", "generate-letter withdrawn", "not-allowed");
    }
}
