package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.SelfCheck;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.process.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter comes out of a real IPP printer, once it has paper. Run by {@code mvn -ntp verify -Preal}. */
class OfficePrinterReal {
    private static final String HER = "11111111-aaaa-4aaa-8aaa-000000000002";
    private static final int LOOKS = 240;

    @TempDir
    private Path folder;

    private final Pensioner her = Stores.somebody(HER);

    @Test
    void a_letter_waits_at_a_real_printer_for_paper_and_comes_out_as_it_was_made() throws Exception {
        try (EvePrinter printer = EvePrinter.start();
                StandInProvider provider = new StandInProvider();
                Backend backend = backend(printer, provider)) {
            String token = provider.signed(provider.claims(StandInProvider.agent(
                            "f00d-1", "M. D.", her.office().name()))
                    .build());
            try (GuichetClient client = GuichetClients.connect(backend.url(), () -> token)) {
                Contact contact = client.openContact(new ContactRequest(HER, AccessReason.COUNTER));
                client.verify(contact, VerificationRequest.documentSeen(MonthDay.from(her.birthDate())));
                Letter letter = client.generateLetter(
                                contact, client.open(contact).etag(), IdempotencyKey.create())
                        .done();

                // it warns that there is no paper, which is no error yet, and takes the job
                assertThat(await(client, contact, PrintState.PRINTING).state()).isEqualTo(LetterState.GENERATED);
                assertThat(printer.sheets()).isEmpty();

                printer.putPaperIn();
                assertThat(await(client, contact, PrintState.PRINTED).state()).isEqualTo(LetterState.PRINTED);
                assertThat(printer.sheets()).hasSize(1);
                try (PDDocument paper = Loader.loadPDF(printer.sheets().getFirst())) {
                    assertThat(paper.getNumberOfPages()).isEqualTo(1);
                    assertThat(new PDFTextStripper().getText(paper)).contains(letter.reference());
                }
            }
        }
    }

    private static Letter await(GuichetClient client, Contact contact, PrintState state) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Letter letter = client.open(contact).letters().getFirst();
            if (Objects.requireNonNull(letter.print()).state() == state) {
                return letter;
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                    .join();
        }
        throw new AssertionError("never " + state + ": " + client.open(contact).letters());
    }

    private Backend backend(EvePrinter printer, StandInProvider provider) throws IOException {
        String store = folder.resolve("guichet.db").toString();
        try (Database database = Database.open(store)) {
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
        Path file = Files.write(
                folder.resolve("institution.properties"),
                List.of(
                        provider.lines(),
                        "identity.counter-hours = off",
                        "limits.files = 0",
                        "printer." + her.office() + " = " + printer.address()));
        BackendSettings settings =
                BackendSettings.production(store, Institution.read(file)).withPort(0);
        assertThat(SelfCheck.of(settings, Files.createDirectories(folder.resolve("check"))))
                .extracting(SelfCheck.Finding::sentence)
                .contains("The printer of " + her.office() + " answers and would take a letter.");
        return Backend.start(settings);
    }
}
