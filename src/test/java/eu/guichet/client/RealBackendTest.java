package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.QuickCodes;
import eu.guichet.client.GuichetClient.Connection;
import eu.guichet.client.GuichetClient.Subscription;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContractVersion;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VerificationRequest;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealBackendTest {
    private static final Set<String> TAKEN = new HashSet<>();

    @TempDir
    static Path folder;

    private static Backend backend;
    private static CuttingProxy line;
    private static GuichetClient client;

    @BeforeAll
    static void start() {
        QuickCodes.use();
        backend = Backend.start(
                BackendSettings.training(folder.resolve("guichet.db").toString(), 300));
        line = new CuttingProxy(backend.url());
        String token = Objects.requireNonNull(backend.tokens().get(Role.AGENT));
        client = GuichetClients.connect(line.url(), () -> token);
    }

    @AfterAll
    static void stop() {
        client.close();
        line.close();
        backend.close();
    }

    @Test
    void the_backend_knows_who_calls_and_where_the_offices_are() {
        assertThat(client.me().role()).isEqualTo(Role.AGENT);
        assertThat(client.offices()).hasSize(3);
    }

    @Test
    void each_answer_says_which_contract_the_backend_speaks_and_which_desktops_it_serves() throws Exception {
        try (HttpClient plain = HttpClient.newHttpClient()) {
            for (String path : List.of("/v1/me", "/openapi.json")) {
                HttpHeaders headers = plain.send(
                                HttpRequest.newBuilder(backend.url().resolve(path))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .headers();
                assertThat(headers.firstValueAsLong(ContractVersion.SPOKEN_HEADER))
                        .hasValue(ContractVersion.SPOKEN);
                assertThat(headers.firstValueAsLong(ContractVersion.LOWEST_DESKTOP_HEADER))
                        .hasValue(ContractVersion.LOWEST_DESKTOP);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 160})
    void a_letter_whose_answer_is_cut_at_any_byte_is_one_letter(int bytes) {
        PensionerFile before = somebody(candidate -> open(candidate, ActionKind.GENERATE_LETTER));
        client.verify(before.openContact(), VerificationRequest.calledBack());
        PensionerFile verified = read(before);
        LetterRequest wanted = wanted(before);
        line.cutNextAnswerAfter(bytes);
        Letter letter = client.generateLetter(before.openContact(), verified.etag(), wanted, IdempotencyKey.create())
                .done();
        assertThat(line.hasCut()).isTrue();
        PensionerFile after = read(before);
        assertThat(after.letters()).hasSize(before.letters().size() + 1);
        assertThat(after.letters().getFirst().id()).isEqualTo(letter.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 160})
    void a_resend_whose_answer_is_cut_at_any_byte_is_one_message(int bytes) {
        PensionerFile before = somebody(file -> open(file, ActionKind.RESEND_ACTIVATION_EMAIL));
        client.verify(before.openContact(), VerificationRequest.calledBack());
        line.cutNextAnswerAfter(bytes);
        Message message = client.resend(before.openContact(), MessageKind.ACTIVATION_EMAIL, IdempotencyKey.create());
        assertThat(line.hasCut()).isTrue();
        PensionerFile after = read(before);
        assertThat(messages(after)).isEqualTo(messages(before) + 1);
        assertThat(after.timeline()).extracting(TimelineEntry::messageId).contains(message.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 2000})
    void a_document_cut_at_any_byte_is_claimed_again_and_the_later_paper_alone_counts(int bytes) {
        PensionerFile file = somebody(candidate -> open(candidate, ActionKind.GENERATE_LETTER));
        client.verify(file.openContact(), VerificationRequest.calledBack());
        Letter letter = generate(file);
        line.cutNextAnswerAfter(bytes);
        ClaimedDocument document = client.claim(letter.id());
        assertThat(line.hasCut()).isTrue();
        LetterPatch printed = new LetterPatch.Printed(document.claim());
        assertThat(client.record(letter.id(), printed).state()).isEqualTo(LetterState.PRINTED);
        assertRefused(ProblemType.DOCUMENT_ALREADY_FETCHED, () -> client.claim(letter.id()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40})
    void a_hand_over_whose_answer_is_cut_at_any_byte_is_one_hand_over(int bytes) {
        PensionerFile before = somebody(candidate -> open(candidate, ActionKind.HAND_OVER_TO_DIGIT));
        client.verify(before.openContact(), VerificationRequest.calledBack());
        IdempotencyKey key = IdempotencyKey.create();
        HandoverRequest wanted = HandoverRequest.ticket("IM0012345678");
        line.cutNextAnswerAfter(bytes);
        client.handOver(before.openContact(), wanted, key);
        assertThat(line.hasCut()).isTrue();
        client.handOver(before.openContact(), wanted, key);
        assertThat(handovers(read(before))).isEqualTo(handovers(before) + 1);
    }

    @Test
    void acting_without_a_verification_is_refused_with_a_problem_that_is_understood() {
        PensionerFile file = somebody(
                candidate -> candidate.verification() == null && open(candidate, ActionKind.RESEND_ACTIVATION_EMAIL));
        assertRefused(
                ProblemType.VERIFICATION_REQUIRED,
                () -> client.resend(file.openContact(), MessageKind.ACTIVATION_EMAIL, IdempotencyKey.create()));
    }

    @Test
    void a_letter_asked_for_with_an_old_version_of_the_file_is_refused() {
        PensionerFile file = somebody(candidate -> open(candidate, ActionKind.GENERATE_LETTER));
        client.verify(file.openContact(), VerificationRequest.calledBack());
        String old = read(file).etag();
        client.generateLetter(file.openContact(), old, wanted(file), IdempotencyKey.create());
        assertRefused(
                ProblemType.FILE_CHANGED,
                () -> client.generateLetter(file.openContact(), old, wanted(file), IdempotencyKey.create()));
    }

    @Test
    void what_happens_to_an_open_file_is_told_on_the_live_stream() throws InterruptedException {
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
        PensionerFile file = somebody(candidate -> open(candidate, ActionKind.GENERATE_LETTER));
        client.verify(file.openContact(), VerificationRequest.calledBack());
        try (Subscription _ = client.listen(events::add, connections::add)) {
            assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(Connection.CONNECTED);
            generate(file);
            LiveEvent told = events.poll(30, TimeUnit.SECONDS);
            while (told != null
                    && !(told instanceof LiveEvent.OfFile of && of.pensionerId().equals(file.id()))) {
                told = events.poll(30, TimeUnit.SECONDS);
            }
            assertThat(told).isInstanceOf(LiveEvent.FileChanged.class);
        }
    }

    private static void assertRefused(ProblemType type, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    /** Somebody no other test has taken: what an act sends is delivered later, and changes the file again. */
    private static PensionerFile somebody(Predicate<PensionerFile> wanted) {
        return Stream.of("ma", "be", "mu", "ro", "sc", "la", "de", "pe", "an", "jo", "co", "sa")
                .flatMap(start -> client.search(new SearchRequest(start, 20)).rows().stream())
                .filter(row -> !TAKEN.contains(row.id()))
                .map(row -> {
                    client.contacts().forEach(before -> client.closeContact(before.id()));
                    return client.open(client.openContact(new ContactRequest(row.id(), AccessReason.CALL)));
                })
                .filter(file -> file.phone() != null && file.namesakes() == 0)
                .filter(wanted)
                .filter(file -> TAKEN.add(file.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody like that among the simulated people"));
    }

    private static boolean open(PensionerFile file, ActionKind kind) {
        return file.action(kind).orElseThrow().open();
    }

    /** The letter before, if there is one, is said to be lost. */
    private static LetterRequest wanted(PensionerFile file) {
        return new LetterRequest(null, file.letters().isEmpty() ? null : LetterCause.LOST, null);
    }

    private static Letter generate(PensionerFile file) {
        return client.generateLetter(file.openContact(), read(file).etag(), wanted(file), IdempotencyKey.create())
                .done();
    }

    private static PensionerFile read(PensionerFile file) {
        return client.open(file.openContact());
    }

    private static long handovers(PensionerFile file) {
        return file.timeline().stream()
                .map(TimelineEntry::correctable)
                .filter(one -> one != null && one.what() == CorrectionKind.HANDOVER)
                .count();
    }

    private static long messages(PensionerFile file) {
        return file.timeline().stream()
                .map(TimelineEntry::messageId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
