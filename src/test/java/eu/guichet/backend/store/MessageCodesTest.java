package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that wait to be handed over, and the codes that are drawn for them. */
@OnBothStores
class MessageCodesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static StoredMessage message(String id) {
        return message(id, NOW);
    }

    private static StoredMessage message(String id, Instant at) {
        return new StoredMessage(id, "p1", MessageKind.CHALLENGE_SMS, "de", MessageStatus.QUEUED, at, at, null);
    }

    private static CodeHash hash(String code) {
        return CodeHash.seal(code, QuickCodes.WORK);
    }

    /** Takes what is due up at this moment and draws the code for it, as a dispatcher would. */
    private boolean handOver(String id, Instant at, String code) {
        return handOver(id, at, code, _ -> {});
    }

    /** As the other; then it is not taken over, and due again at another moment. */
    private boolean handOverInVain(String id, Instant at, String code, Instant again) {
        return handOver(
                id, at, code, lease -> database.execute(tx -> tx.messages().retry(lease, again)));
    }

    private boolean handOver(String id, Instant at, String code, Consumer<Lease> then) {
        Lease taken = database.write((Tx tx) -> tx.messages().lease(at, MINUTE, 10)).stream()
                .filter(lease -> lease.message().id().equals(id))
                .findFirst()
                .orElseThrow();
        boolean kept =
                database.write((Tx tx) -> tx.codes().issue(taken, hash(code), at, at.plus(MINUTE.multipliedBy(10))));
        then.accept(taken);
        return kept;
    }

    private StoredCode alive(Instant at) {
        return database.read((Tx tx) -> tx.codes().alive("p1", MessageKind.CHALLENGE_SMS, at))
                .orElseThrow();
    }

    @Test
    void a_due_message_is_leased_to_one_dispatcher_only() {
        database.execute(tx -> tx.messages().add(message("m1")));
        List<Lease> first = database.write((Tx tx) -> tx.messages().lease(NOW, MINUTE, 10));
        assertThat(first).hasSize(1);
        assertThat(database.write((Tx tx) -> tx.messages().lease(NOW, MINUTE, 10)))
                .isEmpty();
        Instant later = NOW.plus(MINUTE);
        List<Lease> second = database.write((Tx tx) -> tx.messages().lease(later, MINUTE, 10));
        assertThat(second).hasSize(1);
        assertThat(database.write((Tx tx) -> tx.messages().settle(first.getFirst(), MessageStatus.SENT, later, null)))
                .isFalse();
        assertThat(database.write((Tx tx) -> tx.messages().settle(second.getFirst(), MessageStatus.SENT, later, null)))
                .isTrue();
        assertThat(database.read((Tx tx) -> tx.messages().find("m1")))
                .map(StoredMessage::status)
                .contains(MessageStatus.SENT);
        assertThat(database.read((Tx tx) -> tx.messages().nextDue())).isEmpty();
    }

    private List<Lease> leased(Instant at) {
        return database.write((Tx tx) -> tx.messages().lease(at, MINUTE, 10));
    }

    private static List<String> ids(List<Lease> leases) {
        return leases.stream().map(lease -> lease.message().id()).toList();
    }

    @Test
    void of_one_person_one_message_at_a_time_is_leased_and_in_their_order() {
        database.execute(tx -> {
            tx.pensioners().add(Stores.somebody("p2"));
            tx.messages().add(message("m2", NOW));
            tx.messages().add(message("m1", NOW));
            tx.messages().add(message("m0", NOW.plusSeconds(1)));
            tx.messages()
                    .add(new StoredMessage(
                            "other",
                            "p2",
                            MessageKind.ACTIVATION_EMAIL,
                            "de",
                            MessageStatus.QUEUED,
                            NOW.plusSeconds(2),
                            NOW.plusSeconds(2),
                            null));
        });
        Instant later = NOW.plusSeconds(5);
        List<Lease> first = leased(later);
        assertThat(ids(first)).containsExactly("m1", "other");
        assertThat(leased(later)).isEmpty();
        assertThat(database.<Boolean>read(tx -> tx.messages().anyDue(later))).isTrue();
        database.execute(tx -> tx.messages().settle(first.getFirst(), MessageStatus.SENT, later, null));
        List<Lease> second = leased(later);
        assertThat(ids(second)).containsExactly("m2");
        database.execute(tx -> tx.messages().retry(second.getFirst(), later.plusSeconds(60)));
        List<Lease> third = leased(later);
        assertThat(ids(third)).as("what is to be tried later holds up nothing").containsExactly("m0");
        assertThat(database.<Boolean>read(tx -> tx.messages().anyDue(later))).isFalse();
    }

    @Test
    void a_message_that_could_not_be_handed_over_is_due_again_later() {
        database.execute(tx -> tx.messages().add(message("m1")));
        Lease lease =
                database.write((Tx tx) -> tx.messages().lease(NOW, MINUTE, 1)).getFirst();
        Instant again = NOW.plusSeconds(30);
        assertThat(database.write((Tx tx) -> tx.messages().retry(lease, again))).isTrue();
        assertThat(database.read((Tx tx) -> tx.messages().nextDue())).contains(again);
        assertThat(database.write((Tx tx) -> tx.messages().lease(NOW, MINUTE, 1)))
                .isEmpty();
        assertThat(database.write((Tx tx) -> tx.messages().lease(again, MINUTE, 1)))
                .extracting(Lease::attempt)
                .containsExactly(2);
    }

    @Test
    void a_second_code_kills_the_first() {
        database.execute(tx -> tx.messages().add(message("m1")));
        assertThat(handOverInVain("m1", NOW, "first", NOW.plus(MINUTE))).isTrue();
        database.execute(tx -> tx.messages().add(message("m2", NOW.plusSeconds(1))));
        assertThat(handOver("m2", NOW.plusSeconds(1), "second")).isTrue();
        database.execute(tx -> tx.codes().miss("m2"));
        StoredCode alive = alive(NOW.plusSeconds(1));
        assertThat(alive.messageId()).isEqualTo("m2");
        assertThat(alive.misses()).isEqualTo(1);
        assertThat(alive.isOf("second")).isTrue();
        assertThat(alive.isOf("first")).isFalse();
        assertThat(database.read(
                        (Tx tx) -> tx.codes().alive("p1", MessageKind.CHALLENGE_SMS, NOW.plus(Duration.ofHours(1)))))
                .isEmpty();
    }

    @Test
    void an_sms_handed_over_twice_is_one_code_whichever_of_its_texts_arrived() {
        database.execute(tx -> tx.messages().add(message("m1")));
        assertThat(handOver("m1", NOW, "first")).isTrue();
        database.execute(tx -> tx.codes().miss("m1"));
        Instant again = NOW.plus(MINUTE);
        assertThat(handOver("m1", again, "second")).isTrue();
        StoredCode alive = alive(again);
        assertThat(alive.isOf("first")).isTrue();
        assertThat(alive.isOf("second")).isTrue();
        assertThat(alive.isOf("third")).isFalse();
        assertThat(alive.misses()).as("a try against it").isEqualTo(1);
        assertThat(alive(NOW.plus(MINUTE.multipliedBy(10))).isOf("first"))
                .as("they die together")
                .isTrue();
        database.execute(tx -> tx.codes().invalidate("p1", MessageKind.CHALLENGE_SMS));
        assertThat(handOver("m1", again.plus(MINUTE), "third")).isTrue();
        assertThat(database.read((Tx tx) -> tx.codes().alive("p1", MessageKind.CHALLENGE_SMS, again)))
                .as("a code that was used, under whichever text")
                .isEmpty();
    }

    @Test
    void a_message_that_a_later_one_has_replaced_gets_no_code_any_more() {
        database.execute(tx -> tx.messages().add(message("m1")));
        assertThat(handOverInVain("m1", NOW, "first", NOW.plus(MINUTE))).isTrue();
        database.execute(tx -> tx.messages().add(message("m2", NOW.plusSeconds(1))));
        assertThat(handOverInVain("m2", NOW.plusSeconds(1), "second", NOW.plus(MINUTE.multipliedBy(2))))
                .isTrue();
        assertThat(handOver("m1", NOW.plus(MINUTE), "too late")).isFalse();
        assertThat(alive(NOW.plus(MINUTE)).isOf("second")).isTrue();
    }

    @Test
    void a_lease_that_is_renewed_is_nobody_elses() {
        database.execute(tx -> tx.messages().add(message("m1")));
        Lease lease =
                database.write((Tx tx) -> tx.messages().lease(NOW, MINUTE, 1)).getFirst();
        database.execute(tx -> tx.messages().renew(lease, NOW.plus(MINUTE.multipliedBy(2))));
        assertThat(database.write((Tx tx) -> tx.messages().lease(NOW.plus(MINUTE), MINUTE, 1)))
                .isEmpty();
    }
}
