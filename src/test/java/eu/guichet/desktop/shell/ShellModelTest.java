package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final ShellModel model = new ShellModel(client, tasks);
    private Instant now = SampleFiles.NOW;

    @Test
    void who_sits_here_is_asked_until_it_is_known() {
        client.fail(new ClientException.Unreachable("c-1", null));
        model.read();
        pass(20);
        assertThat(model.me().get()).isNull();

        client.fail(null);
        pass(6);

        assertThat(model.me().get()).isNotNull();
        assertThat(model.failure().get()).isNull();
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

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            model.tick(now);
        }
    }
}
