package eu.guichet.client;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
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
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.RegisterSummary;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SignInOffer;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TransferRequest;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client of which nothing is asked: a test's own overrides the calls that its screen makes, and any other one fails. */
public abstract class UnaskedClient implements GuichetClient {
    private static AssertionError unasked() {
        return new AssertionError("no call that this test has laid out");
    }

    @Override
    public void speak(Locale locale) {
        throw unasked();
    }

    @Override
    public SignInOffer signInOffer() {
        throw unasked();
    }

    @Override
    public Me me() {
        throw unasked();
    }

    @Override
    public List<Office> offices() {
        throw unasked();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        throw unasked();
    }

    @Override
    public Contact openContact(ContactRequest request) {
        throw unasked();
    }

    @Override
    public List<Contact> contacts() {
        throw unasked();
    }

    @Override
    public Contact correctContact(String contactId, AccessReason reason) {
        throw unasked();
    }

    @Override
    public Contact note(String contactId, String note) {
        throw unasked();
    }

    @Override
    public ContactSummary closeContact(String contactId) {
        throw unasked();
    }

    @Override
    public PensionerFile open(Contact contact) {
        throw unasked();
    }

    @Override
    public VerificationResult verify(Contact contact, VerificationRequest request) {
        throw unasked();
    }

    @Override
    public Message resend(Contact contact, MessageKind kind, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Message message(String messageId) {
        throw unasked();
    }

    @Override
    public Acted<Letter> generateLetter(Contact contact, String etag, LetterRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Approval approval(String approvalId) {
        throw unasked();
    }

    @Override
    public Approval decide(String approvalId, String etag, ApprovalDecision decision) {
        throw unasked();
    }

    @Override
    public ClaimedDocument claim(String letterId) {
        throw unasked();
    }

    @Override
    public Letter print(String letterId, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Letter cancelPrint(String letterId) {
        throw unasked();
    }

    @Override
    public Letter record(String letterId, LetterPatch patch) {
        throw unasked();
    }

    @Override
    public Letter correct(String letterId, String reason, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public LetterDeskCounts letterDesk() {
        throw unasked();
    }

    @Override
    public LetterDeskPage letterDeskPage(LetterDeskStage stage, @Nullable String after) {
        throw unasked();
    }

    @Override
    public WorklistCounts worklists() {
        throw unasked();
    }

    @Override
    public WorklistPage worklist(Worklist list, WorklistQuery wanted) {
        throw unasked();
    }

    @Override
    public LetterDeskRow scan(String scanned) {
        throw unasked();
    }

    @Override
    public BatchDue batchDue() {
        throw unasked();
    }

    @Override
    public Batch startBatch(BatchRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Batch batch(String batchId) {
        throw unasked();
    }

    @Override
    public Batch cancelBatch(String batchId) {
        throw unasked();
    }

    @Override
    public Optional<ClaimedDocument> batchDocument(String batchId, int letters) {
        throw unasked();
    }

    @Override
    public Batch reportBatch(String batchId, BatchPaperReport report) {
        throw unasked();
    }

    @Override
    public BatchLeftOut batchLeftOut(String batchId) {
        throw unasked();
    }

    @Override
    public byte[] batchPostingList(String batchId, TableFormat format) {
        throw unasked();
    }

    @Override
    public byte[] postingList(LocalDate day, TableFormat format) {
        throw unasked();
    }

    @Override
    public HandoverDraft handoverDraft(Contact contact) {
        throw unasked();
    }

    @Override
    public void handOver(Contact contact, HandoverRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public void changeHandover(Contact contact, HandoverPatch patch) {
        throw unasked();
    }

    @Override
    public void correct(String pensionerId, CorrectionRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public AuditPage audit(AuditQuery wanted) {
        throw unasked();
    }

    @Override
    public byte[] subjectFile(String pensionerId, Justification why, TableFormat format) {
        throw unasked();
    }

    @Override
    public Figures figures(FiguresQuery wanted) {
        throw unasked();
    }

    @Override
    public Figures ownFigures(FiguresQuery wanted) {
        throw unasked();
    }

    @Override
    public List<LockedVerification> verificationLocks() {
        throw unasked();
    }

    @Override
    public List<ReachedLimit> reachedLimits() {
        throw unasked();
    }

    @Override
    public List<Alarm> alarms() {
        throw unasked();
    }

    @Override
    public Optional<Approval> unlockVerification(String pensionerId, Justification why) {
        throw unasked();
    }

    @Override
    public Callback promiseCallback(Contact contact, CallbackRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Callback changeCallback(Contact contact, String callbackId, CallbackPatch patch, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public List<Notice> notices() {
        throw unasked();
    }

    @Override
    public List<Notice> pastNotices() {
        throw unasked();
    }

    @Override
    public Notice writeNotice(NoticeRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Notice endNotice(String noticeId) {
        throw unasked();
    }

    @Override
    public List<Approval> ownApprovals() {
        throw unasked();
    }

    @Override
    public Approval withdraw(String approvalId) {
        throw unasked();
    }

    @Override
    public List<Review> reviews() {
        throw unasked();
    }

    @Override
    public void judge(String reviewId, ReviewVerdict found) {
        throw unasked();
    }

    @Override
    public void freeze(Contact contact, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Optional<Approval> liftAlert(String pensionerId, Alert alert, String reason) {
        throw unasked();
    }

    @Override
    public RegisterSummary register(Path csv, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection) {
        throw unasked();
    }

    @Override
    public OfficeNote leaveOfficeNote(Contact contact, OfficeNoteRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public OfficeNote changeOfficeNote(Contact contact, String noteId, OfficeNoteState state, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public void transfer(Contact contact, String etag, TransferRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public OfficeRecord office(OfficeCode code) {
        throw unasked();
    }

    @Override
    public OfficeRecord writeOffice(OfficeCode code, String etag, OfficeEntryRequest wanted, IdempotencyKey key) {
        throw unasked();
    }

    @Override
    public TrainingWorld training(String pensionerId) {
        throw unasked();
    }

    @Override
    public TrainingWorld move(String pensionerId, TrainingMove move) {
        throw unasked();
    }

    @Override
    public void close() {
        throw unasked();
    }
}
