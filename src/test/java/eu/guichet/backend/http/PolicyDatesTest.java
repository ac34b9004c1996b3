package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Me;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.process.Situation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that hold from a day on: a backend that runs over midnight goes by them. */
@OnBothStores
class PolicyDatesTest {
    private static final Duration UNTIL_MIDNIGHT =
            Duration.between(RunningBackend.NINE_OCLOCK, Instant.parse("2026-11-23T23:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void at_midnight_other_figures_hold_for_the_desk_and_the_file_without_a_restart() {
        try (RunningBackend backend = new RunningBackend(
                folder,
                Map.of(
                        "contacts.open@2026-11-24", "1",
                        "channels@2026-11-24", "email",
                        "limits.searches@2026-11-24", "1"))) {
            Caller agent = backend.as(Role.AGENT);
            Me.Desk desk = agent.get("/v1/me").as(Me.class).desk();
            assertThat(desk.contactsOpen()).isEqualTo(2);
            assertThat(desk.changesAt()).isEqualTo(RunningBackend.NINE_OCLOCK.plus(UNTIL_MIDNIGHT));
            PensionerFile before = Steps.open(agent, AT_THE_SMS);
            assertThat(sms(before).open()).isTrue();
            assertThat(standing(agent)).isEqualTo(before.standing());

            backend.later(UNTIL_MIDNIGHT.minusSeconds(1));
            assertThat(agent.get("/v1/me").as(Me.class).desk().contactsOpen()).isEqualTo(2);
            backend.later(Duration.ofSeconds(1));
            desk = agent.get("/v1/me").as(Me.class).desk();
            assertThat(desk.contactsOpen()).isEqualTo(1);
            assertThat(desk.changesAt()).isNull();
            PensionerFile after = Steps.open(agent, AT_THE_SMS);
            assertThat(sms(after).open()).isFalse();
            assertThat(after.standing()).isNotEqualTo(before.standing());
            assertThat(after.advice()).isNotEqualTo(before.advice());
            awaitStatus(backend, Situation.PHONE_PENDING_WITHOUT_SMS);
            assertThat(standing(agent)).isEqualTo(after.standing());
            assertThat(agent.post("/v1/search", "{\"query\":\"muller\"}").status())
                    .as("the limit of the new day")
                    .isEqualTo(429);
        }
    }

    private static Action sms(PensionerFile file) {
        return file.actions().stream()
                .filter(action -> action.kind().equals(ActionKind.RESEND_CHALLENGE_SMS))
                .findFirst()
                .orElseThrow();
    }

    private static String standing(Caller caller) {
        return caller.post("/v1/search", "{\"query\":\"muller\"}")
                .json()
                .path("rows")
                .path(0)
                .path("standing")
                .asString();
    }

    /** The list is derived anew within seconds, one person after the other. */
    private static void awaitStatus(RunningBackend backend, Situation expected) {
        for (int looks = 0; looks < 600 && !situation(backend).equals(Optional.of(expected)); looks++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(situation(backend)).contains(expected);
    }

    private static Optional<Situation> situation(RunningBackend backend) {
        return backend.stored(tx -> tx.statuses().find(AT_THE_SMS)).map(EnrolmentStatus::situation);
    }
}
