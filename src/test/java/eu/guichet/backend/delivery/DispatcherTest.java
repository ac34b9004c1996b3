package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    @TempDir
    Path folder;

    private final LiveHub live = new LiveHub(() -> NOW);
    private final BlockingQueue<LiveEvent> settled = new LinkedBlockingQueue<>();
    private final Queue<String> carried = new ConcurrentLinkedQueue<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
        live.subscribe(AGENT, settled::add);
        live.opened(AGENT, "p1", "\"0\"");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void queue(String id) {
        database.execute(tx -> tx.messages()
                .add(new StoredMessage(
                        id, "p1", MessageKind.ACTIVATION_EMAIL, "de", MessageStatus.QUEUED, NOW, NOW, null)));
    }

    private Dispatcher started(InstantSource clock, Carrier carrier) {
        Dispatcher dispatcher =
                new Dispatcher(database, Policy.standard(), clock, live, _ -> carrier, new SecureRandom());
        dispatcher.start();
        return dispatcher;
    }

    private void awaitSettled(int messages) throws InterruptedException {
        for (int count = 0; count < messages; count++) {
            assertThat(settled.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private MessageStatus status(String id) {
        return database.read(tx -> tx.messages().find(id)).orElseThrow().status();
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
    void a_message_nobody_takes_over_is_tried_five_times_and_has_then_failed() throws InterruptedException {
        queue("m1");
        AtomicLong minutes = new AtomicLong();
        InstantSource hurried = () -> NOW.plus(Duration.ofMinutes(10 * minutes.incrementAndGet()));
        Carrier away = parcel -> {
            carried.add(parcel.messageId());
            throw new NotCarriedException("the server is away", new IOException("refused"));
        };
        try (Dispatcher dispatcher = started(hurried, away)) {
            dispatcher.nudge();
            awaitSettled(1);
        }
        assertThat(carried).hasSize(5);
        assertThat(status("m1")).isEqualTo(MessageStatus.FAILED);
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
    void an_sms_fits_into_one_sms_in_every_language() {
        for (String language : List.of("fr", "en", "de", "it")) {
            assertThat(Wording.text(MessageKind.CHALLENGE_SMS, language, "12345678", Policy.standard()))
                    .contains("12345678")
                    .hasSizeLessThanOrEqualTo(160);
            assertThat(Wording.text(MessageKind.SIGN_IN_SMS, language, "123456789", Policy.standard()))
                    .contains("123456789")
                    .hasSizeLessThanOrEqualTo(160);
        }
    }
}
