package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendClockTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** The file is of {@link SampleFile#NOW}; its next action opens 761 seconds later, by the backend's clock. */
    @ParameterizedTest
    @ValueSource(ints = {10, -10, 0})
    void an_action_opens_on_the_screen_when_it_opens_in_the_backend_however_wrong_this_machine_goes(int minutes) {
        Duration ahead = Duration.ofMinutes(minutes);
        ScriptedClient client = new ScriptedClient();
        Moving machine = new Moving(SampleFile.NOW.minus(ahead));
        BackendClock clock = new BackendClock(machine);
        clock.follow(() -> ahead);
        FileModel model = new FileModel(client, new SameThreadTasks(), clock);
        model.show("p-1", AccessReason.CALL);

        machine.now = machine.now.plusSeconds(760);
        model.tick();
        int before = client.opened;
        machine.now = machine.now.plusSeconds(1);
        model.tick();

        assertThat(before).isEqualTo(1);
        assertThat(client.opened).isEqualTo(2);
        assertThat(client.file.actions())
                .anyMatch(action -> action.kind().equals(ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL));
        assertThat(clock.getZone()).isEqualTo(ZONE);
    }

    private static final class Moving extends Clock {
        private Instant now;

        Moving(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
