package eu.guichet.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the note on who may do what, role by role: what is not named is not allowed. */
class PermissionsTest {
    @Test
    void an_agent_does_the_whole_work_of_the_desk() {
        assertThat(allowed(Role.AGENT))
                .containsExactlyInAnyOrder(
                        Permission.KNOW_ONESELF,
                        Permission.READ_OFFICES,
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
    }

    @Test
    void a_letter_officer_also_works_at_the_letter_desk_and_records_what_the_post_did() {
        assertThat(more(Role.LETTER_OFFICER, Role.AGENT))
                .containsExactlyInAnyOrder(Permission.LETTER_DESK, Permission.RECORD_POST);
    }

    @Test
    void
            a_supervisor_also_takes_back_what_anybody_recorded_of_the_post_reads_the_audit_trail_unlocks_lifts_alerts_and_approves() {
        assertThat(more(Role.SUPERVISOR, Role.LETTER_OFFICER))
                .containsExactlyInAnyOrder(
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
    }

    @Test
    void an_auditor_reads_the_audit_trail_and_nobody_s_file() {
        assertThat(allowed(Role.AUDITOR))
                .containsExactlyInAnyOrder(
                        Permission.KNOW_ONESELF,
                        Permission.READ_OFFICES,
                        Permission.LISTEN,
                        Permission.READ_NOTICES,
                        Permission.READ_AUDIT,
                        Permission.READ_SUBJECT_FILE,
                        Permission.READ_FIGURES);
    }

    @Test
    void the_process_reports_events_tells_what_is_disturbed_and_reads_nothing_about_anybody() {
        assertThat(allowed(Role.PROCESS))
                .containsExactlyInAnyOrder(
                        Permission.KNOW_ONESELF,
                        Permission.READ_OFFICES,
                        Permission.REPORT_PROCESS_EVENT,
                        Permission.READ_NOTICES,
                        Permission.WRITE_NOTICES);
    }

    @Test
    void the_program_that_sends_the_register_reads_nothing_of_it() {
        assertThat(allowed(Role.REGISTER))
                .containsExactlyInAnyOrder(Permission.KNOW_ONESELF, Permission.READ_OFFICES, Permission.SEND_REGISTER);
    }

    @Test
    void nobody_who_reads_files_reports_events_about_them() {
        for (Role role : List.of(Role.AGENT, Role.LETTER_OFFICER, Role.SUPERVISOR, Role.AUDITOR)) {
            assertThat(Permissions.allow(role, Permission.REPORT_PROCESS_EVENT))
                    .as("%s", role)
                    .isFalse();
        }
    }

    private static Set<Permission> allowed(Role role) {
        return Arrays.stream(Permission.values())
                .filter(permission -> Permissions.allow(role, permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** What the one may beside all that the other may. */
    private static Set<Permission> more(Role one, Role other) {
        Set<Permission> all = allowed(one);
        assertThat(all).containsAll(allowed(other));
        all.removeAll(allowed(other));
        return all;
    }
}
