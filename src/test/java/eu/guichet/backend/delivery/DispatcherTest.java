package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.HandoverMails.HandoverMail;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredCode;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothStores
class DispatcherTest extends OutboxFixture {
    private void queue(String id) {
        queue(id, MessageKind.ACTIVATION_EMAIL, NOW);
    }

    private void queue(String id, MessageKind kind, Instant at) {
        queue(id, "p1", kind, at);
    }

    /** A clock that is five seconds further at each look, so that nothing has to be waited for. */
    private static InstantSource hurried() {
        AtomicLong looks = new AtomicLong();
        return () -> NOW.plusSeconds(5 * looks.incrementAndGet());
    }

    private StoredCode codeOf(MessageKind kind) {
        return database.read((Tx tx) -> tx.codes().alive("p1", kind, NOW)).orElseThrow();
    }

    private MessageStatus status(String id) {
        return database.read(tx -> tx.messages().find(id)).orElseThrow().status();
    }

    private void toDigit(String id) {
        queue(id, MessageKind.HANDOVER_EMAIL, NOW);
        database.execute(tx -> tx.handoverMails()
                .add(new HandoverMail(id, "digit@post.example", "About her", "Hello,\n\nplease look.")));
    }

    @Test
    void a_message_to_DIGIT_leaves_in_its_own_words_also_while_the_file_is_frozen_and_they_are_forgotten()
            throws InterruptedException {
        database.execute(tx -> tx.events().add("p1", new Event.Frozen(NOW, "M. D.")));
        toDigit("h1");
        AtomicReference<Parcel> left = new AtomicReference<>();
        try (Dispatcher dispatcher = started(() -> NOW, left::set)) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        Parcel parcel = Objects.requireNonNull(left.get());
        assertThat(parcel.destination()).isEqualTo("digit@post.example");
        assertThat(parcel.subject()).isEqualTo("About her");
        assertThat(parcel.text()).isEqualTo("Hello,\n\nplease look.");
        assertThat(status("h1")).isEqualTo(MessageStatus.SENT);
        assertThat(database.read((Tx tx) -> tx.handoverMails().find("h1"))).isEmpty();
    }

    @Test
    void a_message_to_DIGIT_that_was_taken_back_before_does_not_leave() throws InterruptedException {
        toDigit("h1");
        database.execute(tx -> tx.handoverMails().forget("h1"));
        try (Dispatcher dispatcher = started(() -> NOW, parcel -> carried.add(parcel.messageId()))) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried).isEmpty();
        assertThat(status("h1")).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void two_servers_with_one_outbox_hand_every_message_over_once() throws InterruptedException {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "m" + i).toList();
        ids.forEach(this::queue);
        Carrier carrier = parcel -> carried.add(parcel.messageId());
        try (Dispatcher one = started(() -> NOW, carrier);
                Dispatcher other = started(() -> NOW, carrier)) {
            one.nudge();
            other.nudge();
            awaitSettled(40);
        }
        assertThat(carried).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> status(id) == MessageStatus.SENT);
    }

    @Test
    void what_was_queued_before_the_file_was_frozen_is_not_handed_over() throws InterruptedException {
        queue("mail");
        queue("sms", MessageKind.CHALLENGE_SMS, NOW);
        database.execute(tx -> tx.events().add("p1", new Event.Frozen(NOW, "M. D.")));
        try (Dispatcher dispatcher = started(() -> NOW, parcel -> carried.add(parcel.messageId()))) {
            dispatcher.nudge();
            awaitSettled(2);
        }
        assertThat(carried).isEmpty();
        for (String id : List.of("mail", "sms")) {
            assertThat(database.read(tx -> tx.messages().find(id)).orElseThrow())
                    .extracting(StoredMessage::status, StoredMessage::detail)
                    .containsExactly(MessageStatus.FAILED, "frozen");
        }
        assertThat(database.read((Tx tx) -> tx.codes().alive("p1", MessageKind.CHALLENGE_SMS, NOW)))
                .isEmpty();
    }

    @Test
    void nothing_is_handed_over_for_a_person_who_has_died() throws InterruptedException {
        queue("mail");
        database.execute(tx -> {
            tx.events().add("p1", new Event.LetterGenerated(NOW, "l1", "PMO-9Q4T-77", "M. D."));
            tx.events().add("p1", new Event.LetterPosted(NOW, "l1", "RR473124829BE", LocalDate.of(2026, 3, 2)));
            tx.events().add("p1", new Event.LetterReturned(NOW, "l1", LocalDate.of(2026, 3, 2), ReturnReason.DECEASED));
        });
        try (Dispatcher dispatcher = started(() -> NOW, parcel -> carried.add(parcel.messageId()))) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried).isEmpty();
        assertThat(status("mail")).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void an_outage_is_waited_out_after_5_10_20_40_seconds_and_so_on_as_long_as_the_message_is_of_use()
            throws InterruptedException {
        Instant due = tried(
                () -> {
                    throw new NotCarriedException("the server is away", new IOException("refused"));
                },
                5,
                10,
                20,
                40,
                80,
                160,
                300,
                300);
        assertThat(status("m1")).isEqualTo(MessageStatus.QUEUED);
        Instant over = NOW.plus(Policy.standard().messages().linkLife());
        assertThat(due).isBefore(over);
        lookedAt(over, parcel -> carried.add("after its time " + parcel.messageId()));
        assertThat(status("m1")).isEqualTo(MessageStatus.FAILED);
        assertThat(carried).doesNotContain("after its time m1");
    }

    @Test
    void what_the_other_end_refuses_for_good_is_not_tried_again() throws InterruptedException {
        queue("m1");
        Carrier refuses = parcel -> {
            carried.add(parcel.messageId());
            throw NotCarriedException.forGood("no such mailbox", null);
        };
        try (Dispatcher dispatcher = started(() -> NOW, refuses)) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried).containsExactly("m1");
        assertThat(status("m1")).isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void what_nobody_foresaw_in_handing_over_is_tried_five_times() throws InterruptedException {
        var _ = tried(
                () -> {
                    throw new IllegalStateException("the gateway answers nonsense");
                },
                5,
                10,
                20,
                40);
        assertThat(status("m1")).isEqualTo(MessageStatus.FAILED);
    }

    /** What a carrier does with one message. */
    @FunctionalInterface
    private interface Failure {
        void fail() throws NotCarriedException;
    }

    /** When it was last tried. */
    private Instant tried(Failure failure, int... pauses) throws InterruptedException {
        queue("m1");
        Carrier away = parcel -> {
            if (parcel.messageId().equals("m1")) {
                carried.add(parcel.messageId());
                failure.fail();
            }
        };
        Instant due = NOW;
        lookedAt(due, away);
        assertThat(carried).hasSize(1);
        for (int pause : pauses) {
            int tries = carried.size();
            due = due.plusSeconds(pause);
            lookedAt(due.minusMillis(1), away);
            assertThat(carried).as("just before %d s", pause).hasSize(tries);
            lookedAt(due, away);
            assertThat(carried).as("after %d s", pause).hasSize(tries + 1);
        }
        return due;
    }

    /** Whatever is due at that moment has been handed over; a message to somebody else, which is due, says that it was looked. */
    private void lookedAt(Instant moment, Carrier carrier) throws InterruptedException {
        String other = "at " + moment;
        queue(other, "p2", MessageKind.ACTIVATION_EMAIL, moment);
        try (Dispatcher dispatcher = started(() -> moment, carrier)) {
            dispatcher.nudge();
            LiveEvent told = new LiveEvent.MessageChanged("p2", other, MessageStatus.SENT);
            for (LiveEvent heard = null; !told.equals(heard); ) {
                heard = settled.poll(30, TimeUnit.SECONDS);
                assertThat(heard).isNotNull();
            }
        }
    }

    @Test
    void a_lease_left_behind_by_a_server_that_died_is_taken_up_again() throws InterruptedException {
        queue("m1");
        assertThat(database.<List<?>>write(tx -> tx.messages().lease(NOW, Duration.ofMinutes(1), 1)))
                .hasSize(1);
        try (Dispatcher dispatcher =
                started(() -> NOW.plus(Duration.ofMinutes(2)), parcel -> carried.add(parcel.messageId()))) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried).containsExactly("m1");
    }

    @Test
    void an_sms_that_is_tried_again_arrives_with_a_living_code() throws InterruptedException {
        queue("m1", MessageKind.CHALLENGE_SMS, NOW);
        Queue<String> codes = new ConcurrentLinkedQueue<>();
        Carrier awayAtFirst = parcel -> {
            codes.add(String.valueOf(parcel.code()));
            if (codes.size() == 1) {
                throw new NotCarriedException("no answer in time", new IOException("timeout"));
            }
        };
        try (Dispatcher dispatcher = started(hurried(), awayAtFirst)) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(status("m1")).isEqualTo(MessageStatus.SENT);
        assertThat(codes).hasSize(2);
        // A gateway that had taken the first one over in spite of all has delivered that text, and no other.
        assertThat(codes).allMatch(code -> codeOf(MessageKind.CHALLENGE_SMS).isOf(code));
    }

    @Test
    void a_server_that_died_between_drawing_and_handing_over_leaves_a_message_that_still_arrives()
            throws InterruptedException {
        queue("m1", MessageKind.SIGN_IN_SMS, NOW);
        database.execute(tx -> {
            Lease lease = tx.messages().lease(NOW, Duration.ofSeconds(1), 1).getFirst();
            tx.codes().issue(lease, CodeHash.seal("drawn"), NOW, NOW.plusSeconds(600));
        });
        Instant later = NOW.plusSeconds(60);
        try (Dispatcher dispatcher = started(() -> later, parcel -> carried.add(String.valueOf(parcel.code())))) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried)
                .hasSize(1)
                .allMatch(code -> codeOf(MessageKind.SIGN_IN_SMS).isOf(code));
        assertThat(status("m1")).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void an_sms_that_a_later_one_has_replaced_is_not_handed_over_any_more() throws InterruptedException {
        queue("m1", MessageKind.CHALLENGE_SMS, NOW);
        queue("m2", MessageKind.CHALLENGE_SMS, NOW.plusSeconds(60));
        try (Dispatcher dispatcher = started(() -> NOW.plusSeconds(90), parcel -> carried.add(parcel.messageId()))) {
            dispatcher.nudge();
            awaitSettled(2);
        }
        assertThat(carried).containsExactly("m2");
        assertThat(status("m1")).isEqualTo(MessageStatus.FAILED);
        assertThat(codeOf(MessageKind.CHALLENGE_SMS).messageId()).isEqualTo("m2");
    }

    @Test
    void a_slow_hand_over_holds_up_nobody_elses_and_is_taken_by_no_second_server() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        CountDownLatch answered = new CountDownLatch(1);
        Semaphore others = new Semaphore(0);
        Carrier slow = parcel -> {
            carried.add(parcel.messageId());
            if (parcel.messageId().equals("slow")) {
                awaitWithoutHurry(answered);
            } else {
                others.release();
            }
        };
        Duration step = Duration.ofSeconds(20);
        queue("slow");
        try (Dispatcher one = started(now::get, slow);
                Dispatcher other = started(now::get, slow)) {
            for (int minute = 0; minute < 3; minute++) {
                String id = "m" + minute;
                queue(id, "p2", MessageKind.ACTIVATION_EMAIL, NOW);
                // Shorter than a lease, and together far longer.
                now.updateAndGet(instant -> instant.plus(step));
                one.nudge();
                other.nudge();
                assertThat(others.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                awaitSettled(1);
                awaitRenewal(Objects.requireNonNull(now.get()).plus(step), one, other);
            }
            answered.countDown();
            awaitSettled(1);
        }
        assertThat(carried).containsExactlyInAnyOrder("slow", "m0", "m1", "m2");
        assertThat(status("slow")).isEqualTo(MessageStatus.SENT);
    }

    /** Waits until what alone is left in the outbox is leased for longer than until then. */
    private void awaitRenewal(Instant until, Dispatcher... dispatchers) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!database.read((Tx tx) -> tx.messages().nextDue()).orElseThrow().isAfter(until)) {
            List.of(dispatchers).forEach(Dispatcher::nudge);
            assertThat(Instant.now()).as("not renewed").isBefore(deadline);
        }
    }

    private static void awaitWithoutHurry(CountDownLatch answered) {
        try {
            assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_store_that_fails_for_a_while_stops_no_delivery_and_health_says_so() throws Exception {
        try (Dispatcher dispatcher = started(() -> NOW, parcel -> carried.add(parcel.messageId()))) {
            assertThat(dispatcher.state()).isEqualTo(PeriodicTask.State.UP);
            alter("outbox RENAME TO elsewhere");
            await(dispatcher, PeriodicTask.State.FAILING);
            alter("elsewhere RENAME TO outbox");
            queue("m1");
            awaitSettled(1);
            await(dispatcher, PeriodicTask.State.UP);
        }
        assertThat(carried).containsExactly("m1");
    }

    private static void await(Dispatcher dispatcher, PeriodicTask.State state) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (dispatcher.state() != state) {
            dispatcher.nudge();
            assertThat(Instant.now()).as("still not %s", state).isBefore(deadline);
        }
    }

    private void alter(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(url.startsWith("jdbc:") ? url : "jdbc:sqlite:" + url);
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table);
        }
    }
}
