package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.ContractJson;
import eu.guichet.contract.ProblemType;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StrangeAnswersTest {
    private static final int TOO_MUCH = (8 << 20) + 1;

    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    @ParameterizedTest
    @EnumSource(value = ProblemType.class, mode = EnumSource.Mode.EXCLUDE, names = "DESKTOP_TOO_OLD")
    void every_problem_of_the_contract_arrives_as_itself(ProblemType type) {
        MockResponse refusal = Answers.after(Duration.ofSeconds(40), Answers.problem(type));
        backend.answers(refusal);
        assertThatThrownBy(backend.client::me).isInstanceOfSatisfying(ClientException.Refused.class, refused -> {
            assertThat(refused.type()).isEqualTo(type);
            assertThat(refused.problem().detail()).isEqualTo("phrase");
            assertThat(refused.correlation()).isEqualTo("backend-id");
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        });
        assertThat(backend.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, NOT_ALLOWED", "429, TOO_MANY_REQUESTS", "500, INTERNAL_ERROR"})
    void a_problem_of_a_later_contract_is_read_by_its_status(int status, ProblemType as) {
        backend.answers(Answers.problem("urn:guichet:problem:of-tomorrow", status));
        assertThatThrownBy(backend.client::me)
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(as));
    }

    @Test
    void a_problem_that_says_nothing_to_us_is_not_understood() {
        assertNotUnderstood(Answers.problem("urn:guichet:problem:of-tomorrow", 418));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"id\":", "{\"role\":\"pope\"}", "{\"office\":{}}"})
    void bad_json_is_not_understood(String body) {
        assertNotUnderstood(Answers.text(200, "application/json", body));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409})
    void a_broken_problem_is_not_understood(int status) {
        assertNotUnderstood(Answers.text(status, "application/problem+json", "{\"type\":7"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 301, 404, 500})
    void a_page_of_a_proxy_is_not_understood(int status) {
        assertNotUnderstood(Answers.text(status, "text/html; charset=utf-8", "<html>Please sign in</html>"));
    }

    @Test
    void json_under_another_name_is_not_read() {
        assertNotUnderstood(Answers.text(200, "text/plain", "{}"));
        assertNotUnderstood(Answers.json(200, Answers.ME)
                .newBuilder()
                .removeHeader("Content-Type")
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "role", "office", "environment"})
    void an_answer_that_leaves_out_what_the_contract_promises_is_not_understood(String field) {
        ObjectNode me = ContractJson.mapper().valueToTree(Answers.ME);
        me.remove(field);
        assertNotUnderstood(Answers.json(200, me));
        me.putNull(field);
        assertNotUnderstood(Answers.json(200, me));
    }

    @Test
    void what_the_contract_calls_nullable_may_be_left_out() {
        ObjectNode message = ContractJson.mapper().valueToTree(Answers.MESSAGE);
        message.remove("detail");
        backend.answers(Answers.json(200, message));
        assertThat(backend.client.message("m1")).isEqualTo(Answers.MESSAGE);
    }

    @Test
    void a_document_that_is_no_pdf_is_not_taken_for_one() {
        backend.answers(Answers.text(200, "text/html", "<html>"));
        assertThatThrownBy(() -> backend.client.claim("l1")).isInstanceOf(ClientException.NotUnderstood.class);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        assertNotUnderstood(Answers.text(200, "application/json", " ".repeat(TOO_MUCH)));
    }

    @Test
    void what_could_not_be_read_is_not_quoted_in_the_failure() {
        backend.answers(Answers.text(200, "application/json", "{\"role\":\"m.muller@example.org\"}"));
        assertThatThrownBy(backend.client::me)
                .isInstanceOf(ClientException.NotUnderstood.class)
                .hasNoCause()
                .message()
                .doesNotContain("muller");
    }

    private void assertNotUnderstood(MockResponse answer) {
        backend.answers(answer);
        assertThatThrownBy(backend.client::me).isInstanceOf(ClientException.NotUnderstood.class);
    }
}
