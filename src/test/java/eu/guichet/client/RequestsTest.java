package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
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
    void an_identifier_cannot_leave_its_place_in_the_address() {
        backend.answers(Answers.json(200, Answers.MESSAGE));
        backend.client.message("../me?x=1");
        assertThat(backend.requests().getFirst().getTarget()).isEqualTo("/v1/messages/..%2Fme%3Fx=1");
    }

    @Test
    void opening_a_file_says_why() {
        backend.answers(Answers.problem(ProblemType.NOT_FOUND));
        assertThatThrownBy(() -> backend.client.open("p1", AccessReason.ticket("INC-7")))
                .isInstanceOf(ClientException.Refused.class);
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getTarget()).isEqualTo("/v1/pensioners/p1");
        assertThat(request.getHeaders().get("Guichet-Reason")).isEqualTo("ticket INC-7");
    }

    @Test
    void a_letter_is_asked_for_with_its_key_and_the_version_that_was_read() {
        backend.answers(Answers.json(201, Answers.LETTER));
        assertThat(backend.client.generateLetter("p1", "\"7\"", new IdempotencyKey("k-1")))
                .isEqualTo(Answers.LETTER);
        RecordedRequest request = backend.requests().getFirst();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/pensioners/p1/letters HTTP/1.1");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("k-1");
        assertThat(request.getHeaders().get("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void a_resend_names_a_kind_and_no_destination() {
        backend.answers(Answers.json(202, Answers.MESSAGE));
        assertThat(backend.client.resend("p1", MessageKind.CHALLENGE_SMS, new IdempotencyKey("k-2")))
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
