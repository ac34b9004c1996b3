package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.JobState;
import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.ipp.IppPeer;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Letter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.PrintState;
import eu.guichet.process.Event;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is told to stop in the middle of its work, as by SIGTERM, and the one that is started after it. */
@OnBothStores
class StoppingNodeTest {
    private static final int LOOKS = 1_200;
    private static final int LOOK_MILLIS = 50;
    private static final int MESSAGES = 120;
    private static final List<String> NAMES = List.of("Weber", "Rossi", "Dubois", "Nagy", "Olsen");

    @TempDir
    Path folder;

    private final StandInProvider provider = new StandInProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    private Backend node(String settings) throws IOException {
        return node(settings, Duration.ZERO);
    }

    /** @param later so much later than it is */
    private Backend node(String settings, Duration later) throws IOException {
        Path file = Files.writeString(
                folder.resolve("institution.properties"),
                provider.lines() + "identity.counter-hours = off\noperations.drain = 0s\n" + settings);
        return Backend.start(BackendSettings.production(Stores.url(folder), Institution.read(file))
                .withClock(InstantSource.offset(InstantSource.system(), later))
                .withPort(0));
    }

    private static void stop(Backend node) {
        try {
            node.drain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        node.close();
    }

    private static void await(BooleanSupplier state) {
        for (int looks = 0; looks < LOOKS && !state.getAsBoolean(); looks++) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
        assertThat(state.getAsBoolean()).isTrue();
    }

    @Test
    void what_it_has_in_hand_is_handed_over_and_the_next_one_takes_up_the_rest_of_the_outbox_once_each()
            throws Exception {
        try (Database database = Stores.open(folder);
                MockWebServer gateway = new MockWebServer()) {
            Instant now = Instant.now();
            database.execute(tx -> {
                tx.storeMode().enter(false);
                for (int i = 0; i < MESSAGES; i++) {
                    tx.pensioners().add(Stores.somebody("p" + i));
                    tx.messages()
                            .add(new StoredMessage(
                                    "m" + i,
                                    "p" + i,
                                    MessageKind.LETTER_ORDERED_SMS,
                                    "de",
                                    MessageStatus.QUEUED,
                                    now,
                                    now,
                                    null));
                }
            });
            Queue<String> handedOver = new ConcurrentLinkedQueue<>();
            Semaphore taken = new Semaphore(0);
            gateway.setDispatcher(slow(handedOver, taken));
            gateway.start();
            String settings = "sms.gateway = http\nsms.sender = PMO\nsms.url = " + gateway.url("/sms")
                    + "\nsms.body = {\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}\n";

            Backend first = node(settings);
            await(() -> handedOver.size() >= 10);
            URI url = first.url();
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> stop(first));
            await(() -> !answers(url));
            await(() -> {
                taken.release();
                return stopping.isDone();
            });
            stopping.join();
            taken.release(MESSAGES);

            int before = handedOver.size();
            assertThat(before).as("it takes up nothing more").isLessThan(MESSAGES);
            assertThat(count(database, MessageStatus.SENT))
                    .as("what it had in hand has come to its end")
                    .isEqualTo(before);
            try (Backend second = node(settings)) {
                assertThat(second.url()).isNotNull();
                await(() -> count(database, MessageStatus.SENT) == MESSAGES);
            }
            assertThat(handedOver).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    private static boolean answers(URI node) {
        try (Socket _ = new Socket(node.getHost(), node.getPort())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes one over for each permit. */
    private static Dispatcher slow(Queue<String> handedOver, Semaphore taken) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                handedOver.add(ContractJson.mapper()
                        .readTree(Objects.requireNonNull(request.getBody()).toByteArray())
                        .path("id")
                        .asString());
                taken.acquire();
                return new MockResponse.Builder().code(202).build();
            }
        };
    }

    private static long count(Database database, MessageStatus status) {
        return database.read(tx -> IntStream.range(0, MESSAGES)
                .filter(i -> tx.messages().find("m" + i).orElseThrow().status() == status)
                .count());
    }

    @Test
    void letters_at_the_printer_on_their_way_to_it_and_before_it_are_followed_by_the_next_one_and_printed_once()
            throws IOException {
        try (Database database = Stores.open(folder);
                IppPeer printer = new IppPeer()) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                IntStream.range(0, 5).forEach(i -> {
                    Pensioner one = Stores.somebody("p" + i, NAMES.get(i), "Anna", null, null);
                    tx.pensioners().add(one);
                    Instant day = Instant.now().minus(Duration.ofDays(1));
                    tx.events().add(one.id(), new Event.AccountRequested(day));
                    tx.events().add(one.id(), new Event.PasswordSet(day.plusSeconds(600)));
                    tx.events().add(one.id(), new Event.PhoneAdded(day.plusSeconds(1200)));
                    tx.events().add(one.id(), new Event.PhoneConfirmed(day.plusSeconds(1300)));
                    tx.events().add(one.id(), new Event.AccessRequested(day.plusSeconds(1600)));
                });
            });
            String settings = "printer.LUX = " + printer.address() + "\n";
            printer.begins = JobState.processing;
            Backend first = node(settings);
            Caller agent = new Caller(
                    first.url(),
                    provider.signed(provider.claims(StandInProvider.agent("f00d-1", "M. D.", "LUX"))
                            .build()),
                    Contract.read(),
                    new ConcurrentLinkedQueue<>());
            letter(agent, "p0");
            letter(agent, "p1");
            await(() -> state(database, "p0") == PrintState.PRINTING && state(database, "p1") == PrintState.PRINTING);
            printer.losesAnswers = true;
            letter(agent, "p2");
            await(() -> printer.documents.size() == 3);
            printer.accepts = false;
            letter(agent, "p3");
            letter(agent, "p4");
            stop(first);

            assertThat(printer.documents).hasSize(3);
            printer.losesAnswers = false;
            printer.accepts = true;
            printer.begins = JobState.completed;
            printer.jobs().forEach(job -> job.state = JobState.completed);
            // a printer that takes nothing is not asked again at once
            try (Backend second = node(settings, Duration.ofSeconds(15))) {
                assertThat(second.url()).isNotNull();
                await(() -> IntStream.range(0, 5).allMatch(i -> state(database, "p" + i) == PrintState.PRINTED));
            }
            assertThat(printer.documents).hasSize(5);
            assertThat(printer.jobs()).extracting(IppPeer.Job::name).doesNotHaveDuplicates();
        }
    }

    private static void letter(Caller agent, String person) {
        Steps.verify(agent, person);
        Caller.Answered answer =
                Steps.generate(agent, person, Steps.open(agent, person).etag(), Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        assertThat(answer.as(Letter.class).printable()).isFalse();
        String contact = Steps.contact(agent, person, "counter");
        assertThat(agent.post("/v1/contacts/" + contact + "/close", "").status())
                .isEqualTo(200);
    }

    private static PrintState state(Database database, String person) {
        return database.read(tx -> {
            String letter = tx.letters().of(person).getFirst().id();
            return Objects.requireNonNull(tx.printJobs().latest(List.of(letter)).get(letter))
                    .state();
        });
    }
}
