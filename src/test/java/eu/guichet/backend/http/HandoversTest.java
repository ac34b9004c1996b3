package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.AT_THE_START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Contact;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OpenHandover;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.TimelineEntry.Correctable;
import eu.guichet.contract.Worklist;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that go to DIGIT, and what was recorded by mistake, over HTTP; training's DIGIT answers by itself. */
@OnBothStores
class HandoversTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static String path(String person) {
        return "/v1/pensioners/" + person + "/handover";
    }

    private HandoverDraft draft(String person) {
        return agent.get(path(person), Contact.HEADER, Steps.contact(agent, person, "counter"))
                .as(HandoverDraft.class);
    }

    private Caller.Answered handOver(String person, String json) {
        return Steps.act(agent, person, "handover", json, "Idempotency-Key", Steps.key());
    }

    private Caller.Answered change(String person, String json) {
        return agent.patch(path(person), json, Contact.HEADER, Steps.contact(agent, person, "counter"));
    }

    private List<String> history(String person) {
        return Steps.open(agent, person).timeline().stream()
                .map(TimelineEntry::text)
                .toList();
    }

    private boolean onList(String person) {
        return backend.stored(tx -> tx.worklists().of(person)).stream()
                .anyMatch(entry -> entry.list() == Worklist.HANDED_OVER);
    }

    private Caller.Answered correct(Caller by, String person, Correctable one, String reason, String key) {
        return by.post(
                "/v1/pensioners/" + person + "/corrections",
                "{\"what\":\"" + one.what() + "\",\"id\":\"" + one.id() + "\",\"reason\":\"" + reason + "\"}",
                "Idempotency-Key",
                key);
    }

    private static Correctable correctable(PensionerFile file, CorrectionKind kind) {
        return file.timeline().stream()
                .flatMap(entry -> Stream.ofNullable(entry.correctable()))
                .filter(one -> one.what() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_draft_says_what_can_be_asked_for_when_DIGIT_answers_and_when_it_is_asked_again() {
        HandoverDraft draft = draft(AT_THE_START);
        assertThat(draft.choices())
                .extracting(HandoverDraft.Choice::matter)
                .containsExactly(HandoverMatter.ACCOUNT, HandoverMatter.SECOND_ACCOUNT);
        assertThat(draft.sends()).isTrue();
        assertThat(draft.helpdesk().hours()).isNotBlank();
        assertThat(draft.followUp()).as("three working days after a Monday").isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(draft.open()).isEmpty();
    }

    @Test
    void sent_from_here_it_shows_how_far_it_has_come_and_takes_the_number_from_the_answer() {
        assertThat(handOver(AT_THE_START, "{\"send\":true}").status()).isEqualTo(204);
        HandoverDraft answered = answered();
        assertThat(answered.open()).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(MessageStatus.DELIVERED);
            assertThat(one.ticket()).startsWith("IM");
        });
        assertThat(Steps.open(agent, AT_THE_START).timeline())
                .filteredOn(entry -> entry.messageId() != null)
                .extracting(TimelineEntry::status)
                .containsExactly(MessageStatus.DELIVERED);
        OpenHandover one = draft(AT_THE_START).open().getFirst();
        assertThat(agent.get("/v1/messages/" + one.messageId())
                        .json()
                        .path("destination")
                        .asString())
                .isEqualTo("EC-CENTRAL-HELPDESK@ec.europa.eu");
    }

    /** Training's DIGIT answers on a thread of its own. */
    private HandoverDraft answered() {
        long begun = System.nanoTime();
        HandoverDraft draft = draft(AT_THE_START);
        while (draft.open().getFirst().ticket() == null && System.nanoTime() - begun < 30_000_000_000L) {
            LockSupport.parkNanos(20_000_000);
            draft = draft(AT_THE_START);
        }
        return draft;
    }

    @Test
    void sent_from_the_mail_program_its_number_is_awaited_and_told_later() {
        assertThat(handOver(AT_THE_START, "{\"matter\":\"ACCOUNT\"}").status()).isEqualTo(204);
        OpenHandover awaited = draft(AT_THE_START).open().getFirst();
        assertThat(awaited.ticket()).isNull();
        assertThat(Steps.open(agent, AT_THE_START).standing()).contains("attendu");
        assertThat(change(
                                AT_THE_START,
                                "{\"change\":\"TICKET\",\"ticket\":\"n° INC 123 456\",\"handover\":\"" + awaited.id()
                                        + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(draft(AT_THE_START).open().getFirst().ticket()).isEqualTo("INC123456");
        assertThat(Steps.open(agent, AT_THE_START).standing()).contains("INC123456");
    }

    @Test
    void a_ticket_that_is_on_file_already_is_not_said_in_the_trail_to_be_handed_over_again() {
        String json = "{\"ticket\":\"INC123456\"}";
        assertThat(handOver(AT_THE_START, json).status()).isEqualTo(204);
        assertThat(handOver(AT_THE_START, json).status()).isEqualTo(204);
        assertThat(backend.as(Role.AUDITOR)
                        .get("/v1/audit?act=handed-over")
                        .as(AuditPage.class)
                        .entries())
                .extracting(AuditEntry::outcome)
                .containsExactly("repeated", "ticket INC123456");
    }

    @Test
    void without_a_ticket_a_key_is_needed() {
        assertThat(Steps.act(agent, AT_THE_START, "handover", "{}").problem()).isEqualTo("idempotency-key-required");
    }

    @Test
    void a_second_account_at_the_letter_stands_on_the_list_until_DIGIT_has_answered() {
        assertThat(handOver(AT_THE_LETTER, "{\"matter\":\"SECOND_ACCOUNT\"}").problem())
                .isEqualTo("verification-required");
        Steps.verify(agent, AT_THE_LETTER);
        assertThat(handOver(AT_THE_LETTER, "{\"matter\":\"SECOND_ACCOUNT\",\"followUp\":\"2026-11-24\"}")
                        .status())
                .isEqualTo(204);
        assertThat(onList(AT_THE_LETTER)).isTrue();
        assertThat(draft(AT_THE_LETTER).open().getFirst().due()).isFalse();
        backend.later(Duration.ofDays(1));
        OpenHandover due = draft(AT_THE_LETTER).open().getFirst();
        assertThat(due.due()).isTrue();
        assertThat(change(
                                AT_THE_LETTER,
                                "{\"change\":\"ANSWERED\",\"said\":\"Les comptes sont réunis.\",\"handover\":\""
                                        + due.id() + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(onList(AT_THE_LETTER)).isFalse();
        assertThat(history(AT_THE_LETTER)).anyMatch(text -> text.contains("Les comptes sont réunis."));
    }

    @Test
    void a_verification_taken_back_serves_no_longer_and_both_stand_in_the_history() {
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
        Correctable one = correctable(Steps.open(agent, AT_THE_SMS), CorrectionKind.VERIFICATION);
        assertThat(one.closed()).isNull();
        assertThat(one.reasons()).contains(CorrectionReason.WRONG_PERSON).doesNotContain(CorrectionReason.WRONG_TICKET);
        String key = Steps.key();
        for (int i = 0; i < 2; i++) {
            assertThat(correct(agent, AT_THE_SMS, one, "WRONG_PERSON", key).status())
                    .isEqualTo(204);
        }
        PensionerFile after = Steps.open(agent, AT_THE_SMS);
        assertThat(after.verification()).isNull();
        assertThat(after.timeline())
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.endsWith("(annulé)"))
                .anyMatch(text -> text.endsWith("(sous une vérification annulée)"))
                .anyMatch(text -> text.contains("autre personne"));
        assertThat(after.timeline()).allMatch(entry -> entry.correctable() == null);
        backend.later(Duration.ofMinutes(2));
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).problem()).isEqualTo("verification-required");
    }

    @Test
    void after_its_time_the_history_says_that_it_takes_a_supervisor() {
        assertThat(handOver(AT_THE_START, "{\"ticket\":\"IM111111\"}").status()).isEqualTo(204);
        backend.later(Duration.ofHours(25));
        Correctable one = correctable(Steps.open(agent, AT_THE_START), CorrectionKind.HANDOVER);
        assertThat(Objects.requireNonNull(one.closed())).contains("supervision");
        assertThat(correct(agent, AT_THE_START, one, "WRONG_TICKET", Steps.key())
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(correctable(Steps.open(supervisor, AT_THE_START), CorrectionKind.HANDOVER)
                        .closed())
                .isNull();
        assertThat(correct(supervisor, AT_THE_START, one, "WRONG_TICKET", Steps.key())
                        .status())
                .isEqualTo(204);
        assertThat(history(AT_THE_START)).anyMatch(text -> text.contains("numéro de ticket erroné"));
        assertThat(Steps.open(agent, AT_THE_START).standing()).doesNotContain("IM111111");
    }

    @Test
    void what_is_no_correction_is_told_field_by_field() {
        Caller.Answered nothing = agent.post(
                "/v1/pensioners/" + AT_THE_START + "/corrections",
                "{\"what\":\"HANDOVER\",\"id\":\"x\",\"reason\":\"OTHER\"}",
                "Idempotency-Key",
                Steps.key());
        assertThat(nothing.problem()).isEqualTo("invalid-request");
        assertThat(nothing.body().utf8()).contains("remark");
    }
}
