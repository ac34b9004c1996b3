package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many messages of one person, whose row each of them locks. */
@OnBothStores
class MessagesOfOnePersonTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    private static final Wording WORDING = new Wording(
            Policy.standard(),
            Institution.standard().offices(),
            Institution.standard().services());

    @TempDir
    Path folder;

    private final LiveHub live = new LiveHub(() -> NOW);
    private final BlockingQueue<LiveEvent> settled = new LinkedBlockingQueue<>();
    private final Queue<String> carried = new ConcurrentLinkedQueue<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        live.subscribe(AGENT, settled::add);
        for (String person : List.of("p1", "p2")) {
            database.execute(tx -> tx.pensioners().add(Stores.somebody(person)));
            live.opened(AGENT, person, "\"0\"");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void queue(String id, String person, Instant at) {
        database.execute(tx -> tx.messages()
                .add(new StoredMessage(
                        id, person, MessageKind.ACTIVATION_EMAIL, "de", MessageStatus.QUEUED, at, at, null)));
    }

    private Dispatcher started(Instant now, Carrier carrier) {
        Dispatcher dispatcher = new Dispatcher(
                database,
                Policy.standard(),
                WORDING,
                () -> now,
                new EnrolmentJournal(Policy.standard(), () -> now, live),
                _ -> carrier,
                new SecureRandom());
        dispatcher.start();
        return dispatcher;
    }

    private void awaitSettled(int messages) throws InterruptedException {
        for (int count = 0; count < messages; count++) {
            assertThat(settled.poll(30, TimeUnit.SECONDS)).isNotNull();
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
    void nobody_waits_for_the_many_messages_of_somebody_else() throws InterruptedException {
        List<String> hers = IntStream.range(100, 140).mapToObj(i -> "m" + i).toList();
        hers.forEach(id -> queue(id, "p1", NOW));
        queue("other", "p2", NOW.plusSeconds(1));
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Carrier slowForHer = parcel -> {
            carried.add(parcel.messageId());
            if (parcel.pensionerId().equals("p1")) {
                awaitWithoutHurry(answered);
            } else {
                left.countDown();
            }
        };
        Instant now = NOW.plusSeconds(2);
        try (Dispatcher one = started(now, slowForHer);
                Dispatcher other = started(now, slowForHer)) {
            one.nudge();
            other.nudge();
            boolean leftMeanwhile = left.await(30, TimeUnit.SECONDS);
            answered.countDown();
            assertThat(leftMeanwhile).isTrue();
            awaitSettled(41);
        }
        assertThat(carried).as("each once").hasSize(41);
        assertThat(carried.stream().filter(hers::contains).toList())
                .as("in their order")
                .isEqualTo(hers);
    }

    @Test
    void what_waits_for_another_message_of_the_same_person_leaves_as_soon_as_that_has_left()
            throws InterruptedException {
        int count = 60;
        IntStream.range(0, count).forEach(i -> queue("m" + i, "p1", NOW));
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        Carrier counting = parcel -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            carried.add(parcel.messageId());
            atOnce.decrementAndGet();
        };
        Instant begun = Instant.now();
        try (Dispatcher dispatcher = started(NOW, counting)) {
            dispatcher.nudge();
            awaitSettled(count);
        }
        assertThat(mostAtOnce).hasValue(1);
        // a look every two seconds would take two minutes
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(count));
    }
}
