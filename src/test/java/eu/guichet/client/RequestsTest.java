package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.VoidReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void every_call_says_who_asks_and_in_which_language_and_can_be_found_again() {
        backend.answers(Answers.json(200, Answers.ME), Answers.json(200, Answers.ME));
        assertThat(backend.client.me()).isEqualTo(Answers.ME);
        backend.client.speak(Locale.ENGLISH);
        backend.client.me();

        List<RecordedRequest> requests = backend.requests();
        assertThat(requests.getFirst().getHeaders().get("Authorization")).isEqualTo("Bearer secret-token");
        assertThat(requests)
                .extracting(r -> r.getHeaders().get("Accept-Language"))
                .containsExactly("fr", "en");
        assertThat(requests)
                .extracting(r -> r.getHeaders().get("X-Correlation-Id"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_searched_for_never_stands_in_the_address() {
        backend.answers(Answers.json(200, new SearchResult(List.of(), false)));
        backend.client.search(new SearchRequest("müller@example.org", 20));

        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/search HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"query\":\"müller@example.org\",\"limit\":20}");
    }

    @Test
    void the_trail_is_asked_for_by_all_that_narrows_it_and_by_nothing_else() {
        backend.answers(
                Answers.json(200, new AuditPage(List.of(), null)), Answers.json(200, new AuditPage(List.of(), null)));
        LocalDate day = LocalDate.of(2026, 11, 24);
        backend.client.audit(new AuditQuery(
                "p-1", "agent-1", "c-1", day, OfficeCode.LUX, "message-sent", day.minusDays(1), day, 7L));
        backend.client.audit(AuditQuery.EVERYTHING);

        assertThat(backend.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly(
                        "/v1/audit?pensioner=p-1&agent=agent-1&contact=c-1&on=2026-11-24&office=LUX&act=message-sent"
                                + "&from=2026-11-23&until=2026-11-24&before=7",
                        "/v1/audit");
    }

    @Test
    void an_identifier_cannot_leave_its_place_in_the_address() {
        backend.answers(Answers.json(200, Answers.MESSAGE));
        backend.client.message("../me?x=1");
        assertThat(backend.requests().getFirst().getTarget()).isEqualTo("/v1/messages/..%2Fme%3Fx=1");
    }

    @Test
    void a_contact_says_about_whom_and_why() {
        backend.answers(Answers.json(201, Answers.CONTACT));
        assertThat(backend.client.openContact(new ContactRequest("p1", AccessReason.ticket("INC-7"))))
                .isEqualTo(Answers.CONTACT);
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/contacts HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"pensionerId\":\"p1\",\"reason\":\"ticket INC-7\"}");
    }

    @Test
    void a_contact_whose_answer_is_lost_is_opened_again_and_is_the_same() {
        backend.answers(Answers.lost(), Answers.json(200, Answers.CONTACT));
        assertThat(backend.client.openContact(new ContactRequest("p1", AccessReason.CALL)))
                .isEqualTo(Answers.CONTACT);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void a_contact_is_corrected_noted_and_closed_by_its_id() {
        ContactSummary summary = new ContactSummary(
                "c1", AccessReason.COUNTER, Instant.EPOCH, Instant.EPOCH, List.of("Identité vérifiée"), "à suivre");
        backend.answers(
                Answers.json(200, Answers.CONTACT),
                Answers.json(200, Answers.CONTACT),
                Answers.json(200, List.of(Answers.CONTACT)),
                Answers.json(200, summary));
        backend.client.correctContact("c1", AccessReason.COUNTER);
        backend.client.note("c1", "à suivre");
        assertThat(backend.client.contacts()).containsExactly(Answers.CONTACT);
        assertThat(backend.client.closeContact("c1")).isEqualTo(summary);
        List<RecordedRequest> requests = backend.requests();
        assertThat(requests)
                .extracting(RecordedRequest::getRequestLine)
                .containsExactly(
                        "PATCH /v1/contacts/c1 HTTP/1.1",
                        "PATCH /v1/contacts/c1 HTTP/1.1",
                        "GET /v1/contacts HTTP/1.1",
                        "POST /v1/contacts/c1/close HTTP/1.1");
        assertThat(requests.stream().limit(2).map(r -> r.getBody().utf8()))
                .containsExactly("{\"reason\":\"counter\"}", "{\"note\":\"à suivre\"}");
    }

    @Test
    void a_file_and_every_act_name_their_contact() {
        backend.answers(
                Answers.problem(ProblemType.CONTACT_REQUIRED),
                Answers.json(202, Answers.MESSAGE),
                Answers.json(201, Answers.LETTER),
                Answers.empty());
        assertThatThrownBy(() -> backend.client.open(Answers.CONTACT)).isInstanceOf(ClientException.Refused.class);
        backend.client.resend(Answers.CONTACT, MessageKind.CHALLENGE_SMS, new IdempotencyKey("k-3"));
        backend.client.generateLetter(Answers.CONTACT, "\"7\"", new IdempotencyKey("k-4"));
        backend.client.handOver(Answers.CONTACT, HandoverRequest.ticket("IM1"), new IdempotencyKey("k-5"));
        assertThat(backend.requests())
                .allSatisfy(request -> assertThat(request.getTarget()).startsWith("/v1/pensioners/p1"))
                .extracting(request -> request.getHeaders().get("Guichet-Contact"))
                .containsOnly("c1");
    }

    @Test
    void a_file_is_frozen_within_the_contact_and_with_a_key() {
        backend.answers(Answers.lost(), Answers.empty());
        backend.client.freeze(Answers.CONTACT, new IdempotencyKey("k-5"));
        assertThat(backend.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getRequestLine()).isEqualTo("POST /v1/pensioners/p1/freeze HTTP/1.1");
            assertThat(request.getHeaders().get("Guichet-Contact")).isEqualTo("c1");
            assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("k-5");
        });
    }

    @Test
    void an_alert_is_lifted_with_a_reason() {
        backend.answers(Answers.empty());
        backend.client.liftAlert("p1", Alert.FROZEN, "spoke to her at the counter");
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/pensioners/p1/alert-lifts HTTP/1.1");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"alert\":\"FROZEN\",\"reason\":\"spoke to her at the counter\"}");
    }

    @Test
    void a_letter_is_asked_for_with_its_key_and_the_version_that_was_read() {
        backend.answers(Answers.json(201, Answers.LETTER));
        assertThat(backend.client
                        .generateLetter(Answers.CONTACT, "\"7\"", new IdempotencyKey("k-1"))
                        .done())
                .isEqualTo(Answers.LETTER);
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/pensioners/p1/letters HTTP/1.1");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("k-1");
        assertThat(request.getHeaders().get("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void a_resend_names_a_kind_and_no_destination() {
        backend.answers(Answers.json(202, Answers.MESSAGE));
        assertThat(backend.client.resend(Answers.CONTACT, MessageKind.CHALLENGE_SMS, new IdempotencyKey("k-2")))
                .isEqualTo(Answers.MESSAGE);
        assertThat(backend.requests().getFirst().getBody().utf8()).isEqualTo("{\"kind\":\"CHALLENGE_SMS\"}");
    }

    @Test
    void the_document_arrives_byte_for_byte() {
        backend.answers(Answers.pdf());
        ClaimedDocument document = backend.client.claim("l1");
        assertThat(document.pdf()).isEqualTo(Answers.PDF);
        assertThat(document.claim()).isEqualTo("c-1");
        assertThat(backend.requests().getFirst().getRequestLine()).isEqualTo("POST /v1/letters/l1/claim HTTP/1.1");
    }

    @Test
    void a_letter_is_asked_for_with_the_reason_why_the_one_before_is_replaced() {
        backend.answers(Answers.json(201, Answers.LETTER));
        LetterRequest wanted = new LetterRequest(null, LetterCause.LOST, PrintPlace.LETTER_DESK);
        backend.client.generateLetter(Answers.CONTACT, "\"7\"", wanted, new IdempotencyKey("k-1"));
        assertThat(backend.requests().getFirst().getBody().utf8())
                .isEqualTo("{\"cause\":\"LOST\",\"printAt\":\"LETTER_DESK\"}");
    }

    @Test
    void what_became_of_a_document_names_its_claim() {
        backend.answers(Answers.json(200, Answers.LETTER), Answers.json(200, Answers.LETTER));
        backend.client.record("l1", new LetterPatch.Printed("c-1"));
        backend.client.record("l1", new LetterPatch.Voided(VoidReason.NO_PRINTER));
        List<RecordedRequest> requests = backend.requests();
        assertThat(requests.getFirst().getRequestLine()).isEqualTo("PATCH /v1/letters/l1 HTTP/1.1");
        assertThat(requests)
                .extracting(r -> r.getBody().utf8())
                .containsExactly(
                        "{\"state\":\"PRINTED\",\"claim\":\"c-1\"}",
                        "{\"state\":\"VOIDED\",\"reason\":\"NO_PRINTER\"}");
    }

    @Test
    void a_correction_says_why_and_has_a_key() {
        backend.answers(Answers.json(200, Answers.LETTER));
        backend.client.correct("l1", "wrong envelope", new IdempotencyKey("k-1"));
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/letters/l1/corrections HTTP/1.1");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("k-1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"reason\":\"wrong envelope\"}");
    }

    @Test
    void the_letter_desk_is_read_list_by_list_and_page_by_page() {
        LetterDeskCounts counts =
                new LetterDeskCounts(OfficeCode.LUX, 3, 2, 41, 4, 6, LocalDate.of(2026, 11, 23), 5, 0);
        LetterDeskPage page = new LetterDeskPage(List.of(), "2026-11-18~l1");
        backend.answers(Answers.json(200, counts), Answers.json(200, page), Answers.json(200, page));
        assertThat(backend.client.letterDesk()).isEqualTo(counts);
        assertThat(backend.client.letterDeskPage(LetterDeskStage.ON_THE_WAY, null))
                .isEqualTo(page);
        backend.client.letterDeskPage(LetterDeskStage.ON_THE_WAY, page.next());
        assertThat(backend.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly(
                        "/v1/letter-desk",
                        "/v1/letter-desk/on-the-way",
                        "/v1/letter-desk/on-the-way?after=2026-11-18%7El1");
    }

    @Test
    void what_was_scanned_never_stands_in_the_address() {
        backend.answers(Answers.problem(ProblemType.INVALID_REQUEST));
        assertThatThrownBy(() -> backend.client.scan("RR473124829BE")).isInstanceOf(ClientException.Refused.class);
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/letter-desk/scans HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("{\"scanned\":\"RR473124829BE\"}");
    }

    @Test
    void a_posting_list_is_asked_for_as_the_paper_or_the_table_it_is_wanted_as() {
        backend.answers(Answers.pdf(), Answers.text(200, "text/csv; charset=utf-8", "number,reference"));
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(backend.client.postingList(day, TableFormat.PDF)).isEqualTo(Answers.PDF);
        assertThat(backend.client.postingList(day, TableFormat.CSV)).asString().startsWith("number");
        assertThat(backend.requests())
                .extracting(r -> r.getTarget() + " " + r.getHeaders().get("Accept"))
                .containsExactly(
                        "/v1/letter-desk/posting-list/2026-11-23 application/pdf, application/problem+json",
                        "/v1/letter-desk/posting-list/2026-11-23 text/csv, application/problem+json");
    }

    @Test
    void the_token_does_not_follow_a_redirect() {
        backend.answers(
                Answers.text(302, "text/html", "")
                        .newBuilder()
                        .addHeader("Location", "/elsewhere")
                        .build(),
                Answers.json(200, Answers.ME));
        assertThatThrownBy(backend.client::me).isInstanceOf(ClientException.NotUnderstood.class);
        assertThat(backend.requests()).hasSize(1);
    }
}
