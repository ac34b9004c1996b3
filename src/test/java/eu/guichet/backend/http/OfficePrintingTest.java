package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.Me;
import eu.guichet.contract.PrintJob;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import eu.guichet.process.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An institution's backend that prints on the office's printer: what agents and the letter desk see of it. */
@OnBothStores
class OfficePrintingTest {
    private static final int LOOKS = 100;
    private static final String HER = "11111111-aaaa-4aaa-8aaa-000000000002";

    @TempDir
    Path folder;

    private final Contract contract = Contract.read();
    private final IppPeer printer = new IppPeer();
    private final StandInProvider provider = new StandInProvider();
    private Pensioner her;
    private Backend backend;

    @BeforeEach
    void open() throws IOException {
        String store = Stores.url(folder);
        try (Database database = Database.open(store)) {
            her = Stores.somebody(HER);
            Instant day = Instant.now().minus(Duration.ofDays(1));
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(her);
                tx.events().add(HER, new Event.AccountRequested(day));
                tx.events().add(HER, new Event.PasswordSet(day.plusSeconds(600)));
                tx.events().add(HER, new Event.PhoneAdded(day.plusSeconds(1200)));
                tx.events().add(HER, new Event.PhoneConfirmed(day.plusSeconds(1300)));
                tx.events().add(HER, new Event.AccessRequested(day.plusSeconds(1600)));
            });
        }
        Path file = folder.resolve("institution.properties");
        Files.write(file, (provider.lines() + """
                identity.counter-hours = off
                printer.%s = %s
                """.formatted(her.office(), printer.address())).getBytes(UTF_8));
        backend = Backend.start(
                BackendSettings.production(store, Institution.read(file)).withPort(0));
    }

    @AfterEach
    void close() {
        backend.close();
        provider.close();
        printer.close();
    }

    private Caller as(Map<String, Object> who) {
        return new Caller(
                backend.url(), provider.signed(provider.claims(who).build()), contract, new ConcurrentLinkedQueue<>());
    }

    private Caller agent() {
        return as(StandInProvider.agent("f00d-1", "M. D.", her.office().name()));
    }

    private Caller letterDesk() {
        return as(StandInProvider.person(
                "f00d-2", "J. V.", "guichet-letter-officer", her.office().name()));
    }

    private Letter generated(Caller agent) {
        String seen = "{\"method\":\"DOCUMENT_SEEN\",\"birthDay\":\"--%02d-%02d\"}"
                .formatted(her.birthDate().getMonthValue(), her.birthDate().getDayOfMonth());
        assertThat(Steps.act(agent, HER, "verifications", seen).status()).isEqualTo(200);
        Caller.Answered answer =
                Steps.generate(agent, HER, Steps.open(agent, HER).etag(), Steps.key());
        assertThat(answer.status()).isEqualTo(201);
        return answer.as(Letter.class);
    }

    /** As her file shows it, once its print job stands like that. */
    private Letter await(Caller agent, PrintState state) {
        return await(agent, state, null);
    }

    private Letter await(Caller agent, PrintState state, @Nullable PrintTrouble trouble) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Letter letter = Steps.open(agent, HER).letters().getFirst();
            if (print(letter).state() == state
                    && (trouble == null || print(letter).trouble() == trouble)) {
                return letter;
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                    .join();
        }
        throw new AssertionError("never " + state + ": "
                + Steps.open(agent, HER).letters().getFirst().print());
    }

    private static PrintJob print(Letter letter) {
        return Objects.requireNonNull(letter.print());
    }

    @Test
    void a_letter_that_is_generated_comes_out_of_the_office_s_printer_and_no_desk_ever_had_it() throws IOException {
        Caller agent = agent();
        assertThat(agent.get("/v1/me").as(Me.class).desk().printing()).isEqualTo(PrintingBy.OFFICE);

        Letter letter = generated(agent);
        assertThat(letter.printable()).isFalse();
        Letter printed = await(agent, PrintState.PRINTED);

        assertThat(printed.state()).isEqualTo(LetterState.PRINTED);
        assertThat(printer.documents).hasSize(1);
        try (PDDocument paper = Loader.loadPDF(printer.documents.element())) {
            assertThat(new PDFTextStripper().getText(paper)).contains(letter.reference());
        }
        assertThat(Steps.open(agent, HER).timeline())
                .anyMatch(line -> line.text().contains("imprimante du bureau"));
    }

    @Test
    void no_token_of_a_desk_can_fetch_the_document() {
        printer.begins = JobState.processingStopped;
        Letter letter = generated(agent());
        List<Caller> everybody = List.of(
                agent(),
                letterDesk(),
                as(StandInProvider.person(
                        "f00d-3", "C. L.", "guichet-supervisor", her.office().name())));

        for (Caller caller : everybody) {
            Caller.Answered refused = Steps.claim(caller, letter);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("printed-by-office");
        }
        assertThat(everybody.getLast().get("/v1/audit").json().toString()).contains("printed-by-office");
    }

    @Test
    void the_letter_desk_sees_what_hinders_the_printer_and_can_print_again_or_take_the_order_back() {
        printer.begins = JobState.processingStopped;
        Caller agent = agent();
        Caller desk = letterDesk();
        Letter letter = generated(agent);
        await(agent, PrintState.STOPPED, PrintTrouble.ATTENTION);
        printer.printerReasons = List.of("media-empty-error");
        Letter stopped = await(agent, PrintState.STOPPED, PrintTrouble.PAPER_OUT);
        assertThat(print(stopped).trouble()).isEqualTo(PrintTrouble.PAPER_OUT);
        assertThat(print(stopped).note()).contains("n’a plus de papier");
        assertThat(print(stopped).again()).isFalse();

        LetterDeskRow row = desk.get("/v1/letter-desk/to-print")
                .as(LetterDeskPage.class)
                .rows()
                .getFirst();
        assertThat(Objects.requireNonNull(row.print()).trouble()).isEqualTo(PrintTrouble.PAPER_OUT);

        String path = "/v1/letters/" + letter.id() + "/print";
        assertThat(desk.post(path + "/cancel", "").status()).isEqualTo(200);
        assertThat(print(await(agent, PrintState.CANCELLED)).again()).isTrue();

        printer.begins = JobState.completed;
        printer.printerReasons = List.of("none");
        String key = Steps.key();
        for (int times = 0; times < 2; times++) {
            assertThat(desk.post(path, "", "Idempotency-Key", key).status()).isEqualTo(200);
        }
        assertThat(await(agent, PrintState.PRINTED).state()).isEqualTo(LetterState.PRINTED);
        assertThat(printer.documents).hasSize(2);
        Caller.Answered late = desk.post(path, "", "Idempotency-Key", Steps.key());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("action-closed");
    }
}
