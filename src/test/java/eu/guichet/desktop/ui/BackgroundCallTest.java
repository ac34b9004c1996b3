package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.guichet.client.ClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundCallTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<String> heard = new ArrayList<>();
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();

    @Test
    void an_older_answer_never_overwrites_a_newer_one() {
        tasks.hold();
        ask("older");
        ask("newer");

        tasks.answerLast();
        tasks.answerNext();

        assertThat(heard).containsExactly("newer");
    }

    @Test
    void an_older_answer_that_comes_first_is_not_shown_either() {
        tasks.hold();
        ask("older");
        ask("newer");

        tasks.answerNext();
        assertThat(heard).isEmpty();
        tasks.answerNext();

        assertThat(heard).containsExactly("newer");
    }

    @Test
    void the_spinner_waits_for_200_milliseconds() {
        tasks.hold();
        ask("slow");

        tasks.pass(Duration.ofMillis(199));
        assertThat(busy.running().get()).isTrue();
        assertThat(busy.spinning().get()).isFalse();

        tasks.pass(Duration.ofMillis(1));
        assertThat(busy.spinning().get()).isTrue();

        tasks.answerNext();
        assertThat(busy.spinning().get()).isFalse();
        assertThat(busy.running().get()).isFalse();
    }

    @Test
    void a_quick_answer_shows_no_spinner_later() {
        ask("quick");
        tasks.pass(Duration.ofSeconds(1));

        assertThat(busy.spinning().get()).isFalse();
    }

    @Test
    void the_spinner_of_an_overtaken_call_ends_with_the_newer_one() {
        tasks.hold();
        ask("older");
        ask("newer");
        tasks.pass(Duration.ofMillis(300));

        tasks.answerLast();

        assertThat(busy.spinning().get()).isFalse();
    }

    @Test
    void a_failure_arrives_as_what_it_is() {
        List<ClientException> failures = new ArrayList<>();
        tasks.call(() -> {
                    throw new ClientException.Unreachable("gone", null);
                })
                .onFailure(failures::add)
                .showing(busy)
                .start();

        assertThat(failures).singleElement().isInstanceOf(ClientException.Unreachable.class);
        assertThat(busy.running().get()).isFalse();
    }

    @Test
    void work_that_dies_of_a_fault_of_the_program_leaves_nobody_waiting() {
        BackgroundCall<String> call = tasks.<String>call(() -> {
                    throw new IllegalStateException("a driver's");
                })
                .onDone(heard::add)
                .onFault(() -> heard.add("fault"))
                .showing(busy);

        assertThatIllegalStateException().isThrownBy(call::start);
        assertThat(heard).containsExactly("fault");
        assertThat(busy.running().get()).isFalse();
    }

    @Test
    void a_cancelled_call_tells_nobody() {
        tasks.hold();
        ask("too late");
        latest.cancel();
        tasks.answerNext();

        assertThat(heard).isEmpty();
        assertThat(busy.running().get()).isFalse();
    }

    private void ask(String answer) {
        tasks.call(() -> answer).onDone(heard::add).showing(busy).within(latest).start();
    }
}
