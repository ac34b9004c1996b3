package eu.guichet.desktop.shell;

import eu.guichet.contract.Role;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** The screens of the window, in the order of the side bar. */
public enum Screen {
    /** Find a person, see where she stands, act. */
    COUNTER(Feather.USER),
    /** Those about whom something is to be done, list by list. */
    WORKLISTS(Feather.LIST),
    /** The letter desk: print, post, record what came back. */
    LETTERS(Feather.MAIL),
    /** Audit trail, locked verifications. */
    OVERSIGHT(Feather.EYE),
    /** What was done in a period: one's own, or that of offices. */
    FIGURES(Feather.BAR_CHART_2);

    private final Feather icon;

    Screen(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** The screens of this role, in order; none for a role that has no desk. */
    static List<Screen> of(Role role) {
        return switch (role) {
            case AGENT -> List.of(COUNTER, WORKLISTS, FIGURES);
            case LETTER_OFFICER -> List.of(COUNTER, WORKLISTS, LETTERS, FIGURES);
            case SUPERVISOR -> List.of(COUNTER, WORKLISTS, LETTERS, OVERSIGHT, FIGURES);
            case AUDITOR -> List.of(OVERSIGHT, FIGURES);
            case PROCESS, REGISTER -> List.of();
        };
    }
}
