package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Traces;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that nobody touches shows nobody. */
class VeilTest extends UiTest {
    private static final Duration LIFTED = Duration.ofMillis(300);

    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;
    private Keyboard keys;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        show(shell.view, 980, 700);
        keys = fx(() -> new Keyboard(stage().getScene(), shell.hands::pass));
        fxRun(() -> {
            shell.view.start();
            shell.hands.every(0);
            field().setText("muller");
            tasks.pass(Duration.ofMillis(120));
            keys.pause().stroke(KeyCode.ENTER);
        });
        await(() -> shell.view.lookup("#pensioner-name") != null);
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    @Test
    void F9_veils_at_once_and_nothing_of_any_person_is_left_to_see_or_to_hear() {
        fxRun(() -> {
            assertThat(Traces.of("muller", "müller")).isNotEmpty();
            keys.pause().stroke(KeyCode.F9);
            assertThat(Traces.of("muller", "müller", "1944", "SMS")).isEmpty();
            assertThat(((Label) shell.view.lookup("#veil-line")).getText())
                    .isEqualTo("Bruxelles · Marie Dubois · 10:12 — une touche pour reprendre");
        });
    }

    @Test
    void ten_minutes_without_a_touch_veil_the_desk_on_a_call() {
        fxRun(() -> {
            shell.pass(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(shell.view.veiled().get()).isFalse();
            shell.pass(Duration.ofSeconds(1));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    @Test
    void three_minutes_without_a_touch_veil_the_desk_at_the_counter() {
        fxRun(() -> {
            keys.pause().stroke(KeyCode.F3);
            shell.pass(Duration.ofMinutes(3).minusSeconds(1));
            assertThat(shell.view.veiled().get()).isFalse();
            shell.pass(Duration.ofSeconds(1));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {11, -11})
    void a_backend_whose_clock_jumps_veils_nobody_and_keeps_nobody_unveiled(long minutes) {
        fxRun(() -> {
            shell.clock.pass(Duration.ofMinutes(minutes));
            shell.ticker.tick();
            shell.pass(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(shell.view.veiled().get()).isFalse();
            shell.pass(Duration.ofSeconds(1));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    @Test
    void a_machine_whose_clock_is_put_back_veils_ten_minutes_after_that() {
        fxRun(() -> {
            shell.machine.pass(Duration.ofHours(-1));
            shell.pass(Duration.ofMinutes(10));
            assertThat(shell.view.veiled().get()).isFalse();
            shell.pass(Duration.ofSeconds(1));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    @Test
    void a_key_begins_the_wait_anew() {
        fxRun(() -> {
            shell.pass(Duration.ofMinutes(9));
            keys.pause().stroke(KeyCode.SHIFT);
            shell.pass(Duration.ofMinutes(9));
            assertThat(shell.view.veiled().get()).isFalse();
        });
    }

    @Test
    void the_key_that_lifts_the_veil_does_nothing_else_and_what_was_being_typed_is_still_there() {
        fxRun(() -> {
            field().requestFocus();
            field().positionCaret(3);
            keys.pause().stroke(KeyCode.F9);
            keys.pause().type("x");
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isFalse();
            assertThat(field().getText()).isEqualTo("muller");
            assertThat(field().isFocused()).isTrue();
            assertThat(field().getCaretPosition()).isEqualTo(3);
            assertThat(field().getSelectedText()).isEmpty();
        });
    }

    @Test
    void a_scanner_lifts_nothing_and_opens_nothing_behind_the_veil() {
        fxRun(() -> {
            String open = ((Label) shell.view.lookup("#pensioner-name")).getText();
            assertThat(open).isEqualTo("MÜLLER Annelise");
            keys.pause().stroke(KeyCode.F9);
            keys.pause().scan("G-7F2K-11AB");
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isTrue();
            keys.pause().stroke(KeyCode.SPACE);
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isFalse();
            assertThat(((Label) shell.view.lookup("#pensioner-name")).getText()).isEqualTo(open);
        });
    }

    @Test
    void a_session_that_ended_behind_the_veil_has_its_way_on() {
        fxRun(() -> {
            shell.client.environment(Environment.PRODUCTION);
            shell.view.start();
            keys.pause().stroke(KeyCode.F9);
            shell.client.fail(new ClientException.Refused(
                    ProblemType.NOT_SIGNED_IN,
                    new Problem(ProblemType.NOT_SIGNED_IN.uri(), "", 401, "", "not-signed-in", List.of(), null, "c-1"),
                    null));
            keys.pause().stroke(KeyCode.SPACE);
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isTrue();
            assertThat(((Label) shell.view.lookup("#veil-failed")).getText()).contains("session a pris fin");
            assertThat(shell.view.lookup("#veil-way").isVisible()).isTrue();
        });
    }

    @Test
    void F9_held_down_does_not_lift_what_it_veiled() {
        fxRun(() -> {
            keys.pause().hold(KeyCode.F9, 20);
            tasks.pass(Duration.ofSeconds(2));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    @Test
    void where_people_sign_in_a_session_that_is_over_lifts_nothing() {
        fxRun(() -> {
            shell.client.environment(Environment.PRODUCTION);
            shell.view.start();
            keys.pause().stroke(KeyCode.F9);
            shell.client.fail(new ClientException.Unreachable("c-1", null));
            keys.pause().stroke(KeyCode.SPACE);
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isTrue();

            shell.client.fail(null);
            keys.pause().stroke(KeyCode.SPACE);
            tasks.pass(LIFTED);
            assertThat(shell.view.veiled().get()).isFalse();
        });
    }

    private TextField field() {
        return (TextField) shell.view.lookup("#search-field");
    }
}
