package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store of every version that ever was, with rows in every table, is brought forward by the program and worked on. */
@OnBothStores
class EarlierSchemasTest {
    private static final String PERSON = "11111111-aaaa-4aaa-8aaa-000000000009";
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    static List<String> versions() {
        return Stores.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_filled_store_of_this_version_is_searched_opened_and_acted_on(String version) throws SQLException {
        String url = Stores.left(folder, version, rows(version).toArray(String[]::new));
        assertThat(emptyTables(url))
                .as("tables of version %s that the test does not fill", version)
                .isEmpty();
        try (Backend backend = Backend.start(BackendSettings.training(url, 0).withClock(() -> NOW))) {
            Caller agent = new Caller(
                    backend.url(), backend.tokens().get(Role.AGENT), Contract.read(), new ConcurrentLinkedQueue<>());

            Caller.Answered found = agent.post("/v1/search", "{\"query\":\"muller anne\"}");
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.json().path("rows").path(0).path("id").asString()).isEqualTo(PERSON);

            PensionerFile before = Steps.open(agent, PERSON);
            assertThat(before.letters()).hasSize(1);
            assertThat(before.timeline()).hasSizeGreaterThan(4);

            assertThat(Steps.act(agent, PERSON, "freeze", "", "Idempotency-Key", Steps.key())
                            .status())
                    .isEqualTo(204);
            PensionerFile after = Steps.open(agent, PERSON);
            assertThat(after.etag()).isNotEqualTo(before.etag());
            assertThat(after.timeline()).hasSizeGreaterThan(before.timeline().size());
        }
    }

    private static List<String> emptyTables(String url) throws SQLException {
        List<String> empty = new ArrayList<>();
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:sqlite:" + url;
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(null, jdbc.contains("postgresql") ? "public" : null, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).contains("pensioner", "flyway_schema_history");
            for (String table : tables) {
                try (ResultSet counted = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    counted.next();
                    if (counted.getInt(1) == 0) {
                        empty.add(table);
                    }
                }
            }
        }
        return empty;
    }

    private static boolean reached(String version, String since) {
        return MigrationVersion.fromVersion(version).isAtLeast(since);
    }

    private static List<String> rows(String version) {
        List<String> rows = new ArrayList<>(List.of(
                "INSERT INTO pensioner (id, pension_number, last_name, first_name, birth_date, office, languages, street,"
                        + " postcode, city, country, email, email_key, phone, version, people_stamp) VALUES ('" + PERSON
                        + "', '70010009', 'Müller', 'Anne', '1944-03-12', 'LUX', 'de fr', '1, rue du Test', 'L-1855',"
                        + " 'Luxembourg', 'LU', 'anne@post.example', 'anne@post.example', '+352621987654', 5, 1)",
                "UPDATE counter SET value = 1 WHERE name IN ('people', 'audit')",
                event(1, "account-requested", ""),
                event(2, "password-set", ""),
                event(3, "phone-added", ""),
                event(4, "access-requested", ""),
                event(5, "letter-generated", ",\"letterId\":\"l1\",\"reference\":\"G-L1\",\"by\":\"M. D.\""),
                "INSERT INTO message (id, pensioner_id, kind, language, status, requested_at, changed_at) VALUES ('m1', '"
                        + PERSON + "', 'CHALLENGE_SMS', 'de', 'QUEUED', " + at(1) + ", " + at(1) + ")",
                "INSERT INTO outbox (message_id, due_at, tries, lease_until) VALUES ('m1', " + at(1) + ", 0, 0)",
                "INSERT INTO letter (id, pensioner_id, reference, generated_by, generated_at) VALUES ('l1', '" + PERSON
                        + "', 'G-L1', 'agent-1', " + at(5) + ")",
                "INSERT INTO code (message_id, attempt, pensioner_id, kind, hash, issued_at, expires_at, killed, misses)"
                        + " VALUES ('m1', 1, '" + PERSON + "', 'CHALLENGE_SMS', 'none', " + at(1) + ", " + at(2)
                        + ", 1, 0)",
                "INSERT INTO verification (pensioner_id, agent_id, method, verified_at, valid_until) VALUES ('" + PERSON
                        + "', 'agent-1', 'CALLED_BACK', " + at(1) + ", " + at(2) + ")",
                "INSERT INTO verification_miss (pensioner_id, agent_id, missed_at) VALUES ('" + PERSON
                        + "', 'agent-1', " + at(1) + ")",
                "INSERT INTO verification_lock (pensioner_id, locked_at, locked_until) VALUES ('" + PERSON + "', "
                        + at(1) + ", " + at(2) + ")",
                "INSERT INTO audit (sequence, happened_at, agent_id, agent_name, role, office, act, pensioner_id, reason,"
                        + " outcome) VALUES (1, " + at(1) + ", 'agent-1', 'M. D.', 'AGENT', 'BRU', 'FILE_OPENED', '"
                        + PERSON + "', 'call', 'shown')",
                "INSERT INTO idempotency (principal, idem_key, request_hash, resource_id, kept_at) VALUES ('agent-1',"
                        + " 'key-of-before', 'hash', 'm1', " + at(1) + ")",
                "INSERT INTO report (sender, event_id, request_hash, answer, seen_at) VALUES ('process-1', 'e1', 'hash',"
                        + " 'RECORDED', " + at(1) + ")"));
        if (reached(version, "2")) {
            rows.add("INSERT INTO enrolment_status (pensioner_id, office, version, state, step, situation, since,"
                    + " next_change_at, alerts, facts) VALUES ('" + PERSON + "', 'LUX', 5, 'NOT_STARTED', 1,"
                    + " 'NOT_STARTED', 0, 0, '', '{\"triesLeft\":3}')");
        }
        if (reached(version, "3")) {
            rows.add("UPDATE letter SET office = 'LUX', generated_by_name = 'M. D.'");
        }
        if (reached(version, "4")) {
            rows.add(
                    "INSERT INTO contact (id, pensioner_id, agent_id, agent_name, office, reason, opened_at, touched_at,"
                            + " closed_at, note) VALUES ('c1', '" + PERSON + "', 'agent-1', 'M. D.', 'BRU', 'call', "
                            + at(1)
                            + ", " + at(1) + ", " + at(2) + ", '')");
        }
        if (reached(version, "6")) {
            rows.add(
                    "INSERT INTO sms_part (message_id, route, part, parts, gateway_id, status) VALUES ('m1', 'first', 1,"
                            + " 1, 'g1', 'SENT')");
        }
        if (reached(version, "7")) {
            rows.add("INSERT INTO task_lease (task, holder, held_until) VALUES ('status', 'gone', 0)");
        }
        if (reached(version, "9")) {
            rows.add("INSERT INTO print_job (id, letter_id, pensioner_id, office, state, ordered_by, ordered_by_name,"
                    + " ordered_at, changed_at, due_at) VALUES ('j1', 'l1', '" + PERSON
                    + "', 'LUX', 'QUEUED', 'agent-1',"
                    + " 'M. D.', " + at(5) + ", " + at(5) + ", " + at(5) + ")");
        }
        if (reached(version, "10")) {
            rows.add(
                    "INSERT INTO register_import (principal, idem_key, holder, taken, digest, added, changed, unchanged,"
                            + " complete, changed_at) VALUES ('register-1', 'night', 'gone', 250, 'none', 250, 0, 0, 0, "
                            + at(1)
                            + ")");
            rows.add("INSERT INTO limit_use (agent_id, limit_key, used_until) VALUES ('agent-1', 'searches', 0)");
            rows.add("INSERT INTO limit_hit (agent_id, office, limit_key, minute, agent_name, hits, last_at) VALUES"
                    + " ('agent-1', 'BRU', 'searches', " + at(1) / 60_000 + ", 'M. D.', 3, " + at(1) + ")");
        }
        if (reached(version, "11")) {
            rows.add("INSERT INTO worklist_item (pensioner_id, list, office, step, since, due) VALUES ('" + PERSON
                    + "', 'frozen', 'LUX', 1, 0, 0)");
        }
        if (reached(version, "14")) {
            rows.add(
                    "INSERT INTO batch (id, office, printing, started_by, started_by_name, started_by_role, started_at, to_do,"
                            + " active_at, anchor_at, anchor_done) VALUES ('b1', 'LUX', 'DESK', 'officer-1', 'L. O.', 'LETTER_OFFICER', "
                            + at(5) + ", 0, " + at(5) + ", " + at(5) + ", 0)");
            rows.add(
                    "INSERT INTO batch_item (batch_id, position, pensioner_id, letter_id, generated, state) VALUES ('b1', 1, '"
                            + PERSON + "', 'l1', 1, 'READY')");
        }
        if (reached(version, "15")) {
            rows.add(
                    "INSERT INTO approval (id, pensioner_id, act, request, request_hash, reasons, asked_by, asked_by_name,"
                            + " asked_by_role, office, offices, idem_key, asked_at, lapses_at, state) VALUES ('a1', '"
                            + PERSON
                            + "', 'GENERATE_LETTER', '{}', 'hash', 'many-letters 3 6', 'agent-1', 'M. D.', 'AGENT', 'LUX',"
                            + " 'LUX', 'key-of-before', " + at(5) + ", " + at(6) + ", 'ASKED')");
        }
        if (reached(version, "16")) {
            rows.add("INSERT INTO callback (id, pensioner_id, office, agent_id, agent_name, whose, note, promised_at,"
                    + " due_at, state) VALUES ('k1', '" + PERSON + "', 'LUX', 'agent-1', 'M. D.', 'OFFICE', '', "
                    + at(1) + ", " + at(2) + ", 'OPEN')");
        }
        if (reached(version, "17")) {
            rows.add("INSERT INTO notice (id, topic, texts, since_at, until_at, closes, written_by, written_by_name,"
                    + " written_at) VALUES ('n1', 'SMS', '{\"fr\":\"Retards\"}', " + at(1) + ", " + at(2)
                    + ", 1, 'supervisor-1', 'S. V.', " + at(1) + ")");
        }
        if (reached(version, "18")) {
            rows.add("INSERT INTO passed_step (pensioner_id, step, office, passed_at) VALUES ('" + PERSON
                    + "', 3, 'LUX', 0)");
        }
        if (reached(version, "19")) {
            rows.add(
                    "INSERT INTO handover_mail (message_id, recipient, subject, body) VALUES ('m1', 'digit@post.example',"
                            + " 'EU Login', 'Hello')");
            rows.add("INSERT INTO mailbox_position (mailbox, uid_validity, last_uid) VALUES ('INBOX', 1, 7)");
        }
        if (reached(version, "21")) {
            rows.add("INSERT INTO office_entry (office, number, holds_from, phone_hours, phone_numbers, closures,"
                    + " written_at, written_by, written_by_name) VALUES ('ISP', 1, '1970-01-01', 'MONDAY 9:00-12:00',"
                    + " '+39 0332 78 30 30', '2026-12-24/2027-01-01', " + at(1) + ", 'supervisor-1', 'S. V.')");
        }
        if (reached(version, "23")) {
            rows.add("INSERT INTO office_note (id, pensioner_id, from_office, to_office, agent_id, agent_name, note,"
                    + " written_at, state) VALUES ('o1', '" + PERSON
                    + "', 'BRU', 'LUX', 'agent-1', 'M. D.', 'Will come', "
                    + at(1) + ", 'OPEN')");
        }
        if (reached(version, "25")) {
            rows.add("INSERT INTO review (id, sequence, why, laid_at) VALUES ('r1', 1, 'SAMPLE', " + at(2) + ")");
            rows.add("INSERT INTO sample_day (office, day) VALUES ('LUX', '2026-03-02')");
        }
        if (reached(version, "26")) {
            rows.add(
                    "INSERT INTO canary (id, channel, day, address, made_at, due_at, receipt, status, changed_at) VALUES"
                            + " ('y1', 'SMS', '2026-03-02', 'none', " + at(1) + ", " + at(2) + ", 1, 'SENT', " + at(1)
                            + ")");
        }
        if (reached(version, "13")) {
            rows.add("INSERT INTO name_index (id, mark, earlier, marked_at) VALUES ('gone', 2, 1, " + at(1) + ")");
        }
        return rows;
    }

    private static String event(int position, String type, String more) {
        Instant at = MONDAY.plusSeconds(position * 60L);
        return "INSERT INTO event (pensioner_id, position, occurred_at, payload) VALUES ('" + PERSON + "', " + position
                + ", " + at.toEpochMilli() + ", '{\"type\":\"" + type + "\",\"at\":\"" + at + "\"" + more + "}')";
    }

    private static long at(int minute) {
        return MONDAY.plusSeconds(minute * 60L).toEpochMilli();
    }
}
