package eu.guichet.backend.access;

import eu.guichet.contract.Role;
import java.util.EnumSet;
import java.util.Set;

/** Which role may do what. What is not named here is not allowed. */
public final class Permissions {
    private static final Set<Permission> ANYBODY = EnumSet.of(Permission.KNOW_ONESELF, Permission.READ_OFFICES);
    private static final Set<Permission> AGENT = with(
            ANYBODY,
            Permission.LISTEN,
            Permission.SEARCH,
            Permission.READ_FILE,
            Permission.READ_WORKLISTS,
            Permission.READ_OWN_FIGURES,
            Permission.READ_NOTICES,
            Permission.VERIFY,
            Permission.SEND_MESSAGE,
            Permission.GENERATE_LETTER,
            Permission.HAND_OVER,
            Permission.TAKE_BACK,
            Permission.FREEZE,
            Permission.READ_APPROVAL,
            Permission.TRAIN);
    private static final Set<Permission> LETTER_OFFICER = with(AGENT, Permission.RECORD_POST, Permission.LETTER_DESK);
    private static final Set<Permission> SUPERVISOR = with(
            LETTER_OFFICER,
            Permission.CORRECT_POST,
            Permission.TAKE_BACK_ANY,
            Permission.LIFT_ALERT,
            Permission.APPROVE,
            Permission.REVIEW,
            Permission.WRITE_NOTICES,
            Permission.EDIT_OFFICE,
            Permission.TRANSFER,
            Permission.READ_AUDIT,
            Permission.READ_SUBJECT_FILE,
            Permission.READ_FIGURES,
            Permission.UNLOCK_VERIFICATION);
    private static final Set<Permission> AUDITOR = with(
            ANYBODY,
            Permission.LISTEN,
            Permission.READ_NOTICES,
            Permission.READ_AUDIT,
            Permission.READ_SUBJECT_FILE,
            Permission.READ_FIGURES);
    private static final Set<Permission> PROCESS =
            with(ANYBODY, Permission.REPORT_PROCESS_EVENT, Permission.READ_NOTICES, Permission.WRITE_NOTICES);
    private static final Set<Permission> REGISTER = with(ANYBODY, Permission.SEND_REGISTER);

    private Permissions() {}

    public static boolean allow(Role role, Permission permission) {
        return of(role).contains(permission);
    }

    private static Set<Permission> of(Role role) {
        return switch (role) {
            case AGENT -> AGENT;
            case LETTER_OFFICER -> LETTER_OFFICER;
            case SUPERVISOR -> SUPERVISOR;
            case AUDITOR -> AUDITOR;
            case PROCESS -> PROCESS;
            case REGISTER -> REGISTER;
        };
    }

    private static Set<Permission> with(Set<Permission> base, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(base);
        all.addAll(Set.of(more));
        return all;
    }
}
