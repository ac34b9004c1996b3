package eu.guichet.desktop.sample;

import eu.guichet.client.Acted;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.client.UneventfulClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.Environment;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Notice;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.SignInOffer;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A backend small enough for a test of one screen: a few files in memory, and failures on demand. */
public class SampleClient extends UneventfulClient {
    /** What was asked of it, in order, such as {@code open p-muller call}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    /** The notices that hold. */
    public final List<Notice> noticesHeld = new CopyOnWriteArrayList<>();

    private final Map<String, PensionerFile> files = new ConcurrentHashMap<>();
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Connection>> connections = new CopyOnWriteArrayList<>();
    private volatile Environment environment = Environment.TRAINING;
    private volatile Role role = Role.AGENT;
    private volatile Duration waited = Duration.ZERO;
    private volatile @Nullable ClientException failure;
    private volatile @Nullable TrainingWorld world;

    public SampleClient() {
        SampleFiles.all().forEach(this::put);
    }

    /** The file is answered from now on, and the open screens are told. */
    public void put(PensionerFile file) {
        files.put(file.id(), file);
        tell(new LiveEvent.FileChanged(file.id(), file.etag()));
    }

    public void environment(Environment changed) {
        environment = changed;
    }

    public void role(Role changed) {
        role = changed;
    }

    /** How long an answer is waited for from now on. */
    public void keepWaiting(Duration so) {
        waited = so;
    }

    @Override
    public Duration waited() {
        return waited;
    }

    /** From now on every call fails so; null: no more. */
    public void fail(@Nullable ClientException with) {
        failure = with;
    }

    /** What every simulated pensioner has received and can do from now on. */
    public void world(TrainingWorld next) {
        world = next;
    }

    public void tell(LiveEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    public void connection(Connection state) {
        connections.forEach(listener -> listener.accept(state));
    }

    @Override
    public void speak(Locale locale) {
        calls.add("speak " + locale.toLanguageTag());
    }

    @Override
    public SignInOffer signInOffer() {
        return SignInOffer.byToken();
    }

    @Override
    public Me me() {
        called("me");
        return new Me("a-1", "Marie Dubois", role, OfficeCode.BRU, environment, desk());
    }

    /** What the policy says of the desk. */
    protected Me.Desk desk() {
        return Me.Desk.STANDARD;
    }

    @Override
    public List<Office> offices() {
        called("offices");
        return List.of(
                office(OfficeCode.BRU, "Bruxelles", "Europe/Brussels", true),
                office(OfficeCode.LUX, "Luxembourg", "Europe/Luxembourg", true),
                office(OfficeCode.ISP, "Ispra", "Europe/Rome", false));
    }

    @Override
    public SearchResult search(SearchRequest request) {
        called("search " + request.query());
        String wanted = plain(request.query());
        List<SearchRow> rows = SampleFiles.all().stream()
                .filter(file -> plain(file.name()).contains(wanted)
                        || file.letters().stream()
                                .anyMatch(letter -> plain(letter.reference()).equals(wanted)))
                .map(file -> plain(file.name()).contains(wanted)
                        ? SampleFiles.row(file)
                        : SampleFiles.row(file, "par la référence d’une lettre"))
                .limit(request.rows())
                .toList();
        return new SearchResult(rows, false);
    }

    @Override
    public Contact openContact(ContactRequest request) {
        ClientException with = failure;
        if (with != null) {
            throw with;
        }
        openedFor.add(request.pensionerId() + " " + request.reason().value());
        Contact contact = SampleFiles.contact(request.pensionerId(), request.reason());
        contacts.put(contact.id(), contact);
        return contact;
    }

    @Override
    public List<Contact> contacts() {
        return List.copyOf(contacts.values());
    }

    @Override
    public Contact correctContact(String contactId, AccessReason reason) {
        called("correct " + contactId + " " + reason.value());
        Contact contact = SampleFiles.contact(contactId.substring(SampleFiles.CONTACT.length()), reason);
        contacts.put(contactId, contact);
        return contact;
    }

    @Override
    public Contact note(String contactId, String note) {
        called("note " + contactId + " " + note);
        Contact before = Objects.requireNonNull(contacts.get(contactId), contactId);
        Contact noted = new Contact(contactId, before.pensionerId(), before.reason(), before.openedAt(), note);
        contacts.put(contactId, noted);
        return noted;
    }

    @Override
    public ContactSummary closeContact(String contactId) {
        called("close " + contactId);
        Contact closed = contacts.remove(contactId);
        return new ContactSummary(
                contactId,
                closed == null ? AccessReason.CALL : closed.reason(),
                SampleFiles.NOW,
                SampleFiles.NOW.plusSeconds(540),
                List.of("SMS renvoyé"),
                closed == null ? "" : closed.note());
    }

    @Override
    public PensionerFile open(Contact contact) {
        called("open " + contact.pensionerId() + " " + contact.reason().value());
        return SampleFiles.within(
                Objects.requireNonNull(files.get(contact.pensionerId()), contact.pensionerId()),
                contacts.getOrDefault(contact.id(), contact));
    }

    @Override
    public VerificationResult verify(Contact contact, VerificationRequest request) {
        called("verify " + contact.pensionerId() + " " + request.method());
        return new VerificationResult(
                true,
                new Verification(request.method(), SampleFiles.NOW, SampleFiles.NOW.plus(Duration.ofMinutes(15))),
                5,
                null);
    }

    @Override
    public void freeze(Contact contact, IdempotencyKey key) {
        called("freeze " + contact.pensionerId());
    }

    @Override
    public Optional<Approval> liftAlert(String pensionerId, Alert alert, String reason) {
        called("lift " + pensionerId + " " + alert + " " + reason);
        return Optional.empty();
    }

    @Override
    public Message resend(Contact contact, MessageKind kind, IdempotencyKey key) {
        called("resend " + contact.pensionerId() + " " + kind);
        return sent(contact.pensionerId(), kind, MessageStatus.QUEUED);
    }

    @Override
    public Message message(String messageId) {
        called("message " + messageId);
        return sent("p-muller", MessageKind.CHALLENGE_SMS, MessageStatus.DELIVERED);
    }

    @Override
    public Acted<Letter> generateLetter(Contact contact, String etag, LetterRequest wanted, IdempotencyKey key) {
        called("generateLetter " + contact.pensionerId() + " " + etag);
        return new Acted.Done<>(letter(LetterState.GENERATED));
    }

    @Override
    public Approval approval(String approvalId) {
        throw new IllegalStateException("nothing waits for a supervisor here");
    }

    @Override
    public Approval decide(String approvalId, String etag, ApprovalDecision decision) {
        throw new IllegalStateException("nothing waits for a supervisor here");
    }

    @Override
    public ClaimedDocument claim(String letterId) {
        called("claim " + letterId);
        return new ClaimedDocument("claim-1", false, new byte[] {'%', 'P', 'D', 'F'});
    }

    @Override
    public Letter record(String letterId, LetterPatch patch) {
        called("record " + letterId);
        return letter(LetterState.POSTED);
    }

    @Override
    public Letter print(String letterId, IdempotencyKey key) {
        called("print " + letterId);
        return letter(LetterState.GENERATED);
    }

    @Override
    public Letter cancelPrint(String letterId) {
        called("cancelPrint " + letterId);
        return letter(LetterState.GENERATED);
    }

    @Override
    public Letter correct(String letterId, String reason, IdempotencyKey key) {
        called("correct " + letterId);
        return letter(LetterState.PRINTED);
    }

    @Override
    public BatchDue batchDue() {
        return new BatchDue(OfficeCode.BRU, PrintingBy.DESK, 0, 0, List.of(), 1000, null);
    }

    @Override
    public LetterDeskCounts letterDesk() {
        called("letterDesk");
        return new LetterDeskCounts(OfficeCode.LUX, 0, 0, 0, 0, 0, LocalDate.of(2026, 11, 23), 0, 0);
    }

    @Override
    public LetterDeskPage letterDeskPage(LetterDeskStage stage, @Nullable String after) {
        called("letterDeskPage " + stage);
        return new LetterDeskPage(List.of(), null);
    }

    /** Whose file was opened, and for what. */
    public final List<String> openedFor = new ArrayList<>();

    /** Who asked for access and has no letter, oldest first; every other list is empty, but for what a test lets be otherwise. */
    public final List<WorklistRow> waiting = new ArrayList<>();

    /** On which lists they stand. */
    public Set<Worklist> standOn = Set.of(Worklist.ACCESS_REQUESTED);

    @Override
    public WorklistCounts worklists() {
        called("worklists");
        List<WorklistCount> counts = Arrays.stream(Worklist.values())
                .map(list -> new WorklistCount(list.key(), standOn.contains(list) ? waiting.size() : 0))
                .toList();
        return new WorklistCounts(counts, List.of(OfficeCode.BRU, OfficeCode.LUX), 7, 30, 14, 0);
    }

    @Override
    public WorklistPage worklist(Worklist list, WorklistQuery wanted) {
        called("worklist " + list.key());
        String after = wanted.after();
        List<WorklistRow> rows = standOn.contains(list)
                ? waiting.stream()
                        .filter(row -> after == null || row.cursor().compareTo(after) > 0)
                        .toList()
                : List.of();
        return new WorklistPage(rows, null, false, List.of());
    }

    @Override
    public HandoverDraft handoverDraft(Contact contact) {
        called("handoverDraft " + contact.pensionerId());
        return new HandoverDraft(
                "EC-CENTRAL-HELPDESK@ec.europa.eu",
                "EU Login",
                "Bonjour, …",
                new Office.Desk("", "lundi à vendredi, 8:00 – 18:00", true, SampleFiles.NOW.plusSeconds(31_680)));
    }

    @Override
    public void handOver(Contact contact, HandoverRequest wanted, IdempotencyKey key) {
        called("handOver " + contact.pensionerId() + " " + wanted.ticket());
    }

    @Override
    public void changeHandover(Contact contact, HandoverPatch patch) {
        called("changeHandover " + contact.pensionerId() + " " + patch.handover());
    }

    @Override
    public void correct(String pensionerId, CorrectionRequest wanted, IdempotencyKey key) {
        called("correct " + pensionerId + " " + wanted.id());
    }

    @Override
    public Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection) {
        listeners.add(listener);
        connections.add(connection);
        connection.accept(Connection.CONNECTED);
        return () -> {
            listeners.remove(listener);
            connections.remove(connection);
        };
    }

    @Override
    public TrainingWorld training(String pensionerId) {
        called("training " + pensionerId);
        TrainingWorld given = world;
        if (given != null) {
            return given;
        }
        return new TrainingWorld(
                pensionerId,
                new TrainingWorld.Papers("MÜLLER Annelise", LocalDate.of(1944, 3, 12), "10245803", "L-8010"),
                List.of(new TrainingWorld.Item(
                        "i-1",
                        TrainingWorld.Place.PHONE,
                        SampleFiles.NOW.minusSeconds(180),
                        "EU Login",
                        "SMS",
                        "Ihr Code: •••• ••••")),
                List.of(new TrainingWorld.Move(
                        TrainingWorld.MoveKind.TYPE_CHALLENGE_CODE, "Entrer le code reçu", "i-1")));
    }

    @Override
    public TrainingWorld move(String pensionerId, TrainingMove move) {
        called("move " + pensionerId + " " + move.kind());
        return training(pensionerId);
    }

    @Override
    public void close() {
        calls.add("close");
    }

    private void called(String call) {
        calls.add(call);
        ClientException with = failure;
        if (with != null) {
            throw with;
        }
    }

    @Override
    public List<Notice> notices() {
        return List.copyOf(noticesHeld);
    }

    @Override
    public OfficeRecord office(OfficeCode code) {
        called("office " + code);
        return SampleOffices.record(code, code == OfficeCode.LUX);
    }

    private static Office office(OfficeCode code, String name, String zone, boolean counter) {
        return new Office(
                code,
                name,
                zone,
                counter
                        ? new Office.Desk("SC-27 00/03", "lu–ve 9–12, 14–16", true, SampleFiles.NOW.plusSeconds(6_480))
                        : null,
                new Office.Desk("", "lu–ve 9–12, 14–16", false, SampleFiles.NOW.plusSeconds(13_680)),
                List.of("+32 2 297 68 88"));
    }

    private static Message sent(String pensionerId, MessageKind kind, MessageStatus status) {
        return new Message(
                "m-9", pensionerId, kind, "+352 ••• •• •• 34", "de", status, SampleFiles.NOW, SampleFiles.NOW, null);
    }

    private static Letter letter(LetterState state) {
        return new Letter(
                "l-9",
                "G-9QX4-27CD",
                state,
                SampleFiles.NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                5,
                0,
                "À imprimer.",
                true);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
