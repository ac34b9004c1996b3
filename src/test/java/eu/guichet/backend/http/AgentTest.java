package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.AT_THE_START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class AgentTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void is_told_who_is_calling() {
        assertThat(agent.get("/v1/me").as(Me.class).role()).isEqualTo(Role.AGENT);
    }

    @Test
    void sees_the_three_offices_and_at_nine_only_Brussels_is_open() {
        Office[] offices = agent.get("/v1/offices", "Accept-Language", "en").as(Office[].class);
        assertThat(offices).extracting(Office::code).containsExactly(OfficeCode.BRU, OfficeCode.LUX, OfficeCode.ISP);
        assertThat(offices).extracting(office -> office.phone().open()).containsExactly(true, false, false);
        assertThat(offices)
                .extracting(office -> office.phone().changesAt())
                .as("noon in Brussels, half past nine in the others")
                .containsExactly(atHalfHours(6), atHalfHours(1), atHalfHours(1));
        assertThat(offices)
                .extracting(office ->
                        office.counter() == null ? "none" : office.counter().open())
                .containsExactly(true, false, "none");
    }

    private static Instant atHalfHours(int later) {
        return RunningBackend.NINE_OCLOCK.plus(Duration.ofMinutes(30L * later));
    }

    @Test
    void finds_people_by_name_number_email_and_phone() {
        for (String query : List.of("muller anne", "70010001", RunningBackend.EMAIL, "00352 621 987 654")) {
            SearchResult found = agent.post("/v1/search", "{\"query\":\"" + query + "\",\"limit\":20}")
                    .as(SearchResult.class);
            assertThat(found.rows()).as(query).hasSize(1);
            assertThat(found.rows().getFirst().id()).isEqualTo(AT_THE_SMS);
        }
    }

    @Test
    void gets_no_list_of_everybody() {
        assertThat(agent.post("/v1/search", "{\"query\":\"*\",\"limit\":20}")
                        .as(SearchResult.class)
                        .rows())
                .isEmpty();
        assertThat(agent.post("/v1/search", "{\"query\":\"muller\",\"limit\":21}")
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void opens_no_file_without_a_reason() {
        assertThat(agent.get("/v1/pensioners/" + AT_THE_SMS).problem()).isEqualTo("reason-required");
        assertThat(agent.get("/v1/pensioners/" + AT_THE_SMS, "Guichet-Reason", "curiosity")
                        .problem())
                .isEqualTo("reason-required");
    }

    @Test
    void opens_a_masked_file_with_a_reason() {
        Caller.Answered opened = agent.get("/v1/pensioners/" + AT_THE_SMS, "Guichet-Reason", "ticket IM0012345678");
        PensionerFile file = opened.as(PensionerFile.class);
        assertThat(opened.header("ETag")).isEqualTo(file.etag());
        assertThat(file.step()).isEqualTo(8);
        assertThat(opened.body().utf8()).doesNotContain(RunningBackend.EMAIL, "621987654", "621 987 654", "70010001");
    }

    @Test
    void learns_whether_the_data_match_and_never_which_was_wrong() {
        VerificationResult miss =
                Steps.act(agent, AT_THE_SMS, "verifications", points("L-9999")).as(VerificationResult.class);
        assertThat(miss.match()).isFalse();
        assertThat(miss.triesLeft()).isEqualTo(4);
        assertThat(Steps.act(agent, AT_THE_SMS, "verifications", points("L-1855"))
                        .as(VerificationResult.class)
                        .match())
                .isTrue();
    }

    @Test
    void is_locked_out_of_verification_after_five_misses() {
        for (int i = 0; i < 5; i++) {
            assertThat(Steps.act(agent, AT_THE_SMS, "verifications", points("L-9999"))
                            .status())
                    .isEqualTo(200);
        }
        Caller.Answered locked =
                Steps.act(agent, AT_THE_SMS, "verifications", points("L-1855"), "Accept-Language", "en");
        assertThat(locked.problem()).isEqualTo("verification-locked");
        assertThat(locked.header("Retry-After")).isEqualTo("3600");
        assertThat(locked.json().path("detail").asString())
                .as("eight o'clock UTC and one hour, in Luxembourg")
                .contains("at 10:00");
    }

    @Test
    void types_data_points_only_where_they_are_compared() {
        Caller.Answered refused =
                Steps.act(agent, AT_THE_SMS, "verifications", "{\"method\":\"CALLED_BACK\",\"postcode\":\"L-1855\"}");
        assertThat(refused.json().at("/fields/0/field").asString()).isEqualTo("$.postcode");
    }

    @Test
    void sends_nothing_before_identity_is_verified() {
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).problem()).isEqualTo("verification-required");
    }

    @Test
    void sends_nothing_without_an_idempotency_key() {
        Steps.verify(agent, AT_THE_SMS);
        assertThat(agent.post("/v1/pensioners/" + AT_THE_SMS + "/messages", Steps.SMS)
                        .problem())
                .isEqualTo("idempotency-key-required");
    }

    @Test
    void waits_between_two_messages_and_is_told_how_long_and_why() {
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
        Caller.Answered early = Steps.act(
                agent, AT_THE_SMS, "messages", Steps.SMS, "Idempotency-Key", Steps.key(), "Accept-Language", "en");
        assertThat(early.problem()).isEqualTo("too-many-requests");
        assertThat(early.header("Retry-After")).isEqualTo("60");
        assertThat(early.json().path("opensAt").asString()).isEqualTo("2026-11-23T08:01:00Z");
        backend.later(Duration.ofSeconds(60));
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
    }

    @Test
    void is_told_why_an_action_is_closed() {
        Steps.verify(agent, AT_THE_SMS);
        String etag = Steps.open(agent, AT_THE_SMS).etag();
        Caller.Answered closed = Steps.generate(agent, AT_THE_SMS, etag, Steps.key());
        assertThat(closed.problem()).isEqualTo("action-closed");
        assertThat(closed.json().path("detail").asString()).contains("14");
    }

    @Test
    void uses_a_key_for_one_request_only() {
        Steps.verify(agent, AT_THE_SMS);
        String key = Steps.key();
        assertThat(Steps.resend(agent, AT_THE_SMS, key).status()).isEqualTo(202);
        assertThat(Steps.act(agent, AT_THE_SMS, "messages", "{\"kind\":\"SIGN_IN_SMS\"}", "Idempotency-Key", key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void generates_a_letter_only_from_the_file_as_it_is_now() {
        Steps.verify(agent, AT_THE_LETTER);
        assertThat(Steps.act(agent, AT_THE_LETTER, "letters", "", "If-Match", "\"1\"")
                        .problem())
                .isEqualTo("idempotency-key-required");
        assertThat(Steps.act(agent, AT_THE_LETTER, "letters", "", "Idempotency-Key", Steps.key())
                        .problem())
                .isEqualTo("precondition-required");
        assertThat(Steps.generate(agent, AT_THE_LETTER, "*", Steps.key()).problem())
                .isEqualTo("invalid-request");
        assertThat(Steps.generate(agent, AT_THE_LETTER, "\"0\"", Steps.key()).problem())
                .isEqualTo("file-changed");
    }

    @Test
    void generates_one_letter_for_one_key_however_often_it_is_asked() {
        Steps.verify(agent, AT_THE_LETTER);
        String etag = Steps.open(agent, AT_THE_LETTER).etag();
        String key = Steps.key();
        Caller.Answered first = Steps.generate(agent, AT_THE_LETTER, etag, key);
        Caller.Answered again = Steps.generate(agent, AT_THE_LETTER, etag, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(backend.<Integer>stored(tx -> tx.letters().of(AT_THE_LETTER).size()))
                .isEqualTo(1);
    }

    @Test
    void claims_the_document_until_it_is_printed_and_nobody_else_at_the_counter_does() {
        Letter letter = Steps.letter(agent);
        Caller.Answered spoilt = Steps.claim(agent, letter);
        assertThat(spoilt.body().substring(0, 5).utf8()).isEqualTo("%PDF-");
        assertThat(spoilt.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + letter.reference() + ".pdf\"");
        Caller.Answered refused = Steps.claim(backend.as(Role.LETTER_OFFICER), letter);
        assertThat(refused.problem()).isEqualTo("action-closed");
        assertThat(refused.header("Retry-After")).isEqualTo("900");
        String path = "/v1/letters/" + letter.id();
        assertThat(agent.patch(path, Steps.told("PRINT_FAILED", spoilt)).status())
                .isEqualTo(200);
        Caller.Answered document = Steps.claim(agent, letter);
        assertThat(agent.patch(path, Steps.told("PRINTED", spoilt)).problem()).isEqualTo("action-closed");
        assertThat(agent.patch(path, Steps.told("PRINTED", document))
                        .as(Letter.class)
                        .state())
                .isEqualTo(LetterState.PRINTED);
        assertThat(Steps.claim(agent, letter).problem()).isEqualTo("document-already-fetched");
    }

    @Test
    void gives_a_letter_up_before_it_is_posted() {
        Letter letter = Steps.letter(agent);
        String given = "{\"state\":\"VOIDED\",\"reason\":\"NO_PRINTER\"}";
        assertThat(agent.patch("/v1/letters/" + letter.id(), given)
                        .as(Letter.class)
                        .state())
                .isEqualTo(LetterState.VOIDED);
        assertThat(Steps.claim(agent, letter).problem()).isEqualTo("document-already-fetched");
    }

    @Test
    void has_a_message_for_digit_and_asks_only_for_what_is_digits_where_she_stands() {
        String path = "/v1/pensioners/" + AT_THE_START + "/handover";
        Caller.Answered draft = agent.get(path, "Guichet-Reason", "call");
        assertThat(draft.json().path("to").asString()).endsWith("@ec.europa.eu");
        String past = "/v1/pensioners/" + AT_THE_SMS + "/handover";
        assertThat(agent.get(past, "Guichet-Reason", "call")
                        .as(HandoverDraft.class)
                        .choices())
                .extracting(HandoverDraft.Choice::matter)
                .containsExactly(HandoverMatter.LOST_FACTOR, HandoverMatter.SECOND_ACCOUNT);
        assertThat(Steps.act(agent, AT_THE_SMS, "handover", "{\"matter\":\"ACCOUNT\",\"ticket\":\"IM0012345678\"}")
                        .problem())
                .isEqualTo("action-closed");
    }

    @Test
    void sees_nothing_of_a_file_in_the_message_for_digit_without_a_reason_and_a_trace() {
        String path = "/v1/pensioners/" + AT_THE_START + "/handover";
        assertThat(agent.get(path).problem()).isEqualTo("reason-required");
        assertThat(acts(AT_THE_START)).isEmpty();
        agent.get(path, "Guichet-Reason", "ticket IM0012345678");
        assertThat(acts(AT_THE_START)).containsExactly("handover-drafted");
    }

    @Test
    void keeps_the_same_ticket_once_whether_it_is_typed_with_or_without_spaces() {
        for (String typed : List.of("IM0012345678", " IM 0012 345 678")) {
            assertThat(Steps.act(agent, AT_THE_START, "handover", "{\"ticket\":\"" + typed + "\"}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(Steps.open(agent, AT_THE_START).timeline())
                .extracting(TimelineEntry::text)
                .singleElement()
                .asString()
                .contains("IM0012345678");
    }

    private List<String> acts(String pensioner) {
        return backend.stored(tx -> tx.audit().page(pensioner, null, 50)).entries().stream()
                .map(AuditEntry::act)
                .toList();
    }

    @Test
    void previews_the_language_in_which_the_message_is_then_sent() {
        backend.speaks(AT_THE_SMS, "nl", "fr");
        Steps.verify(agent, AT_THE_SMS);
        Action resend = Steps.open(agent, AT_THE_SMS)
                .action(ActionKind.RESEND_CHALLENGE_SMS)
                .orElseThrow();
        assertThat(resend.preview()).extracting(Preview::language).isEqualTo("fr");
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key())
                        .as(Message.class)
                        .language())
                .isEqualTo("fr");
    }

    @Test
    void previews_the_language_in_which_the_letter_is_then_printed() throws IOException {
        backend.speaks(AT_THE_LETTER, "nl", "fr");
        Action generate = Steps.open(agent, AT_THE_LETTER)
                .action(ActionKind.GENERATE_LETTER)
                .orElseThrow();
        assertThat(generate.preview()).extracting(Preview::language).isEqualTo("fr");
        Letter letter = Steps.letter(agent);
        assertThat(Paper.text(Steps.claim(agent, letter))).contains("Madame, Monsieur");
    }

    @Test
    void has_the_registered_label_printed_on_the_letter_where_its_number_is_known() throws IOException {
        Steps.verify(agent, AT_THE_LETTER);
        String etag = Steps.open(agent, AT_THE_LETTER).etag();
        Caller.Answered wrong = Steps.act(
                agent,
                AT_THE_LETTER,
                "letters",
                "{\"itemNumber\":\"RR473124828BE\"}",
                "Idempotency-Key",
                Steps.key(),
                "If-Match",
                etag);
        assertThat(wrong.json().path("detail").asString()).contains("le numéro de recommandé");
        assertThat(wrong.json().path("fields").path(0).path("field").asString()).contains("itemNumber");
        Caller.Answered generated = Steps.act(
                agent,
                AT_THE_LETTER,
                "letters",
                "{\"itemNumber\":\"RR473124829BE\"}",
                "Idempotency-Key",
                Steps.key(),
                "If-Match",
                etag);
        Letter letter = generated.as(Letter.class);
        assertThat(Paper.text(Steps.claim(agent, letter))).contains("RR 473 124 829 BE");
    }

    @Test
    void whose_date_is_no_date_has_made_no_miss() {
        for (String birth :
                List.of("\"1944-03-12T00:00:00Z\"", "\"2999-01-01\"", "\"+999999999-01-01\"", "16142", "[1944,3,12]")) {
            String typed =
                    "{\"method\":\"DATA_POINTS\",\"pensionNumber\":\"70010001\",\"postcode\":\"L-1855\",\"birthDate\":"
                            + birth + "}";
            assertThat(Steps.act(agent, AT_THE_SMS, "verifications", typed).status())
                    .as(birth)
                    .isEqualTo(400);
        }
        assertThat(Steps.act(agent, AT_THE_SMS, "verifications", points("L-9999"))
                        .as(VerificationResult.class)
                        .triesLeft())
                .isEqualTo(4);
    }

    @Test
    void neither_reads_the_audit_trail_nor_records_the_post_nor_reports_events() {
        assertThat(agent.get("/v1/audit").problem()).isEqualTo("not-allowed");
        assertThat(agent.patch("/v1/letters/x", "{\"state\":\"RECEIVED\",\"on\":\"2026-11-23\"}")
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(agent.post("/v1/process-events", "{}").problem()).isEqualTo("not-allowed");
    }

    private static String points(String postcode) {
        return "{\"method\":\"DATA_POINTS\",\"pensionNumber\":\"70010001\",\"birthDate\":\"1944-03-12\",\"postcode\":\""
                + postcode + "\"}";
    }
}
