package eu.guichet.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.JobState;
import eu.guichet.backend.ipp.IppPeer;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.RegisterSummary;
import eu.guichet.journey.Program;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.sim.Await;
import eu.guichet.sim.Cast;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code guichet serve}, a process, is told to stop by SIGTERM in the middle of its work; the next one does the rest. */
class StoppingFaults {
    private static final int MESSAGES = 400;
    private static final int PHONES = 40;
    private static final String MESSAGE = "message-";
    private static final int LETTERS = 14;
    private static final int PRINTED_BEFORE = 3;
    private static final int ROWS = 3000;
    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final StandInProvider provider = new StandInProvider();
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        provider.close();
    }

    private Node node(String store, String settings) throws IOException {
        provider.life = Duration.ofHours(1);
        Path config = Files.writeString(folder.resolve("own.properties"), provider.lines() + settings);
        Node started = Node.start("stopping-" + nodes.size(), store, config, folder);
        nodes.add(started);
        return started;
    }

    private String token(String subject, String role, String... offices) {
        return provider.signed(provider.claims(StandInProvider.person(subject, subject, "guichet-" + role, offices))
                .build());
    }

    @Test
    void what_it_has_in_hand_comes_to_its_end_and_the_next_node_does_the_rest_once() throws Exception {
        String store = new DurablePostgres().url();
        List<String> waiting = new ArrayList<>();
        Queue<String> handedOver = new ConcurrentLinkedQueue<>();
        Semaphore answers = new Semaphore(0);
        try (Database database = Database.open(store);
                IppPeer printer = new IppPeer();
                MockWebServer gateway = new MockWebServer()) {
            fill(database, waiting);
            gateway.setDispatcher(slow(handedOver, answers));
            gateway.start();
            Semaphore sheets = new Semaphore(PRINTED_BEFORE);
            printer.takes = sheets;
            printer.begins = JobState.processing;
            int operations = freePort();
            String settings = """
                    printer.BRU = %s
                    printing.timeout = 15s
                    sms.gateway = http
                    sms.sender = PMO
                    sms.url = %s
                    sms.body = {"to":"{to}","text":"{text}","id":"{id}"}
                    operations.address = 127.0.0.1:%d
                    operations.drain = 3s
                    """.formatted(printer.address(), gateway.url("/sms"), operations);

            Node first = node(store, settings);
            answers.release(10);
            Await.until("some messages", () -> handedOver.size() >= 10);
            byte[] register = register(0, ROWS, 1);
            try (Socket sending = begin(first, "a-november-night", register)) {
                Await.until("some rows", () -> people(database) > waiting.size() + ROWS / 4);
                try (GuichetClient officer =
                        GuichetClients.connect(URI.create(first.url()), () -> token("emil", "letter-officer", "BRU"))) {
                    var _ = officer.startBatch(BatchRequest.ALL, IdempotencyKey.create());
                }
                Await.until(
                        "sheets, and documents on their way",
                        () -> printer.documents.size() == PRINTED_BEFORE && printer.orders.size() > PRINTED_BEFORE);

                first.stop();
                Await.until("callers to be sent elsewhere", () -> !ready(operations));
                sending.getOutputStream().write(register, register.length / 2, register.length - register.length / 2);
                String answer = new String(sending.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            }
            AtomicInteger looks = new AtomicInteger();
            Await.until("its end", () -> {
                answers.release(looks.incrementAndGet() % 10 == 0 ? 1 : 0);
                return !first.isAlive();
            });
            answers.release(2 * MESSAGES);

            assertThat(first.ended()).isEqualTo(Program.TOLD_TO_STOP);
            assertThat(first.log()).doesNotContain(" ERROR ", "\tat ");
            int before = handedOver.size();
            assertThat(before).as("it takes up nothing more").isLessThan(MESSAGES);
            assertThat(sent(database))
                    .as("what it had in hand has come to its end")
                    .isEqualTo(before);
            assertThat(printer.documents.size()).isEqualTo(PRINTED_BEFORE);
            sheets.release(LETTERS);
            Await.until("what was on its way", () -> printer.documents.size() == printer.orders.size());
            assertThat(printer.documents.size()).isLessThan(LETTERS);
            printer.jobs().forEach(job -> job.state = JobState.completed);
            printer.begins = JobState.completed;

            Node second = node(store, settings);
            Await.until("all messages", () -> sent(database) == MESSAGES);
            Await.until(
                    "all letters",
                    () -> waiting.stream().allMatch(id -> history(database, id).has(Event.LetterPrinted.class)));
            assertThat(send(second, "a-november-night", register).added()).isEqualTo(ROWS);
            second.stop();
            assertThat(second.ended()).isEqualTo(Program.TOLD_TO_STOP);
            assertThat(second.log()).doesNotContain(" ERROR ", "\tat ");

            assertThat(handedOver).hasSize(MESSAGES).doesNotHaveDuplicates();
            assertThat(printer.documents.size()).isEqualTo(LETTERS);
            assertThat(printer.jobs()).extracting(IppPeer.Job::name).doesNotHaveDuplicates();
            for (String id : waiting) {
                assertThat(history(database, id).all(Event.LetterGenerated.class))
                        .hasSize(1);
                assertThat(history(database, id).all(Event.LetterPrinted.class)).hasSize(1);
            }
            assertThat(imports(database)).containsExactly("begun", ROWS + " new, 0 changed, 0 unchanged, 0 refused");
        }
    }

    @Test
    void a_register_that_is_cut_off_where_nothing_is_waited_for_goes_on_at_the_next_node() throws Exception {
        String store = folder.resolve("guichet.db").toString();
        int known = 600;
        try (Database database = Database.open(store)) {
            database.execute(tx -> tx.storeMode().enter(false));
            Node first = node(store, "");
            assertThat(send(first, "the-night-before", register(0, known, 1)).added())
                    .isEqualTo(known);
            byte[] register = register(0, ROWS, 2);
            try (Socket sending = begin(first, "a-november-night", register)) {
                Await.until("some rows", () -> people(database) > known + ROWS / 8);
                first.stop();
                assertThat(first.ended()).isEqualTo(Program.TOLD_TO_STOP);
                assertThat(sending.isConnected()).isTrue();
            }
            assertThat(first.log()).doesNotContain(" ERROR ");
            assertThat(people(database)).isLessThan(ROWS);

            Node second = node(store, "");
            RegisterSummary summary = send(second, "a-november-night", register);
            assertThat(summary.read()).isEqualTo(ROWS);
            assertThat(summary.changed()).isEqualTo(known);
            assertThat(summary.added()).isEqualTo(ROWS - known);
            assertThat(people(database)).isEqualTo(ROWS);
            List<String> ids = database.read(tx -> tx.pensioners()
                    .idsByPensionNumber(IntStream.range(0, known)
                            .mapToObj("6%07d"::formatted)
                            .toList()));
            assertThat(ids)
                    .hasSize(known)
                    .allSatisfy(id -> assertThat(history(database, id).all(Event.RegisterChanged.class))
                            .hasSize(1));
            assertThat(imports(database).subList(2, 5))
                    .satisfiesExactly(
                            begun -> assertThat(begun).isEqualTo("begun"),
                            on -> assertThat(on).matches("gone on after [0-9]+ rows"),
                            end -> assertThat(end)
                                    .isEqualTo(ROWS - known + " new, " + known + " changed, 0 unchanged, 0 refused"));
        }
    }

    /** People to whom messages are to go, and others who wait for a letter. */
    private static void fill(Database database, List<String> waiting) {
        Instant now = Instant.now();
        Cast cast = new Cast(now, new Random(5));
        cast.store(database, false, bulk -> {
            for (int i = 0; i < LETTERS; i++) {
                waiting.add(cast.somebody()
                        .asksForAccess(Duration.ofDays(2))
                        .stored(bulk)
                        .id());
            }
        });
        database.execute(tx -> {
            for (int i = 0; i < PHONES; i++) {
                tx.pensioners().add(Stores.somebody("phone" + i));
            }
            for (int i = 0; i < MESSAGES; i++) {
                tx.messages()
                        .add(new StoredMessage(
                                MESSAGE + i,
                                "phone" + i % PHONES,
                                MessageKind.LETTER_ORDERED_SMS,
                                "de",
                                MessageStatus.QUEUED,
                                now,
                                now,
                                null));
            }
        });
    }

    /** An SMS gateway that takes one over for each permit. */
    private static Dispatcher slow(Queue<String> handedOver, Semaphore answers) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                String id = ContractJson.mapper()
                        .readTree(Objects.requireNonNull(request.getBody()).toByteArray())
                        .path("id")
                        .asString();
                if (id.startsWith(MESSAGE)) { // letters bring others
                    handedOver.add(id);
                }
                answers.acquire();
                return new MockResponse.Builder().code(202).build();
            }
        };
    }

    private static long sent(Database database) {
        return database.read(tx -> IntStream.range(0, MESSAGES)
                .filter(i -> tx.messages().find(MESSAGE + i).orElseThrow().status() == MessageStatus.SENT)
                .count());
    }

    private static int people(Database database) {
        return (int) database.<Long>read(tx -> tx.pensioners().count()).longValue();
    }

    private static History history(Database database, String id) {
        return database.read(tx -> tx.events().history(id));
    }

    /** The outcomes of all imports, the earliest first. */
    private static List<String> imports(Database database) {
        return database.read(tx -> tx.audit().page(null, null, 500)).entries().reversed().stream()
                .filter(row -> row.act().equals(AuditAct.IMPORT.key()))
                .map(AuditEntry::outcome)
                .toList();
    }

    /** People of these numbers, who live in this house. */
    private static byte[] register(int from, int to, int house) {
        return IntStream.range(from, to)
                .mapToObj(number ->
                        "6%07d,Müller,Anna,1944-03-12,LUX,de fr,%d rue des Tilleuls,L-2510,Strassen,LU,p%d@post.example,\n"
                                .formatted(number, house, number))
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(UTF_8);
    }

    /** Sends the first half of it, and no more for now. */
    private Socket begin(Node node, String key, byte[] register) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(node.url()).getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: " + key
                        + "\r\nAuthorization: Bearer " + token("hr-feed", "register") + "\r\nContent-Length: "
                        + register.length + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(register, 0, register.length / 2);
        out.flush();
        return socket;
    }

    private RegisterSummary send(Node node, String key, byte[] register) throws IOException {
        Path file = Files.write(folder.resolve("register.csv"), register);
        try (GuichetClient feed = GuichetClients.connect(URI.create(node.url()), () -> token("hr-feed", "register"))) {
            return feed.register(file, new IdempotencyKey(key));
        }
    }

    private static boolean ready(int operations) {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + operations + "/ready")
                    .toURL()
                    .openConnection();
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
