package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is nine on a Monday in Brussels. */
@OnBothStores
class OfficesTest {
    private static final String AFTERNOONS = "[{\"day\":\"MONDAY\",\"from\":\"14:00\",\"to\":\"16:00\"},"
            + "{\"day\":\"TUESDAY\",\"from\":\"14:00\",\"to\":\"16:00\"}]";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller supervisor;
    private OfficeCode own;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        supervisor = backend.as(Role.SUPERVISOR);
        own = supervisor.get("/v1/me").as(Me.class).office();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static String entry(String from, String hours, String closures) {
        return "{\"from\":\"" + from + "\",\"data\":{\"counterHours\":[],\"phoneHours\":" + hours
                + ",\"phoneNumbers\":[\"+32 2 555 01 02\"],\"closures\":" + closures + "}}";
    }

    private Caller.Answered write(Caller caller, OfficeCode office, String etag, String json, String key) {
        return caller.post("/v1/offices/" + office + "/entries", json, "If-Match", etag, "Idempotency-Key", key);
    }

    private OfficeRecord written(String json) {
        Caller.Answered answer = write(supervisor, own, read(own).etag(), json, Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        return answer.as(OfficeRecord.class);
    }

    private OfficeRecord read(OfficeCode office) {
        return supervisor.get("/v1/offices/" + office).as(OfficeRecord.class);
    }

    private Office now() {
        return Arrays.stream(backend.as(Role.AGENT).get("/v1/offices").as(Office[].class))
                .filter(office -> office.code() == own)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_new_store_has_the_offices_of_the_settings() {
        assertThat(read(OfficeCode.ISP).office().counter()).isNull();
        assertThat(read(own).entries()).singleElement().satisfies(first -> {
            assertThat(first.by()).isEqualTo("Guichet");
            assertThat(first.inForce()).isTrue();
            assertThat(first.data().closures()).isNotEmpty();
        });
        for (Role role : Role.values()) {
            assertThat(backend.as(role).get("/v1/offices/BRU").status())
                    .as(role.name())
                    .isEqualTo(200);
        }
        assertThat(supervisor.get("/v1/offices/PAR").status()).isEqualTo(404);
    }

    @Test
    void what_a_supervisor_writes_holds_from_its_day_on_at_every_desk() {
        OfficeRecord today = written(entry("2026-11-23", AFTERNOONS, "[]"));
        assertThat(today.entries()).hasSize(2);
        assertThat(today.entries().getFirst().inForce()).isTrue();
        assertThat(now().phone().open()).isFalse();
        assertThat(now().phone().changesAt()).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(now().phoneNumbers()).containsExactly("+32 2 555 01 02");
        assertThat(now().counter()).isNull();
        written(entry(
                "2026-12-01",
                "[{\"day\":\"TUESDAY\",\"from\":\"09:00\",\"to\":\"10:00\"}]",
                "[{\"first\":\"2026-12-01\"," + "\"last\":\"2026-12-07\"}]"));
        assertThat(now().phone().changesAt()).as("before its day").isEqualTo("2026-11-23T13:00:00Z");
        backend.later(Duration.ofDays(7).plusHours(8));
        assertThat(now().phone().changesAt())
                .as("Monday evening: closed all week, then Tuesday's hour")
                .isEqualTo("2026-12-08T08:00:00Z");
        assertThat(read(own).closures())
                .singleElement()
                .satisfies(days -> assertThat(days.last()).isEqualTo("2026-12-07"));
    }

    @Test
    void the_past_is_not_rewritten_and_an_office_is_edited_as_it_was_read() {
        String etag = read(own).etag();
        assertThat(write(supervisor, own, etag, entry("2026-11-22", AFTERNOONS, "[]"), Steps.key())
                        .status())
                .isEqualTo(400);
        assertThat(write(
                                supervisor,
                                own,
                                etag,
                                entry("2026-12-01", AFTERNOONS, "[{\"first\":\"2026-11-30\",\"last\":\"2026-12-02\"}]"),
                                Steps.key())
                        .status())
                .isEqualTo(400);
        written(entry("2026-12-01", AFTERNOONS, "[]"));
        Caller.Answered late = write(supervisor, own, etag, entry("2026-12-02", AFTERNOONS, "[]"), Steps.key());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body().utf8()).contains("bureau");
        assertThat(read(own).entries()).hasSize(2);
    }

    @Test
    void sent_twice_it_is_written_once_and_the_trail_has_both() {
        String key = Steps.key();
        String etag = read(own).etag();
        String json = entry("2026-12-01", AFTERNOONS, "[]");
        assertThat(write(supervisor, own, etag, json, key).status()).isEqualTo(201);
        assertThat(write(supervisor, own, etag, json, key).status()).isEqualTo(201);
        assertThat(read(own).entries()).hasSize(2);
        assertThat(backend.as(Role.AUDITOR).get("/v1/audit").as(AuditPage.class).entries())
                .filteredOn(entry -> entry.act().equals("office-edited"))
                .extracting(AuditEntry::outcome)
                .containsExactly("repeated", own + " from 2026-12-01");
    }

    @Test
    void a_supervisor_edits_the_own_office_and_an_agent_none() {
        String json = entry("2026-12-01", AFTERNOONS, "[]");
        assertThat(read(own).mayEdit()).isTrue();
        assertThat(write(backend.as(Role.AGENT), own, read(own).etag(), json, Steps.key())
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void hours_and_days_that_cannot_be_are_refused() {
        String etag = read(own).etag();
        for (String json : new String[] {
            entry("2026-12-01", "[]", "[]"),
            entry("2026-12-01", "[{\"day\":\"MONDAY\",\"from\":\"12:00\",\"to\":\"09:00\"}]", "[]"),
            entry(
                    "2026-12-01",
                    "[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"12:00\"},"
                            + "{\"day\":\"MONDAY\",\"from\":\"11:00\",\"to\":\"13:00\"}]",
                    "[]"),
            entry("2026-12-01", AFTERNOONS, "[{\"first\":\"2026-12-09\",\"last\":\"2026-12-08\"}]"),
            entry("2026-12-01", AFTERNOONS, "[{\"first\":\"2026-12-09\",\"last\":\"2027-12-08\"}]"),
            entry("2029-12-01", AFTERNOONS, "[]"),
            entry("2026-12-01", AFTERNOONS, "[]").replace("+32 2 555 01 02", "call us")
        }) {
            assertThat(write(supervisor, own, etag, json, Steps.key()).status())
                    .as(json)
                    .isEqualTo(400);
        }
    }

    @Test
    void another_node_learns_of_it_and_the_settings_are_read_once() throws InterruptedException {
        try (RunningBackend other = RunningBackend.again(folder, Map.of())) {
            written(entry("2026-11-23", AFTERNOONS, "[]"));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (other.as(Role.SUPERVISOR)
                            .get("/v1/offices/" + own)
                            .as(OfficeRecord.class)
                            .office()
                            .counter()
                    != null) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
            assertThat(read(own).entries()).hasSize(2);
        }
    }
}
