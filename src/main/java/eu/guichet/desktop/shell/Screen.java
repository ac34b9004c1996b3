package eu.guichet.desktop.shell;

import eu.guichet.contract.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;

/** The screens of the window, in the order of the side bar. */
public enum Screen {
    /** Find a person, see where she stands, act. */
    COUNTER(Feather.USER, Set.of(Role.AGENT, Role.LETTER_OFFICER, Role.SUPERVISOR)),
    /** The letter desk: print, post, record what came back. */
    LETTERS(Feather.MAIL, Set.of(Role.LETTER_OFFICER, Role.SUPERVISOR)),
    /** Audit trail, locked verifications. */
    OVERSIGHT(Feather.EYE, Set.of(Role.SUPERVISOR, Role.AUDITOR));

    private final Feather icon;
    private final Set<Role> roles;

    Screen(Feather icon, Set<Role> roles) {
        this.icon = icon;
        this.roles = roles;
    }

    Feather icon() {
        return icon;
    }

    /** The screens of this role, in order; none for a role that has no desk. */
    static List<Screen> of(Role role) {
        return Arrays.stream(values())
                .filter(screen -> screen.roles.contains(role))
                .toList();
    }
}
