package eu.guichet.client;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactPatch;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Justification;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageRequest;
import eu.guichet.contract.Office;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.RegisterSummary;
import eu.guichet.contract.ScanRequest;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SignInOffer;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** The contract over OkHttp. Certificates and proxies are the platform's; to this machine itself there is no proxy. */
final class OkHttpGuichetClient extends OversightCalls {
    /** Live streams hold one each for as long as they last. */
    private static final int REQUESTS_AT_ONCE = 64;
    /** Of HTTP/2, within the time after which a silent stream counts as broken. */
    private static final int PINGS = 6;

    private static final MediaType CSV = MediaType.get("text/csv; charset=utf-8");

    private final HttpUrl base;
    private final OkHttpClient http;
    private final List<Transport> transports;
    private final Retry retry;
    private final Retry documents;
    private final Retry uploads;
    private final ConnectionPool live = new ConnectionPool();
    private final EventSource.Factory streams;
    private final Backoff reconnect;
    private final ScheduledExecutorService timer;
    private final ServerTime time = new ServerTime();
    private final UnderWay underWay = new UnderWay();
    private final SessionWatch session = new SessionWatch();
    private volatile Locale language = Locale.FRENCH;

    OkHttpGuichetClient(
            URI base,
            Supplier<String> token,
            ClientSettings settings,
            Supplier<TrustRoots> trusted,
            ProxySelector proxies) {
        this.base = HttpUrl.get(base.toString());
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
        http = Connections.to(base, trusted, proxies)
                .dispatcher(dispatcher)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.callTimeout())
                .writeTimeout(settings.callTimeout())
                .callTimeout(settings.callTimeout())
                // What is repeated is decided in Retry; a token must not follow a redirect to another place.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(Headers.signedIn(token))
                .addInterceptor(Headers.speaking(() -> language))
                .addInterceptor(Headers.versioned())
                .addInterceptor(new CallLog())
                .addInterceptor(time)
                .addInterceptor(session)
                .addNetworkInterceptor(Attempt.MARK_SENT)
                .build();
        Transport calls = new Transport(http);
        Transport slow = new Transport(http.newBuilder()
                .callTimeout(settings.documentTimeout())
                .readTimeout(settings.documentTimeout())
                .build());
        Transport up = new Transport(http.newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(settings.documentTimeout())
                .writeTimeout(settings.documentTimeout())
                .build());
        transports = List.of(calls, slow, up);
        retry = new Retry(calls, settings, underWay);
        documents = new Retry(slow, settings, underWay);
        uploads = new Retry(up, settings, underWay);
        streams = EventSources.createFactory(http.newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(settings.streamSilence())
                // beside the calls, so that no document on its way keeps back the answer to a ping
                .connectionPool(live)
                .pingInterval(settings.streamSilence().dividedBy(PINGS))
                .build());
        reconnect = new Backoff(settings.firstReconnect(), settings.lastReconnect());
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("guichet-live").factory());
    }

    @Override
    public void speak(Locale locale) {
        language = locale;
    }

    @Override
    public Duration ahead() {
        return time.ahead();
    }

    @Override
    public SignInOffer signInOffer() {
        return call(Endpoint.SIGN_IN).read(SignInOffer.class);
    }

    @Override
    public Duration waited() {
        return underWay.longest();
    }

    @Override
    public Me me() {
        return call(Endpoint.ME).read(Me.class);
    }

    @Override
    public List<Office> offices() {
        return List.of(call(Endpoint.OFFICES).read(Office[].class));
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return call(Endpoint.SEARCH).json(request).read(SearchResult.class);
    }

    @Override
    public Contact openContact(ContactRequest request) {
        return call(Endpoint.OPEN_CONTACT).json(request).read(Contact.class);
    }

    @Override
    public List<Contact> contacts() {
        return List.of(call(Endpoint.CONTACTS).read(Contact[].class));
    }

    @Override
    public Contact correctContact(String contactId, AccessReason reason) {
        return change(contactId, new ContactPatch(reason, null));
    }

    @Override
    public Contact note(String contactId, String note) {
        return change(contactId, new ContactPatch(null, note));
    }

    private Contact change(String contactId, ContactPatch patch) {
        return call(Endpoint.CHANGE_CONTACT, contactId).json(patch).read(Contact.class);
    }

    @Override
    public ContactSummary closeContact(String contactId) {
        return call(Endpoint.CLOSE_CONTACT, contactId).read(ContactSummary.class);
    }

    @Override
    public PensionerFile open(Contact contact) {
        return within(Endpoint.FILE, contact).read(PensionerFile.class);
    }

    @Override
    public VerificationResult verify(Contact contact, VerificationRequest request) {
        return within(Endpoint.VERIFY, contact).json(request).read(VerificationResult.class);
    }

    @Override
    public Message resend(Contact contact, MessageKind kind, IdempotencyKey key) {
        return within(Endpoint.RESEND, contact)
                .once(key)
                .json(new MessageRequest(kind))
                .read(Message.class);
    }

    @Override
    public Message message(String messageId) {
        return call(Endpoint.MESSAGE, messageId).read(Message.class);
    }

    @Override
    public Acted<Letter> generateLetter(Contact contact, String etag, LetterRequest wanted, IdempotencyKey key) {
        return within(Endpoint.GENERATE_LETTER, contact)
                .once(key)
                .header(Headers.IF_MATCH, etag)
                .json(wanted)
                .readActed(Letter.class);
    }

    @Override
    public Approval approval(String approvalId) {
        return call(Endpoint.APPROVAL, approvalId).read(Approval.class);
    }

    @Override
    public Approval decide(String approvalId, String etag, ApprovalDecision decision) {
        return call(Endpoint.DECIDE, approvalId)
                .header(Headers.IF_MATCH, etag)
                .json(decision)
                .read(Approval.class);
    }

    @Override
    public ClaimedDocument claim(String letterId) {
        return document(Endpoint.CLAIM, letterId).readClaimed("application/pdf");
    }

    @Override
    public Letter print(String letterId, IdempotencyKey key) {
        return call(Endpoint.PRINT, letterId).once(key).read(Letter.class);
    }

    @Override
    public Letter cancelPrint(String letterId) {
        return call(Endpoint.CANCEL_PRINT, letterId).read(Letter.class);
    }

    @Override
    public Letter record(String letterId, LetterPatch patch) {
        return call(Endpoint.RECORD, letterId).json(patch).read(Letter.class);
    }

    @Override
    public Letter correct(String letterId, String reason, IdempotencyKey key) {
        return call(Endpoint.CORRECT, letterId)
                .once(key)
                .json(new Justification(reason))
                .read(Letter.class);
    }

    @Override
    public LetterDeskCounts letterDesk() {
        return call(Endpoint.LETTER_DESK).read(LetterDeskCounts.class);
    }

    @Override
    public LetterDeskPage letterDeskPage(LetterDeskStage stage, @Nullable String after) {
        return ask(Endpoint.LETTER_DESK_PAGE, Queries.letterDeskPage(base, stage, after))
                .read(LetterDeskPage.class);
    }

    @Override
    public WorklistCounts worklists() {
        return call(Endpoint.WORKLISTS).read(WorklistCounts.class);
    }

    @Override
    public WorklistPage worklist(Worklist list, WorklistQuery wanted) {
        return ask(Endpoint.WORKLIST, Queries.worklist(base, list, wanted)).read(WorklistPage.class);
    }

    @Override
    public LetterDeskRow scan(String scanned) {
        return call(Endpoint.SCAN).json(new ScanRequest(scanned)).read(LetterDeskRow.class);
    }

    @Override
    public byte[] postingList(LocalDate day, TableFormat format) {
        return document(Endpoint.POSTING_LIST, day.toString()).read(format.mediaType());
    }

    @Override
    public BatchDue batchDue() {
        return call(Endpoint.BATCH_DUE).read(BatchDue.class);
    }

    @Override
    public Batch startBatch(BatchRequest wanted, IdempotencyKey key) {
        return call(Endpoint.START_BATCH).once(key).json(wanted).read(Batch.class);
    }

    @Override
    public Batch batch(String batchId) {
        return call(Endpoint.BATCH, batchId).read(Batch.class);
    }

    @Override
    public Batch cancelBatch(String batchId) {
        return call(Endpoint.CANCEL_BATCH, batchId).read(Batch.class);
    }

    @Override
    public Optional<ClaimedDocument> batchDocument(String batchId, int letters) {
        HttpUrl part = Queries.batchDocument(base, batchId, letters);
        return new Exchange(documents, Endpoint.BATCH_DOCUMENT, part).readClaimedIfAny("application/pdf");
    }

    @Override
    public Batch reportBatch(String batchId, BatchPaperReport report) {
        return call(Endpoint.REPORT_BATCH, batchId).json(report).read(Batch.class);
    }

    @Override
    public BatchLeftOut batchLeftOut(String batchId) {
        return call(Endpoint.BATCH_LEFT_OUT, batchId).read(BatchLeftOut.class);
    }

    @Override
    public byte[] batchPostingList(String batchId, TableFormat format) {
        return document(Endpoint.BATCH_POSTING_LIST, batchId).read(format.mediaType());
    }

    @Override
    public HandoverDraft handoverDraft(Contact contact) {
        return within(Endpoint.HANDOVER_DRAFT, contact).read(HandoverDraft.class);
    }

    @Override
    public void handOver(Contact contact, HandoverRequest wanted, IdempotencyKey key) {
        within(Endpoint.HAND_OVER, contact).once(key).json(wanted).done();
    }

    @Override
    public void changeHandover(Contact contact, HandoverPatch patch) {
        within(Endpoint.CHANGE_HANDOVER, contact).json(patch).done();
    }

    @Override
    public void correct(String pensionerId, CorrectionRequest wanted, IdempotencyKey key) {
        call(Endpoint.TAKE_BACK, pensionerId).once(key).json(wanted).done();
    }

    @Override
    public void freeze(Contact contact, IdempotencyKey key) {
        within(Endpoint.FREEZE, contact).once(key).done();
    }

    @Override
    public Optional<Approval> liftAlert(String pensionerId, Alert alert, String reason) {
        AlertLift lift = new AlertLift(alert, reason);
        return call(Endpoint.LIFT_ALERT, pensionerId).json(lift).doneUnlessWaits();
    }

    @Override
    public RegisterSummary register(Path csv, IdempotencyKey key) {
        return new Exchange(uploads, Endpoint.REGISTER, Endpoint.REGISTER.under(base))
                .once(key)
                .file(CSV, csv)
                .read(RegisterSummary.class);
    }

    @Override
    public Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection) {
        Exchange exchange = call(Endpoint.EVENTS);
        LiveStream stream = new LiveStream(
                streams, exchange.request(), exchange.correlation(), timer, reconnect, listener, connection);
        session.add(stream);
        stream.open();
        return () -> {
            session.remove(stream);
            stream.close();
        };
    }

    @Override
    public TrainingWorld training(String pensionerId) {
        return call(Endpoint.TRAINING, pensionerId).read(TrainingWorld.class);
    }

    @Override
    public TrainingWorld move(String pensionerId, TrainingMove move) {
        return call(Endpoint.MOVE, pensionerId).json(move).read(TrainingWorld.class);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        transports.forEach(Transport::close);
        live.evictAll();
    }

    @Override
    Exchange call(Endpoint endpoint) {
        return new Exchange(retry, endpoint, endpoint.under(base));
    }

    @Override
    Exchange call(Endpoint endpoint, String id) {
        return new Exchange(retry, endpoint, endpoint.under(base, id));
    }

    @Override
    Exchange ask(Endpoint endpoint, HttpUrl url) {
        return new Exchange(retry, endpoint, url);
    }

    @Override
    Exchange document(Endpoint endpoint, String id) {
        return new Exchange(documents, endpoint, endpoint.under(base, id));
    }

    @Override
    HttpUrl base() {
        return base;
    }
}
