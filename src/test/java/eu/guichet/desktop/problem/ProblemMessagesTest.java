package eu.guichet.desktop.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMessagesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final ProblemMessages messages = new ProblemMessages(
            new Texts(language, "eu.guichet.desktop.problem.problem"), Clock.fixed(NOON, ZoneId.of("Europe/Brussels")));

    static Stream<ClientException> failures() {
        return Stream.of(
                        Arrays.stream(ClientException.Untrusted.Fault.values())
                                .map(fault -> new ClientException.Untrusted(fault, "c-1", null)),
                        Arrays.stream(ClientException.Hindered.Hindrance.values())
                                .map(hindrance -> new ClientException.Hindered(hindrance, "c-1", null)),
                        Stream.of(
                                new ClientException.Unreachable("c-1", null),
                                new ClientException.OutcomeUnknown("c-1", null),
                                new ClientException.NotUnderstood("c-1", null),
                                new ClientException.Cancelled("c-1", null)),
                        Arrays.stream(ProblemType.values()).map(type -> refused(type, "", null, null)))
                .flatMap(failures -> failures);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_has_a_sentence_a_next_step_and_a_reference_in_both_languages(ClientException failure) {
        ProblemMessage french = messages.of(failure);
        language.set(Language.ENGLISH);
        ProblemMessage english = messages.of(failure);
        for (ProblemMessage message : List.of(french, english)) {
            assertThat(message.sentence()).endsWith(".");
            assertThat(message.nextStep()).endsWith(".");
            assertThat(message.reference()).isEqualTo("c-1");
        }
        assertThat(english.sentence()).isNotEqualTo(french.sentence());
    }

    @Test
    void no_kind_of_failure_is_left_out() {
        assertThat(failures().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(ClientException.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {
                "ACTION_CLOSED",
                "TOO_MANY_REQUESTS",
                "VERIFICATION_LOCKED",
                "INVALID_REQUEST",
                "NOT_ALLOWED",
                "UNAVAILABLE"
            })
    void where_the_backend_knows_more_its_own_sentence_is_shown(ProblemType type) {
        assertThat(messages.of(refused(type, "Encore 40 secondes.", null, null)).sentence())
                .isEqualTo("Encore 40 secondes.");
    }

    @Test
    void a_server_that_failed_is_never_said_to_have_done_nothing() {
        for (ProblemType type : List.of(ProblemType.INTERNAL_ERROR, ProblemType.UNAVAILABLE)) {
            assertThat(messages.of(refused(type, "", null, null)).sentence()).doesNotContain("Rien n’a été fait");
        }
    }

    @Test
    void what_was_only_to_be_shown_is_never_said_to_have_been_not_done() {
        ClientException unreachable = new ClientException.Unreachable("c-1", new IOException());
        assertThat(messages.of(unreachable).sentence()).contains("Rien n’a été fait");
        for (ClientException failure : List.of(unreachable, refused(ProblemType.INTERNAL_ERROR, "", null, null))) {
            assertThat(messages.ofLook(failure).sentence()).endsWith(".").doesNotContain("fait");
        }
        ClientException locked = refused(ProblemType.VERIFICATION_LOCKED, "Encore 40 secondes.", null, null);
        assertThat(messages.ofLook(locked)).isEqualTo(messages.of(locked));
    }

    @Test
    void what_opens_later_says_when_in_the_zone_of_the_desk() {
        Instant quarterPast = NOON.plus(Duration.ofMinutes(15));
        assertThat(messages.of(refused(ProblemType.ACTION_CLOSED, "", quarterPast, null))
                        .nextStep())
                .endsWith("Possible à partir de 12:15.");
        assertThat(messages.of(refused(ProblemType.TOO_MANY_REQUESTS, "", null, Duration.ofMinutes(1)))
                        .nextStep())
                .endsWith("Possible à partir de 12:01.");
        assertThat(messages.of(refused(ProblemType.ACTION_CLOSED, "", NOON.plus(Duration.ofDays(1)), null))
                        .nextStep())
                .endsWith("Possible à partir du 24 novembre à 12:00.");
    }

    @Test
    void trying_again_is_never_offered_where_it_could_act_twice_or_cannot_help() {
        assertThat(failures()
                        .filter(f -> messages.of(f).retry())
                        .map(ProblemMessagesTest::name)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Unreachable", "Untrusted", "Hindered", "NotUnderstood", "INTERNAL_ERROR", "UNAVAILABLE");
    }

    @Test
    void whose_session_has_ended_reads_what_can_be_done_about_it() {
        ProblemMessage ended = messages.of(refused(ProblemType.NOT_SIGNED_IN, "", null, null));
        assertThat(ended.nextStep()).contains("relancez");
        assertThat(ended.retry()).isFalse();
    }

    private static String name(ClientException failure) {
        return failure instanceof ClientException.Refused refused
                ? refused.type().name()
                : failure.getClass().getSimpleName();
    }

    static ClientException refused(
            ProblemType type, String detail, @Nullable Instant opensAt, @Nullable Duration retryAfter) {
        return new ClientException.Refused(
                type,
                new Problem(type.uri(), "", type.status(), detail, type.key(), List.of(), opensAt, "c-1"),
                retryAfter);
    }
}
