package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LostAnswersTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("k-1");
    private static final VerificationRequest SEEN =
            new VerificationRequest(VerificationMethod.DOCUMENT_SEEN, null, null, null, null);

    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    static Stream<MockResponse> losses() {
        return Stream.of(
                Answers.lost(),
                Answers.silence(),
                Answers.cutHalfway(Answers.json(200, Answers.MESSAGE)),
                Answers.trickling(Answers.json(200, Answers.MESSAGE)),
                Answers.text(502, "text/html", "<h1>Bad gateway</h1>"),
                Answers.text(504, "text/html", "<h1>Gateway timeout</h1>"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_question_whose_answer_is_lost_is_asked_again(MockResponse loss) {
        backend.answers(loss, Answers.json(200, Answers.MESSAGE));
        assertThat(backend.client.message("m1")).isEqualTo(Answers.MESSAGE);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void a_document_is_waited_for_longer_than_any_other_answer() {
        MockResponse slow = Answers.pdf()
                .newBuilder()
                .headersDelay(BackendDouble.CALL_TIMEOUT.toMillis() + 300, TimeUnit.MILLISECONDS)
                .build();
        backend.answers(slow);
        assertThat(backend.client.claim("l1").pdf()).isEqualTo(Answers.PDF);
        assertThat(backend.requests()).hasSize(1);
    }

    @Test
    void a_document_lost_on_its_way_is_claimed_again_because_the_later_claim_replaces_the_earlier() {
        backend.answers(Answers.lost(), Answers.pdf());
        assertThat(backend.client.claim("l1").pdf()).isEqualTo(Answers.PDF);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void a_document_that_breaks_off_is_claimed_again() {
        backend.answers(Answers.cutHalfway(Answers.pdf()), Answers.pdf());
        assertThat(backend.client.claim("l1").pdf()).isEqualTo(Answers.PDF);
        assertThat(backend.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_resend_whose_answer_is_lost_is_sent_again_with_the_same_key(MockResponse loss) {
        backend.answers(loss, Answers.json(202, Answers.MESSAGE));
        assertThat(backend.client.resend(Answers.CONTACT, MessageKind.CHALLENGE_SMS, KEY))
                .isEqualTo(Answers.MESSAGE);
        assertThat(backend.requests())
                .extracting(r -> r.getHeaders().get("Idempotency-Key"))
                .containsExactly("k-1", "k-1");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_hand_over_whose_answer_is_lost_is_sent_again_with_the_same_key(MockResponse loss) {
        backend.answers(loss, Answers.empty());
        backend.client.handOver(Answers.CONTACT, HandoverRequest.ticket("IM0012345678"), KEY);
        assertThat(backend.requests())
                .extracting(r -> r.getHeaders().get("Idempotency-Key"))
                .containsExactly("k-1", "k-1");
    }

    @Test
    void all_tries_of_one_call_carry_one_correlation_id() {
        backend.answers(Answers.lost(), Answers.lost(), Answers.json(200, Answers.ME));
        backend.client.me();
        assertThat(backend.requests().stream()
                        .map(r -> r.getHeaders().get("X-Correlation-Id"))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_letter_whose_answer_is_lost_is_asked_for_again_with_the_same_key_and_version(MockResponse loss) {
        backend.answers(loss, Answers.json(201, Answers.LETTER));
        assertThat(backend.client.generateLetter(Answers.CONTACT, "\"7\"", KEY).done())
                .isEqualTo(Answers.LETTER);
        assertThat(backend.requests())
                .extracting(r ->
                        r.getHeaders().get("Idempotency-Key") + r.getHeaders().get("If-Match"))
                .containsExactly("k-1\"7\"", "k-1\"7\"");
    }

    @Test
    void a_question_is_tried_three_times_and_then_the_backend_is_unreachable() {
        backend.answers(Answers.lost(), Answers.lost(), Answers.lost(), Answers.json(200, Answers.ME));
        assertThatThrownBy(backend.client::me).isInstanceOf(ClientException.Unreachable.class);
        assertThat(backend.requests()).hasSize(3);
    }

    @Test
    void a_resend_that_is_never_answered_ends_with_its_outcome_unknown() {
        backend.answers(Answers.lost(), Answers.lost(), Answers.lost());
        assertThatThrownBy(() -> backend.client.resend(Answers.CONTACT, MessageKind.SIGN_IN_SMS, KEY))
                .isInstanceOf(ClientException.OutcomeUnknown.class);
        assertThat(backend.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"NOT_SIGNED_IN", "NOT_ALLOWED", "INTERNAL_ERROR", "UNAVAILABLE"})
    void a_refusal_that_does_not_look_at_the_key_says_nothing_of_the_lost_try(ProblemType type) {
        backend.answers(Answers.lost(), Answers.after(Duration.ofMinutes(2), Answers.problem(type)));
        assertThatThrownBy(() -> backend.client.resend(Answers.CONTACT, MessageKind.SIGN_IN_SMS, KEY))
                .isInstanceOf(ClientException.OutcomeUnknown.class);
        assertThat(backend.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"ACTION_CLOSED", "FILE_CHANGED", "VERIFICATION_REQUIRED", "TOO_MANY_REQUESTS", "NOT_FOUND"})
    void a_refusal_of_the_act_says_that_the_lost_try_was_not_done(ProblemType type) {
        backend.answers(Answers.lost(), Answers.problem(type));
        assertThatThrownBy(() -> backend.client.generateLetter(Answers.CONTACT, "\"7\"", KEY))
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
        assertThat(backend.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("illegible")
    void a_resend_whose_answer_cannot_be_read_may_have_been_done(MockResponse answer) {
        backend.answers(answer);
        assertThatThrownBy(() -> backend.client.resend(Answers.CONTACT, MessageKind.SIGN_IN_SMS, KEY))
                .isInstanceOf(ClientException.OutcomeUnknown.class);
    }

    static Stream<MockResponse> illegible() {
        return Stream.of(
                Answers.text(202, "text/html", "<html>"),
                Answers.text(202, "application/json", "{\"id\":"),
                Answers.text(202, "application/json", "{\"id\":\"m1\"}"),
                Answers.text(500, "text/plain", "oops"));
    }

    @Test
    void nothing_was_done_where_no_connection_came_about() {
        backend.server.close();
        assertThatThrownBy(() -> backend.client.resend(Answers.CONTACT, MessageKind.SIGN_IN_SMS, KEY))
                .isInstanceOf(ClientException.Unreachable.class);
        assertThatThrownBy(() -> backend.client.verify(Answers.CONTACT, SEEN))
                .isInstanceOf(ClientException.Unreachable.class);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_verification_is_never_repeated_because_a_miss_counts(MockResponse loss) {
        backend.answers(loss, Answers.json(200, Answers.ME));
        assertOnceAndUnknown(() -> backend.client.verify(Answers.CONTACT, SEEN));
    }

    @Test
    void what_the_post_did_is_told_again_because_what_is_on_file_is_not_recorded_twice() {
        backend.answers(Answers.lost(), Answers.json(200, Answers.LETTER));
        assertThat(backend.client.record("l1", new LetterPatch.Received(LocalDate.of(2026, 11, 23))))
                .isEqualTo(Answers.LETTER);
        assertThat(backend.requests()).hasSize(2);
    }

    @Test
    void a_correction_whose_answer_is_lost_is_sent_again_with_the_same_key() {
        backend.answers(Answers.lost(), Answers.json(200, Answers.LETTER));
        assertThat(backend.client.correct("l1", "wrong envelope", KEY)).isEqualTo(Answers.LETTER);
        assertThat(backend.requests())
                .extracting(r -> r.getHeaders().get("Idempotency-Key"))
                .containsExactly("k-1", "k-1");
    }

    @Test
    void a_training_move_is_never_repeated() {
        backend.answers(Answers.lost());
        assertThatThrownBy(() -> backend.client.move("p1", new TrainingMove(MoveKind.SIGN_IN)))
                .isInstanceOf(ClientException.OutcomeUnknown.class);
        assertThat(backend.requests()).hasSize(1);
    }

    @Test
    void an_act_whose_answer_cannot_be_read_may_have_been_done() {
        backend.answers(Answers.text(200, "text/html", "<html>"));
        assertOnceAndUnknown(() -> backend.client.verify(Answers.CONTACT, SEEN));
    }

    @Test
    void a_backend_that_is_busy_is_asked_again_no_sooner_than_it_says() {
        backend.answers(
                Answers.after(Duration.ofSeconds(1), Answers.problem(ProblemType.UNAVAILABLE)),
                Answers.json(202, Answers.MESSAGE));
        long begun = System.nanoTime();
        assertThat(backend.client.resend(Answers.CONTACT, MessageKind.SIGN_IN_SMS, KEY))
                .isEqualTo(Answers.MESSAGE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_wait_longer_than_our_patience_is_told_and_not_waited_for() {
        backend.answers(
                Answers.after(Duration.ofMinutes(2), Answers.problem(ProblemType.UNAVAILABLE)),
                Answers.json(200, Answers.ME));
        assertThatThrownBy(backend.client::me)
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(backend.requests()).hasSize(1);
    }

    @Test
    void a_busy_backend_is_not_sent_a_verification_again() {
        backend.answers(
                Answers.after(Duration.ZERO, Answers.problem(ProblemType.UNAVAILABLE)), Answers.json(200, Answers.ME));
        assertThatThrownBy(() -> backend.client.verify(Answers.CONTACT, SEEN))
                .isInstanceOf(ClientException.Refused.class);
        assertThat(backend.requests()).hasSize(1);
    }

    private void assertOnceAndUnknown(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ClientException.OutcomeUnknown.class);
        assertThat(backend.requests()).hasSize(1);
    }
}
