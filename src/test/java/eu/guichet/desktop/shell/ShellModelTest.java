package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.MovingClock;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final MovingClock clock = new MovingClock(SampleFiles.NOW, ZoneOffset.UTC);
    private final ShellModel model = new ShellModel(client, tasks, clock, clock);

    @Test
    void who_sits_here_is_asked_until_it_is_known() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        pass(20);
        assertThat(model.me().get()).isNull();

        client.fail(null);
        pass(6);

        assertThat(model.me().get()).isNotNull();
        assertThat(model.link().get()).isEqualTo(new Link.Connected());
    }

    @Test
    void it_is_not_asked_each_second() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        pass(60);
        assertThat(client.calls).hasSizeBetween(10, 14);
    }

    @Test
    void a_question_under_way_is_waited_for() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        tasks.hold();
        pass(60);
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void what_is_known_is_not_asked_again_before_the_office_opens_or_closes() {
        model.read();
        int before = client.calls.size();
        pass(60);
        assertThat(client.calls).hasSize(before);
    }

    @Test
    void a_backend_that_is_away_is_said_to_be_away_and_when_it_is_asked_again() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();

        assertThat(model.link().get()).isEqualTo(new Link.Away(SampleFiles.NOW, SampleFiles.NOW.plusSeconds(5)));
    }

    @Test
    void since_when_it_is_away_stays_what_it_was_however_often_it_is_asked_and_begins_anew_the_next_time() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        pass(30);
        assertThat(model.link().get())
                .isInstanceOfSatisfying(
                        Link.Away.class, away -> assertThat(away.since()).isEqualTo(SampleFiles.NOW));

        client.fail(null);
        pass(10);
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        assertThat(model.link().get())
                .isInstanceOfSatisfying(
                        Link.Away.class, away -> assertThat(away.since()).isEqualTo(SampleFiles.NOW.plusSeconds(40)));
    }

    @Test
    void an_answer_that_is_slow_is_said_to_be_waited_for_from_two_seconds_on() {
        model.read();
        client.keepWaiting(Duration.ofMillis(1999));
        pass(1);
        assertThat(model.link().get()).isEqualTo(new Link.Connected());
        client.keepWaiting(Duration.ofSeconds(2));
        pass(1);
        assertThat(model.link().get()).isEqualTo(new Link.Slow(2));
        client.keepWaiting(Duration.ZERO);
        pass(1);
        assertThat(model.link().get()).isEqualTo(new Link.Connected());
    }

    @Test
    void a_session_that_is_over_is_said_to_be_over_whichever_call_hears_it_first() {
        model.read();
        model.listen(event -> {}, () -> {});
        client.connection(GuichetClient.Connection.SIGNED_OUT);

        assertThat(model.link().get()).isEqualTo(new Link.SignedOut());
    }

    @Test
    void a_backend_started_anew_that_does_not_know_the_session_is_no_lost_connection() {
        model.listen(event -> {}, () -> {});
        model.read();
        client.fail(new ClientException.Refused(
                ProblemType.NOT_SIGNED_IN,
                new Problem(ProblemType.NOT_SIGNED_IN.uri(), "", 401, "", "not-signed-in", List.of(), null, "c-1"),
                null));
        client.connection(GuichetClient.Connection.RECONNECTING);

        assertThat(model.link().get()).isEqualTo(new Link.SignedOut());
    }

    @Test
    void live_events_that_no_longer_arrive_are_not_said_to_be_a_backend_that_is_away() {
        model.read();
        model.listen(event -> {}, () -> {});
        client.connection(GuichetClient.Connection.RECONNECTING);

        assertThat(model.link().get()).isEqualTo(new Link.Unheard());
        client.connection(GuichetClient.Connection.CONNECTED);
        assertThat(model.link().get()).isEqualTo(new Link.Connected());
    }

    @Test
    void a_role_that_hears_no_live_events_is_connected_all_the_same() {
        model.read();
        model.listen(event -> {}, () -> {});
        client.connection(GuichetClient.Connection.NOT_OFFERED);

        assertThat(model.link().get()).isEqualTo(new Link.Connected());
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.pass(Duration.ofSeconds(1));
            model.tick(clock.instant());
        }
    }
}
