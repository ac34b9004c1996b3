package eu.guichet.backend.store;

import eu.guichet.contract.Alert;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Situation;
import eu.guichet.process.StandingFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where people stand, as last derived. Rows are derived anew whenever something happens or time changes them. */
public final class Statuses {
    static final String PUT =
            "INSERT INTO enrolment_status (pensioner_id, office, version, state, step, situation, since,"
                    + " next_change_at, letter_id, letter_state, alerts, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (pensioner_id) DO UPDATE SET office = excluded.office, version = excluded.version,"
                    + " state = excluded.state, step = excluded.step, situation = excluded.situation, since = excluded.since,"
                    + " next_change_at = excluded.next_change_at, letter_id = excluded.letter_id,"
                    + " letter_state = excluded.letter_state, alerts = excluded.alerts, facts = excluded.facts";

    private final Handle handle;

    Statuses(Handle handle) {
        this.handle = handle;
    }

    public void put(EnrolmentStatus status) {
        @Nullable Object[] values = values(status);
        var update = handle.createUpdate(PUT);
        for (int i = 0; i < values.length; i++) {
            update.bind(i, values[i]);
        }
        update.execute();
    }

    static @Nullable Object[] values(EnrolmentStatus status) {
        Instant next = status.nextChangeAt();
        LetterState letter = status.letterState();
        return new @Nullable Object[] {
            status.pensionerId(),
            status.office().name(),
            status.version(),
            status.state().name(),
            status.step(),
            status.situation().name(),
            status.since().toEpochMilli(),
            next == null ? null : roundedUp(next),
            status.letterId(),
            letter == null ? null : letter.name(),
            status.alerts().stream().sorted().map(Alert::name).collect(Collectors.joining(" ")),
            ContractJson.mapper().writeValueAsString(status.facts())
        };
    }

    /** Before that moment nothing would have changed yet. */
    private static long roundedUp(Instant moment) {
        return moment.plusNanos(999_999).toEpochMilli();
    }

    public Optional<EnrolmentStatus> find(String pensionerId) {
        return Optional.ofNullable(find(List.of(pensionerId)).get(pensionerId));
    }

    /** By pensioner; whoever has no row yet is left out. */
    public Map<String, EnrolmentStatus> find(Collection<String> pensionerIds) {
        if (pensionerIds.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT * FROM enrolment_status WHERE pensioner_id IN (<ids>)")
                .bindList("ids", List.copyOf(pensionerIds))
                .map((row, context) -> read(row))
                .stream()
                .collect(Collectors.toMap(EnrolmentStatus::pensionerId, Function.identity()));
    }

    /** Whose row time may have changed by now, the longest due first. */
    public List<String> due(Instant now, int most) {
        return handle.createQuery("SELECT pensioner_id FROM enrolment_status WHERE next_change_at <= :now"
                        + " ORDER BY next_change_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Notes by which rules rows are derived from now on; if others were derived by other ones, all are due. */
    public void derivedBy(long rules) {
        Optional<Long> before = handle.createQuery("SELECT value FROM counter WHERE name = 'rules'")
                .mapTo(Long.class)
                .findOne();
        if (before.isEmpty() || before.get() != rules) {
            handle.execute("DELETE FROM counter WHERE name = 'rules'");
            handle.execute("INSERT INTO counter (name, value) VALUES ('rules', ?)", rules);
            handle.execute("UPDATE enrolment_status SET next_change_at = 0");
        }
    }

    /** Who is on file and has no row yet: people from before rows were kept. */
    public List<String> missing(int most) {
        return handle.createQuery("SELECT p.id FROM pensioner p WHERE NOT EXISTS"
                        + " (SELECT 1 FROM enrolment_status s WHERE s.pensioner_id = p.id) LIMIT :most")
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    private static EnrolmentStatus read(ResultSet row) throws SQLException {
        long next = row.getLong("next_change_at");
        boolean changes = !row.wasNull();
        String letter = row.getString("letter_state");
        return new EnrolmentStatus(
                row.getString("pensioner_id"),
                OfficeCode.valueOf(row.getString("office")),
                row.getLong("version"),
                EnrolmentState.valueOf(row.getString("state")),
                row.getInt("step"),
                Situation.valueOf(row.getString("situation")),
                Instant.ofEpochMilli(row.getLong("since")),
                changes ? Instant.ofEpochMilli(next) : null,
                row.getString("letter_id"),
                letter == null ? null : LetterState.valueOf(letter),
                alerts(row.getString("alerts")),
                ContractJson.mapper().readValue(row.getString("facts"), StandingFacts.class));
    }

    private static Set<Alert> alerts(String written) {
        return Arrays.stream(written.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Alert::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
