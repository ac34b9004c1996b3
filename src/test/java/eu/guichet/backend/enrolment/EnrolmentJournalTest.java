package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import eu.guichet.process.Situation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class EnrolmentJournalTest {
    private static final String HER = "p1";
    private static final Principal AGENT = new Principal("agent-1", "M. D.", Role.AGENT, OfficeCode.BRU);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final LiveHub live = new LiveHub(clock);
    private final EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), clock, live);
    private final List<LiveEvent> told = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody(HER)));
        live.subscribe(AGENT, told::add);
        live.opened(AGENT, HER, "\"0\"");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_happened_and_where_she_stands_are_written_together() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        assertThat(status().situation()).isEqualTo(Situation.ACTIVATION_WAIT);
        assertThat(status().version()).isEqualTo(1);
        assertThat(status().facts().sentAt()).isEqualTo(now);
    }

    @Test
    void nothing_is_written_and_nobody_is_told_when_the_act_fails() {
        assertThatThrownBy(() -> database.execute(tx -> {
                    journal.append(tx, HER, new Event.AccountRequested(now));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.read((Tx tx) -> tx.statuses().find(HER))).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void however_much_is_recorded_at_once_whoever_has_the_file_open_is_told_once_of_the_last_version() {
        database.execute(tx -> {
            journal.append(tx, HER, new Event.AccountRequested(now));
            journal.append(tx, HER, new Event.MessageRequested(now, "m1", MessageKind.ACTIVATION_EMAIL, ""));
            journal.append(tx, HER, new Event.PasswordSet(now));
        });
        assertThat(told).containsExactly(new LiveEvent.FileChanged(HER, "\"3\""));
    }

    @Test
    void how_far_a_message_has_come_is_told_once_and_as_what_is_known_of_it() {
        database.execute(tx -> {
            tx.messages()
                    .add(new StoredMessage(
                            "m1", HER, MessageKind.ACTIVATION_EMAIL, "de", MessageStatus.BOUNCED, now, now, null));
            journal.append(tx, HER, new Event.MessageProgressed(now, "m1", MessageStatus.SENT));
        });
        live.seen(HER, "\"1\"");
        assertThat(told).containsExactly(new LiveEvent.MessageChanged(HER, "m1", MessageStatus.BOUNCED));
    }

    @Test
    void a_message_that_is_not_all_that_happened_is_told_with_the_file() {
        database.execute(tx -> {
            journal.append(tx, HER, new Event.MessageRequested(now, "m1", MessageKind.ACTIVATION_EMAIL, ""));
            journal.append(tx, HER, new Event.MessageProgressed(now, "m1", MessageStatus.SENT));
        });
        assertThat(told).containsExactly(new LiveEvent.FileChanged(HER, "\"2\""));
    }

    @Test
    void a_situation_that_stays_keeps_its_beginning() {
        database.execute(tx -> journal.append(tx, HER, new Event.PasswordSet(now)));
        Instant began = now;
        now = now.plus(Duration.ofDays(3));
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(began)));
        assertThat(status().since()).isEqualTo(began);
    }

    @Test
    void what_time_alone_changes_is_derived_anew_once_it_is_due() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, clock);
        upkeep.round();
        assertThat(status().situation()).isEqualTo(Situation.ACTIVATION_WAIT);
        now = now.plus(Policy.standard().messages().activationWait());
        upkeep.round();
        assertThat(status().situation()).isEqualTo(Situation.ACTIVATION_MISSING);
        assertThat(status().since()).isEqualTo(now);
    }

    @Test
    void what_time_alone_changed_is_told_to_whoever_read_the_file_before() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        told.clear();
        Instant due = now.plus(Policy.standard().messages().activationWait());
        now = due.plusSeconds(1);
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, clock);
        upkeep.round();
        assertThat(told).containsExactly(new LiveEvent.FileChanged(HER, "\"1\"", due));
    }

    @Test
    void what_time_alone_changed_is_not_told_to_whoever_has_seen_it_already() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        now = now.plus(Policy.standard().messages().activationWait());
        live.opened(AGENT, HER, "\"1\"");
        told.clear();
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, clock);
        upkeep.round();
        assertThat(told).isEmpty();
    }

    @Test
    void a_row_that_is_due_is_not_believed() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        now = now.plus(Policy.standard().messages().activationWait());
        Pensioner her = database.read((Tx tx) -> tx.pensioners().find(HER)).orElseThrow();
        assertThat(database.read((Tx tx) -> journal.statuses(tx, List.of(her))))
                .hasEntrySatisfying(HER, read -> assertThat(read.situation()).isEqualTo(Situation.ACTIVATION_MISSING));
        assertThat(status().situation()).isEqualTo(Situation.ACTIVATION_WAIT);
    }

    @Test
    void other_figures_of_the_policy_let_everybody_be_derived_anew() {
        database.execute(journal::adoptRules);
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        now = now.plus(Duration.ofMinutes(5));
        database.execute(journal::adoptRules);
        assertThat(status().due(now)).isFalse();
        EnrolmentJournal hasty = new EnrolmentJournal(
                Policy.standard().changedBy(Map.of("messages.activation-wait", "4m")), clock, live);
        database.execute(hasty::adoptRules);
        assertThat(status().due(now)).isTrue();
        new StatusUpkeep(database, hasty, clock).round();
        assertThat(status().situation()).isEqualTo(Situation.ACTIVATION_MISSING);
        assertThat(status().since()).isEqualTo(now.minus(Duration.ofMinutes(1)));
    }

    @Test
    void an_import_that_changes_where_somebody_stands_is_seen_at_once() {
        database.execute(tx -> journal.append(tx, HER, new Event.AccountRequested(now)));
        Pensioner her = database.read((Tx tx) -> tx.pensioners().find(HER)).orElseThrow();
        Pensioner moved = Stores.somebody(HER, her.lastName(), her.firstName(), null, her.phone())
                .at(her.version());
        database.execute(tx -> {
            try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), now)) {
                assertThat(bulk.change(her, moved)).isTrue();
            }
        });
        Pensioner after = database.read((Tx tx) -> tx.pensioners().find(HER)).orElseThrow();
        assertThat(after.version()).isEqualTo(her.version() + 1);
        assertThat(database.read((Tx tx) -> journal.statuses(tx, List.of(after))))
                .hasEntrySatisfying(
                        HER, read -> assertThat(read.situation()).isEqualTo(Situation.ACTIVATION_WITHOUT_ADDRESS));
    }

    @Test
    void a_frozen_file_says_so_in_its_row() {
        database.execute(tx -> journal.append(tx, HER, new Event.PasswordSet(now)));
        database.execute(tx -> journal.append(tx, HER, new Event.Frozen(now, "M. D.")));
        assertThat(status().alerts()).containsExactly(Alert.FROZEN);
        assertThat(status().situation()).isEqualTo(Situation.FROZEN);
    }

    private EnrolmentStatus status() {
        return database.read((Tx tx) -> tx.statuses().find(HER)).orElseThrow();
    }
}
