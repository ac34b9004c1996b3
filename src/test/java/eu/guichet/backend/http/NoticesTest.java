package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is nine on a Monday in Brussels; her number is one of Luxembourg. */
@OnBothStores
class NoticesTest {
    private static final String TO_LUXEMBOURG = "\"prefix\":\"+352621\",";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static String notice(String topic, String more, boolean closes) {
        return "{\"topic\":\"" + topic + "\"," + more
                + "\"texts\":{\"fr\":\"Retards chez l’opérateur\",\"en\":\"Delays at the operator\"},"
                + "\"since\":\"2026-11-23T07:10:00Z\",\"until\":\"2026-11-23T16:00:00Z\",\"closesResends\":" + closes
                + "}";
    }

    private static Caller.Answered write(Caller caller, String json, String key) {
        return caller.post("/v1/notices", json, "Idempotency-Key", key);
    }

    private Notice written(String json) {
        Caller.Answered answer = write(supervisor, json, Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        return answer.as(Notice.class);
    }

    private static List<Notice> shown(Caller caller, String query) {
        Caller.Answered answer = caller.get("/v1/notices" + query);
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return Arrays.asList(answer.as(Notice[].class));
    }

    private Action resendOf(String pensioner) {
        return Steps.open(agent, pensioner)
                .action(ActionKind.RESEND_CHALLENGE_SMS)
                .orElseThrow();
    }

    @Test
    void a_notice_of_a_supervisor_or_a_program_is_read_at_every_desk_in_its_language() {
        Notice notice = written(notice("SMS", TO_LUXEMBOURG, false));
        assertThat(notice.steps()).containsExactly(8, 13);
        assertThat(shown(agent, "")).singleElement().satisfies(seen -> {
            assertThat(seen.text()).isEqualTo("Retards chez l’opérateur");
            assertThat(seen.by()).isEqualTo(notice.by());
        });
        assertThat(Arrays.asList(
                        agent.get("/v1/notices", "Accept-Language", "en").as(Notice[].class)))
                .extracting(Notice::text)
                .containsExactly("Delays at the operator");
        assertThat(write(backend.as(Role.PROCESS), notice("POST", "", false), Steps.key())
                        .status())
                .isEqualTo(201);
        assertThat(shown(agent, "")).extracting(Notice::topic).contains(NoticeTopic.POST);
        assertThat(write(agent, notice("POST", "", false), Steps.key()).problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void marks_that_nobody_sees_are_taken_out_of_what_every_desk_reads() {
        String marked = "{\"topic\":\"STEP\",\"step\":8,\"texts\":{\"fr\":\"%s\"},"
                + "\"since\":\"2026-11-23T07:10:00Z\",\"until\":\"2026-11-23T16:00:00Z\",\"closesResends\":false}";
        written(marked.formatted("Page \u202eperturbée\u2069\u200b"));
        assertThat(shown(agent, "")).extracting(Notice::text).containsExactly("Page perturbée");
        assertThat(write(supervisor, marked.formatted("\u202e\u200b"), Steps.key())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void written_in_one_language_alone_it_is_marked_with_it() {
        written("{\"topic\":\"STEP\",\"step\":8,\"texts\":{\"de\":\"Seite gestört\"},"
                + "\"since\":\"2026-11-23T07:10:00Z\",\"until\":\"2026-11-23T16:00:00Z\",\"closesResends\":false}");
        assertThat(shown(agent, "")).singleElement().satisfies(seen -> {
            assertThat(seen.language()).isEqualTo("de");
            assertThat(seen.text()).isEqualTo("Seite gestört");
            assertThat(seen.steps()).containsExactly(8);
        });
    }

    @Test
    void what_is_disturbed_is_said_in_the_files_it_concerns_and_before_the_act() {
        Notice notice = written(notice("SMS", TO_LUXEMBOURG, false));
        assertThat(Steps.open(agent, AT_THE_SMS).notices())
                .extracting(Notice::id)
                .containsExactly(notice.id());
        assertThat(Steps.open(agent, AT_THE_LETTER).notices()).isEmpty();
        Action resend = resendOf(AT_THE_SMS);
        assertThat(resend.open()).isTrue();
        assertThat(Objects.requireNonNull(resend.preview()).consequences().getFirst())
                .contains("Retards chez l’opérateur", "a commencé à 08:10");
    }

    @Test
    void what_a_notice_closes_is_refused_for_that_reason_until_it_ends_by_itself() {
        written(notice("SMS", TO_LUXEMBOURG, true));
        Action closed = resendOf(AT_THE_SMS);
        assertThat(closed.open()).isFalse();
        assertThat(closed.primary()).isFalse();
        assertThat(closed.reason()).contains("Retards chez l’opérateur");
        assertThat(closed.opensAt()).isEqualTo("2026-11-23T16:00:00Z");
        Steps.verify(agent, AT_THE_SMS);
        Caller.Answered refused = Steps.resend(agent, AT_THE_SMS, Steps.key());
        assertThat(refused.problem()).isEqualTo("action-closed");
        assertThat(refused.json().path("detail").asString()).contains("Retards chez l’opérateur");
        assertThat(refused.json().path("opensAt").asString()).isEqualTo("2026-11-23T16:00:00Z");
        backend.later(Duration.ofHours(8));
        assertThat(resendOf(AT_THE_SMS).open()).isTrue();
        assertThat(shown(agent, "")).isEmpty();
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
    }

    @Test
    void numbers_that_begin_otherwise_and_other_ways_are_left_open() {
        written(notice("SMS", "\"prefix\":\"+39\",", true));
        written(notice("EMAIL", "", true));
        assertThat(resendOf(AT_THE_SMS).open()).isTrue();
        assertThat(Steps.open(agent, AT_THE_SMS).notices())
                .extracting(Notice::topic)
                .containsExactly(NoticeTopic.EMAIL);
    }

    @Test
    void ended_it_opens_what_it_closed_and_is_kept_for_the_auditor() {
        Notice notice = written(notice("SMS", "", true));
        assertThat(resendOf(AT_THE_SMS).open()).isFalse();
        for (int i = 0; i < 2; i++) {
            Caller.Answered ended = supervisor.post("/v1/notices/" + notice.id() + "/end", "");
            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.as(Notice.class).endedAt()).isNotNull();
        }
        assertThat(resendOf(AT_THE_SMS).open()).isTrue();
        assertThat(shown(agent, "")).isEmpty();
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(shown(auditor, "?over=true")).extracting(Notice::id).containsExactly(notice.id());
        assertThat(auditor.get("/v1/audit").as(AuditPage.class).entries())
                .filteredOn(row -> row.act().startsWith("notice-"))
                .extracting(AuditEntry::act)
                .containsExactly("notice-ended", "notice-ended", "notice-written");
        assertThat(supervisor.post("/v1/notices/nothing/end", "").problem()).isEqualTo("not-found");
    }

    @Test
    void written_twice_with_one_key_it_is_one() {
        String key = Steps.key();
        String json = notice("EMAIL", "", false);
        assertThat(write(supervisor, json, key).as(Notice.class))
                .isEqualTo(write(supervisor, json, key).as(Notice.class));
        assertThat(shown(agent, "")).hasSize(1);
        assertThat(write(supervisor, notice("POST", "", false), key).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void no_more_hold_at_once_than_somebody_reads() {
        List<Notice> held = Stream.generate(() -> written(notice("EMAIL", "", false)))
                .limit(20)
                .toList();
        assertThat(write(supervisor, notice("POST", "", false), Steps.key()).problem())
                .isEqualTo("action-closed");
        assertThat(shown(agent, "")).hasSize(20);
        supervisor.post("/v1/notices/" + held.getFirst().id() + "/end", "");
        assertThat(written(notice("POST", "", false)).endedAt()).isNull();
    }

    @Test
    void what_cannot_be_a_notice_is_refused_and_nothing_is_told() {
        for (String bad : List.of(
                notice("STEP", "", false),
                notice("STEP", "\"step\":17,", false),
                notice("STEP", "\"step\":8,", true),
                notice("POST", "", true),
                notice("SMS", "\"step\":8,", false),
                notice("SMS", "\"prefix\":\"0621\",", false),
                notice("EMAIL", TO_LUXEMBOURG, false),
                notice("SMS", "", false).replace("Retards chez l’opérateur", ""),
                notice("SMS", "", false).replace("Retards chez l’opérateur", "K7Q4-93VX-2WB5-ZAT0"),
                notice("SMS", "", false).replace("\"fr\"", "\"nl\""),
                notice("SMS", "", false).replace("2026-11-23T07:10:00Z", "2026-11-23T09:10:00Z"),
                notice("SMS", "", false).replace("2026-11-23T16:00:00Z", "2026-11-23T07:30:00Z"),
                notice("SMS", "", false).replace("2026-11-23T16:00:00Z", "2026-12-01T16:00:00Z"))) {
            assertThat(write(supervisor, bad, Steps.key()).problem()).as(bad).isEqualTo("invalid-request");
        }
        assertThat(write(supervisor, notice("SMS", "", false), "").status()).isEqualTo(400);
        assertThat(shown(agent, "?over=true")).isEmpty();
    }

    @Test
    void a_pause_that_is_over_before_the_notice_does_not_open_the_act() {
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
        written(notice("SMS", "", true));
        PensionerFile file = Steps.open(agent, AT_THE_SMS);
        assertThat(file.action(ActionKind.RESEND_CHALLENGE_SMS).orElseThrow().opensAt())
                .isEqualTo("2026-11-23T16:00:00Z");
    }
}
