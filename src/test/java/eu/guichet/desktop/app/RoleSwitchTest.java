package eu.guichet.desktop.app;

import eu.guichet.desktop.ui.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.Test;

/** One learner after the other, or one in all roles, over the real training backend. */
class RoleSwitchTest extends WholeWindowTest {
    private static final Map<String, String> ROLES = Map.of(
            "auditor", "Audit",
            "agent", "Agent",
            "supervisor", "Supervision",
            "letter-officer", "Service des lettres");

    @Test
    void a_learner_works_as_agent_letter_officer_supervisor_and_auditor() {
        start();
        for (String role : List.of("auditor", "agent", "supervisor", "letter-officer")) {
            fxRun(() -> chosen(role).fire());
            until(() -> Objects.equals(ROLES.get(role), text("agent-role")));
            until(() -> chosen(role).isSelected());
        }
        fx(() -> Pictures.take(stage().getScene(), "role-switch"));
    }

    private RadioMenuItem chosen(String role) {
        return node("settings", MenuButton.class).getItems().stream()
                .filter(item -> "menu-work-as".equals(item.getId()))
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> ("menu-work-as-" + role).equals(item.getId()))
                .map(RadioMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
