package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Role;
import org.junit.jupiter.api.Test;

class ScreenModelTest {
    private final ScreenModel model = new ScreenModel();

    @Test
    void an_agent_has_the_counter_the_worklists_and_the_own_figures() {
        model.offer(Role.AGENT);
        assertThat(model.available()).containsExactly(Screen.COUNTER, Screen.WORKLISTS, Screen.FIGURES);
    }

    @Test
    void a_letter_officer_has_the_letter_desk_and_a_supervisor_all_of_them() {
        model.offer(Role.LETTER_OFFICER);
        assertThat(model.available()).containsExactly(Screen.COUNTER, Screen.WORKLISTS, Screen.LETTERS, Screen.FIGURES);
        model.offer(Role.SUPERVISOR);
        assertThat(model.available())
                .containsExactly(Screen.COUNTER, Screen.WORKLISTS, Screen.LETTERS, Screen.OVERSIGHT, Screen.FIGURES);
    }

    @Test
    void an_auditor_sees_oversight_and_figures_instead_of_the_counter() {
        model.offer(Role.AUDITOR);
        assertThat(model.available()).containsExactly(Screen.OVERSIGHT, Screen.FIGURES);
        assertThat(model.chosen().get()).isEqualTo(Screen.OVERSIGHT);
    }

    @Test
    void the_screen_that_is_shown_stays_when_the_role_is_read_again() {
        model.offer(Role.SUPERVISOR);
        model.choose(Screen.LETTERS);
        model.offer(Role.SUPERVISOR);
        assertThat(model.chosen().get()).isEqualTo(Screen.LETTERS);
    }

    @Test
    void a_screen_the_role_does_not_have_cannot_be_chosen() {
        model.offer(Role.AGENT);
        model.choose(Screen.OVERSIGHT);
        assertThat(model.choose(3)).isFalse();
        assertThat(model.choose(-1)).isFalse();
        assertThat(model.chosen().get()).isEqualTo(Screen.COUNTER);
    }
}
