package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.RegisterSummary;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import eu.guichet.process.RegisterField;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly register, sent by the institution's program with a provider's token. */
@OnBothStores
class RegisterTest {
    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";
    private static final MediaType CSV = MediaType.get("text/csv");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final StandInProvider provider = new StandInProvider();
    private Backend backend;
    private Database database;
    private String token;
    private GuichetClient program;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        database = Stores.open(folder);
        database.execute(tx -> tx.storeMode().enter(false));
        node();
    }

    /** On the store that is there. */
    private void node() throws IOException {
        Path file = Files.writeString(folder.resolve("institution.properties"), provider.lines());
        backend = Backend.start(BackendSettings.production(Stores.url(folder), Institution.read(file))
                .withPort(0));
        token = tokenOf("guichet-register");
        program = GuichetClients.connect(backend.url(), () -> token);
        program.speak(Locale.ENGLISH);
        caller = new Caller(backend.url(), token, Contract.read(), new ConcurrentLinkedQueue<>());
    }

    @AfterEach
    void stop() {
        program.close();
        backend.close();
        database.close();
        provider.close();
    }

    private String tokenOf(String role, String... offices) {
        return provider.signed(provider.claims(StandInProvider.person("hr-feed", "HR", role, offices))
                .build());
    }

    /** Somebody of that number, at this address of the same street. */
    private static String row(int number, int house) {
        return "3%07d,Müller,Anna,1944-03-12,LUX,de fr,%d rue des Tilleuls,L-2510,Strassen,LU,p%d@post.example,%n"
                .formatted(number, house, number)
                .replace("\r", "");
    }

    private static String rows(int from, int to, int house) {
        return IntStream.range(from, to).mapToObj(number -> row(number, house)).collect(Collectors.joining());
    }

    private Caller.Answered send(String key, String csv) {
        return caller.call(
                "POST",
                "/v1/register",
                RequestBody.create(csv.getBytes(UTF_8), CSV),
                null,
                "Idempotency-Key",
                key,
                "Accept-Language",
                "en");
    }

    private Path file(String csv) throws IOException {
        return Files.writeString(folder.resolve("register.csv"), csv);
    }

    /** Opens a sending of this length that is to have so much of it, and no more for now. */
    private Socket begin(String key, byte[] csv, int length) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), backend.url().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: " + key
                        + "\r\nAuthorization: Bearer " + token + "\r\nContent-Length: " + csv.length + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(csv, 0, length);
        out.flush();
        return socket;
    }

    private int people() {
        return (int) database.<Long>read(tx -> tx.pensioners().count()).longValue();
    }

    private void awaitPeople(int least) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (people() < least && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(people()).isGreaterThanOrEqualTo(least);
    }

    private Pensioner person(int number) {
        return database.read(tx -> tx.pensioners().byPensionNumber("3%07d".formatted(number)))
                .orElseThrow();
    }

    private List<Event> history(int number) {
        String id = person(number).id();
        return database.read(tx -> tx.events().history(id)).events();
    }

    private List<String> trail() {
        return database.read(tx -> tx.audit().page(null, null, 100)).entries().reversed().stream()
                .filter(entry -> entry.act().equals(AuditAct.IMPORT.key()))
                .map(AuditEntry::outcome)
                .toList();
    }

    @Test
    void who_is_new_is_added_who_is_on_file_is_brought_up_to_date_and_a_faulty_row_is_left_out() {
        assertThat(send("monday-night", HEADER + rows(0, 3, 1)).status()).isEqualTo(200);
        String faulty = row(9, 1).replace("1944-03-12", "12.3.1944");
        RegisterSummary summary = send(
                        "tuesday-night", HEADER + row(0, 1) + row(1, 2) + faulty + row(0, 5) + "a,b\n" + row(4, 1))
                .as(RegisterSummary.class);

        assertThat(summary.read()).isEqualTo(6);
        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.changed()).isEqualTo(1);
        assertThat(summary.unchanged()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(3);
        assertThat(summary.faults()).extracting(RegisterSummary.RowFault::line).containsExactly(4L, 5L, 6L);
        assertThat(summary.faults())
                .extracting(RegisterSummary.RowFault::column)
                .containsExactly("birth_date", "pension_number", null);
        assertThat(summary.faults().toString()).contains("already on line 2").doesNotContain("1944");
        assertThat(person(1).address().street()).isEqualTo("2 rue des Tilleuls");
        assertThat(history(1))
                .singleElement()
                .satisfies(event ->
                        assertThat(((Event.RegisterChanged) event).fields()).isEqualTo(Set.of(RegisterField.ADDRESS)));
        assertThat(history(0)).isEmpty();
        assertThat(trail())
                .containsExactly(
                        "3 new, 0 changed, 0 unchanged, 0 refused", "1 new, 1 changed, 1 unchanged, 3 refused");
        assertThat(database.read(tx -> tx.audit().page(null, null, 1)).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.role()).isEqualTo(Role.REGISTER);
                    assertThat(entry.agentId()).isEqualTo("hr-feed");
                });
    }

    @Test
    void broken_off_in_the_middle_it_goes_on_where_it_was_and_nothing_is_done_twice() throws IOException {
        int all = 2_400;
        int known = 400;
        send("the-night-before", HEADER + rows(0, known, 1));
        String csv = HEADER + rows(0, known, 2) + "not a person\n" + rows(known, all - 1, 1);
        byte[] bytes = csv.getBytes(UTF_8);
        try (Socket _ = begin("a-november-night", bytes, bytes.length / 2)) {
            awaitPeople(all / 3);
        }
        RegisterSummary summary = program.register(file(csv), new IdempotencyKey("a-november-night"));

        assertThat(summary.read()).isEqualTo(all);
        assertThat(summary.added()).isEqualTo(all - 1 - known);
        assertThat(summary.changed()).isEqualTo(known);
        assertThat(summary.unchanged()).isZero();
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(summary.faults()).extracting(RegisterSummary.RowFault::line).containsExactly(known + 2L);
        assertThat(people()).isEqualTo(all - 1);
        for (int number = 0; number < known; number += 99) {
            assertThat(history(number)).as("history of %d", number).hasSize(1);
        }
        assertThat(trail()).hasSize(5);
        assertThat(trail().subList(2, 5))
                .satisfiesExactly(
                        begun -> assertThat(begun).isEqualTo("begun"),
                        on -> assertThat(on).matches("gone on after [0-9]+ rows"),
                        end -> assertThat(end).isEqualTo("1999 new, 400 changed, 0 unchanged, 1 refused"));

        // an answer that was lost is given again, and nothing is done
        assertThat(program.register(file(csv), new IdempotencyKey("a-november-night")))
                .isEqualTo(summary);
        assertThat(trail()).hasSize(5);
        assertThat(history(0)).hasSize(1);
    }

    @Test
    void a_backend_that_stops_in_the_middle_is_followed_by_another_that_goes_on_where_it_was() throws Exception {
        int all = 6_000;
        int known = 1000;
        send("the-night-before", HEADER + rows(0, known, 1));
        String csv = HEADER + rows(0, known, 2) + rows(known, all, 1);
        byte[] bytes = csv.getBytes(UTF_8);
        try (Socket _ = begin("a-november-night", bytes, bytes.length / 2)) {
            awaitPeople(all / 3);
            long begun = System.nanoTime();
            backend.drain();
            backend.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("it does not wait for who sends nothing")
                    .isLessThan(PATIENCE);
        }
        assertThat(people()).isLessThan(all);
        program.close();
        node();
        RegisterSummary summary = program.register(file(csv), new IdempotencyKey("a-november-night"));

        assertThat(summary.read()).isEqualTo(all);
        assertThat(summary.added()).isEqualTo(all - known);
        assertThat(summary.changed()).isEqualTo(known);
        assertThat(people()).isEqualTo(all);
        for (int number = 0; number < known; number += 99) {
            assertThat(history(number)).as("history of %d", number).hasSize(1);
        }
        assertThat(trail().subList(2, 5))
                .satisfiesExactly(
                        from -> assertThat(from).isEqualTo("begun"),
                        on -> assertThat(on).matches("gone on after [0-9]+ rows"),
                        end -> assertThat(end).isEqualTo("5000 new, 1000 changed, 0 unchanged, 0 refused"));
    }

    @Test
    void while_it_is_sent_slowly_the_desk_goes_on() throws IOException {
        byte[] bytes = (HEADER + rows(0, 2000, 1)).getBytes(UTF_8);
        try (Socket _ = begin("a-slow-night", bytes, bytes.length / 2)) {
            awaitPeople(500);
            Caller agent = new Caller(
                    backend.url(), tokenOf("guichet-agent", "LUX"), Contract.read(), new ConcurrentLinkedQueue<>());
            String contact = "{\"pensionerId\":\"" + person(1).id() + "\",\"reason\":\"call\"}";
            assertThat(agent.post("/v1/contacts", contact).status()).isEqualTo(201);
            assertThat(agent.post("/v1/search", "{\"query\":\"muller anna\",\"limit\":5}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void other_rows_under_a_key_that_was_used_are_refused_and_change_nothing() {
        String first = HEADER + rows(0, 600, 1);
        assertThat(send("a-key-of-its-own", first).status()).isEqualTo(200);
        for (String other : List.of(
                HEADER + row(0, 2) + rows(1, 600, 1),
                HEADER + rows(0, 599, 1),
                HEADER + rows(0, 601, 1),
                HEADER + rows(0, 599, 1) + row(599, 2))) {
            assertThat(send("a-key-of-its-own", other).problem()).isEqualTo("idempotency-key-reused");
        }
        assertThat(people()).isEqualTo(600);
        assertThat(history(0)).isEmpty();
        assertThat(send("a-key-of-its-own", first).as(RegisterSummary.class).added())
                .isEqualTo(600);
    }

    @Test
    void sent_again_while_the_first_sending_hangs_it_is_taken_there_and_the_first_one_stops() throws IOException {
        byte[] bytes = (HEADER + rows(0, 3000, 1)).getBytes(UTF_8);
        try (Socket hanging = begin("a-hanging-night", bytes, bytes.length / 2)) {
            awaitPeople(1000);
            RegisterSummary summary =
                    program.register(file(new String(bytes, UTF_8)), new IdempotencyKey("a-hanging-night"));
            assertThat(summary.added()).isEqualTo(3000);

            hanging.getOutputStream().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            hanging.setSoTimeout((int) PATIENCE.toMillis());
            byte[] answer = hanging.getInputStream().readNBytes(12);
            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 503");
        }
        assertThat(people()).isEqualTo(3000);
        assertThat(trail().getLast()).isEqualTo("3000 new, 0 changed, 0 unchanged, 0 refused");
    }

    @Test
    void what_is_no_table_of_people_is_refused_with_the_line_and_the_rows_before_it_are_in() {
        Caller.Answered wrong = send("wrong-header", "name,number\nMüller,1\n");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("detail").asString()).contains("line 1 ", "pension_number,last_name");
        assertThat(send("no-body-at-all", "").status()).isEqualTo(400);
        String unclosed = HEADER + rows(0, 300, 1) + row(300, 1).replace("Müller", "\"Müller");
        Caller.Answered broken = send("open-quotes", unclosed);
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().path("detail").asString()).contains("quotation mark");
        assertThat(people()).isEqualTo(300);
        // mended, it goes on
        RegisterSummary mended = send("open-quotes", HEADER + rows(0, 302, 1)).as(RegisterSummary.class);
        assertThat(mended.added()).isEqualTo(302);
    }

    @Test
    void a_table_is_sent_as_one_and_by_nobody_but_the_program() throws IOException {
        assertThat(caller.post("/v1/register", "{}", "Idempotency-Key", "as-json-text")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(caller.call("POST", "/v1/register", RequestBody.create(new byte[] {'x'}, CSV), null)
                        .problem())
                .isEqualTo("idempotency-key-required");
        token = tokenOf("guichet-supervisor", "BRU");
        Path csv = file(HEADER + row(0, 1));
        assertThatThrownBy(() -> program.register(csv, new IdempotencyKey("not-allowed")))
                .isInstanceOf(ClientException.class);
        assertThat(people()).isZero();
    }
}
