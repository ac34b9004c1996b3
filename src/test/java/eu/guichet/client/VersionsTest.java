package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.ClientException.Hindered;
import eu.guichet.client.ClientException.Hindered.Hindrance;
import eu.guichet.contract.ContractVersion;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ProblemType;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void a_backend_that_no_longer_serves_this_desktop_is_told_even_where_its_answer_cannot_be_read() {
        backend.answers(Answers.text(200, "application/json", "{\"people\":[]}")
                .newBuilder()
                .addHeader(ContractVersion.LOWEST_DESKTOP_HEADER, ContractVersion.SPOKEN + 1)
                .build());
        assertHindered(Hindrance.DESKTOP_TOO_OLD);
    }

    @Test
    void a_backend_older_than_this_desktop_can_work_with_is_told() {
        backend.answers(answer(ContractVersion.LOWEST_BACKEND - 1 + "", "1"));
        assertHindered(Hindrance.BACKEND_TOO_OLD);
    }

    @Test
    void a_newer_backend_that_still_serves_this_desktop_is_worked_with() {
        backend.answers(answer("99", String.valueOf(ContractVersion.SPOKEN)));
        assertThat(backend.client.me()).isEqualTo(Answers.ME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "-1", "99999999999"})
    void what_is_no_number_hinders_nobody(String header) {
        backend.answers(answer(header, header));
        assertThat(backend.client.me()).isEqualTo(Answers.ME);
    }

    @Test
    void what_an_act_has_done_is_not_lost_because_the_backend_has_moved_on_meanwhile() {
        backend.answers(Answers.json(202, Answers.MESSAGE)
                .newBuilder()
                .addHeader(ContractVersion.LOWEST_DESKTOP_HEADER, ContractVersion.SPOKEN + 1)
                .build());
        assertThat(backend.client.resend(Answers.CONTACT, MessageKind.CHALLENGE_SMS, IdempotencyKey.create()))
                .isEqualTo(Answers.MESSAGE);
    }

    @Test
    void each_request_says_which_version_this_desktop_speaks() {
        backend.answers(Answers.json(200, Answers.ME));
        backend.client.me();
        assertThat(backend.requests().getFirst().getHeaders().get(ContractVersion.SPOKEN_HEADER))
                .isEqualTo(String.valueOf(ContractVersion.SPOKEN));
    }

    @Test
    void an_act_refused_because_this_desktop_is_too_old_is_told_as_that() {
        backend.answers(Answers.problem(ProblemType.DESKTOP_TOO_OLD));
        assertThatThrownBy(() ->
                        backend.client.resend(Answers.CONTACT, MessageKind.CHALLENGE_SMS, IdempotencyKey.create()))
                .isInstanceOfSatisfying(
                        Hindered.class,
                        hindered -> assertThat(hindered.hindrance()).isEqualTo(Hindrance.DESKTOP_TOO_OLD));
    }

    private static MockResponse answer(String spoken, String lowest) {
        return Answers.json(200, Answers.ME)
                .newBuilder()
                .addHeader(ContractVersion.SPOKEN_HEADER, spoken)
                .addHeader(ContractVersion.LOWEST_DESKTOP_HEADER, lowest)
                .build();
    }

    private void assertHindered(Hindrance hindrance) {
        assertThatThrownBy(backend.client::me).isInstanceOfSatisfying(Hindered.class, hindered -> {
            assertThat(hindered.hindrance()).isEqualTo(hindrance);
            assertThat(hindered.passes()).isFalse();
            assertThat(hindered.settles()).isFalse();
        });
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }
}
