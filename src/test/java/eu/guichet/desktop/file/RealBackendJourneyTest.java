package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.QuickCodes;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.Ticker;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The same acts on the training backend, over HTTP, with live events. */
class RealBackendJourneyTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Clock CLOCK = Clock.system(ZONE);

    @TempDir
    Path folder;

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private Backend backend;
    private GuichetClient client;
    private GuichetClient.Subscription live;
    private FileModel model;
    private FileView view;

    @BeforeEach
    void startBackend() {
        QuickCodes.use();
        backend = Backend.start(BackendSettings.training(store(), 150)
                .withPolicy(Policy.standard().changedBy(Map.of("identity.counter-hours", "off"))));
        client = GuichetClients.connect(
                backend.url(), () -> Objects.requireNonNull(backend.tokens().get(Role.LETTER_OFFICER)));
        client.speak(Locale.FRENCH);
        FileModel opened = fx(() -> new FileModel(client, new FxTasks(), CLOCK));
        model = opened;
        view = fx(() -> build(opened));
        live = client.listen(
                event -> Platform.runLater(() -> {
                    if (event instanceof LiveEvent.OfFile ofFile) {
                        model.accept(ofFile);
                    }
                }),
                state -> {});
        show(view, 1000, 900);
    }

    private String store() {
        return folder.resolve("guichet.db").toString();
    }

    /** Day and month as they stand on the document. */
    private void identify(PensionerFile file) {
        String day;
        try (Database database = Database.open(store())) {
            LocalDate born = database.read(tx -> tx.pensioners().find(file.id()))
                    .orElseThrow()
                    .birthDate();
            day = born.getDayOfMonth() + "/" + born.getMonthValue();
        }
        patiently(() -> view.lookup("#typed-birth-day") != null);
        fxRun(() -> ((TextField) view.lookup("#typed-birth-day")).setText(day));
        press("verification-confirm");
    }

    @AfterEach
    void stopBackend() {
        fxRun(view::release);
        live.close();
        client.close();
        backend.close();
    }

    private FileView build(FileModel shown) {
        FxTasks tasks = new FxTasks();
        Texts texts = new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.flow.flow");
        Printing printing = new OnePrinter((document, job) -> {
            printed.add(job);
            return Printing.Outcome.SENT;
        });
        Saving saving = new Saving() {
            @Override
            public Optional<Path> choose(String suggestedName) {
                return Optional.empty();
            }

            @Override
            public boolean write(Path where, SealedDocument document) {
                return false;
            }
        };
        Ticker ticker = new Ticker(CLOCK);
        ticker.now().subscribe(now -> shown.tick());
        ticker.start();
        ViewContext context = new ViewContext(client, tasks, texts, CLOCK, ZONE);
        return new FileView(
                shown,
                context,
                new ActDoors(
                        context,
                        new ActDoors.Outside(printing, saving, draft -> true, page -> true),
                        new PaperReports(client, tasks, CLOCK)));
    }

    /** Somebody among the simulated people who stands so. */
    private PensionerFile somebody(EnrolmentState state) {
        return IntStream.rangeClosed('a', 'z')
                .boxed()
                .flatMap(first ->
                        "aeiou".chars().mapToObj(second -> Character.toString(first) + Character.toString(second)))
                .flatMap(prefix -> client.search(new SearchRequest(prefix, 20)).rows().stream())
                .filter(row -> row.state() == state)
                .map(SearchRow::id)
                .map(id -> look(id, AccessReason.COUNTER))
                .filter(file -> file.namesakes() == 0)
                .filter(file -> file.actions().stream().anyMatch(action -> action.primary() && action.open()))
                .findFirst()
                .orElseThrow();
    }

    private PensionerFile look(String id, AccessReason reason) {
        Contact contact = client.openContact(new ContactRequest(id, reason));
        PensionerFile file = client.open(contact);
        client.closeContact(contact.id());
        return file;
    }

    private void open(PensionerFile file) {
        fxRun(() -> model.show(file.id(), AccessReason.COUNTER));
        patiently(() -> model.screenProperty().get() == FileModel.Screen.SHOWN);
    }

    private static void patiently(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(1, TimeUnit.MINUTES, () -> fx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("not seen within a minute", e);
        }
    }

    private void press(String id) {
        patiently(() -> view.lookup("#" + id) != null);
        fxRun(() -> ((ButtonBase) view.lookup("#" + id)).fire());
    }

    @Test
    void a_message_is_resent_and_arrives_while_the_agent_watches() {
        PensionerFile file = somebody(EnrolmentState.PHONE_PENDING);
        open(file);
        Action action =
                file.actions().stream().filter(Action::primary).findFirst().orElseThrow();
        press("action-" + action.kind().word());
        identify(file);
        press("resend-confirm");
        patiently(() -> view.lookup("#resend-done") != null);
        patiently(() -> model.timeline().stream().anyMatch(entry -> entry.status() == MessageStatus.DELIVERED));
        fxRun(() -> Pictures.take(stage().getScene(), "pensioner-real-resent"));
    }

    @Test
    void a_letter_is_generated_once_and_goes_to_the_printer_under_its_public_reference() {
        PensionerFile file = somebody(EnrolmentState.ACCESS_REQUESTED);
        open(file);
        press("action-GENERATE_LETTER");
        identify(file);
        press("letter-confirm");
        patiently(() -> view.lookup("#letter-printed") != null);
        patiently(
                () -> !model.letters().isEmpty() && !model.letters().getFirst().printable());
        fxRun(() -> Pictures.take(stage().getScene(), "pensioner-real-letter"));
        assertThat(printed).containsExactly(model.letters().getFirst().reference());
        assertThat(model.letters().getFirst().state()).isEqualTo(LetterState.PRINTED);
    }

    @Test
    void people_in_every_state_have_their_picture() {
        for (EnrolmentState state : List.of(
                EnrolmentState.ACCOUNT_REQUESTED, EnrolmentState.PHONE_CONFIRMED, EnrolmentState.LETTER_POSTED)) {
            String id = IntStream.rangeClosed('a', 'z')
                    .mapToObj(first -> Character.toString(first) + "a")
                    .flatMap(prefix -> client.search(new SearchRequest(prefix, 20)).rows().stream())
                    .filter(row -> row.state() == state)
                    .map(SearchRow::id)
                    .findFirst()
                    .orElseThrow();
            open(look(id, AccessReason.CALL));
            patiently(() -> model.fileProperty().get() != null
                    && id.equals(model.fileProperty().get().id()));
            patiently(() -> view.lookup("#ladder") != null);
            Path picture = fx(() -> Pictures.take(
                    stage().getScene(), "pensioner-real-" + state.name().toLowerCase(Locale.ROOT)));
            assertThat(picture).isNotEmptyFile();
        }
    }
}
