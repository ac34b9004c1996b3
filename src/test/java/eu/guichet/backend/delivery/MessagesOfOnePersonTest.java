package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many messages of one person, whose row each of them locks. */
@OnBothStores
class MessagesOfOnePersonTest extends OutboxFixture {
    private void queue(String id, String person, Instant at) {
        queue(id, person, MessageKind.ACTIVATION_EMAIL, at);
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
        try (Dispatcher one = started(() -> now, slowForHer);
                Dispatcher other = started(() -> now, slowForHer)) {
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
        try (Dispatcher dispatcher = started(() -> NOW, counting)) {
            dispatcher.nudge();
            awaitSettled(count);
        }
        assertThat(mostAtOnce).hasValue(1);
        // a look every two seconds would take two minutes
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(count));
    }
}
