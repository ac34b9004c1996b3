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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The backend as the desktop sees it. Every call blocks and belongs off the FX thread; each throws a
 * {@link ClientException} that says what to do next. Interrupting the calling thread cancels the call. Safe for use by
 * many threads.
 */
public interface GuichetClient extends AutoCloseable {
    /** In which language the backend's sentences come from now on. */
    void speak(Locale locale);

    /** How far the backend's clock is ahead of this machine's, as its answers told; negative where it is behind. */
    default Duration ahead() {
        return Duration.ZERO;
    }

    /** How long the call has waited for its answer that has waited longest; zero where none is under way. */
    default Duration waited() {
        return Duration.ZERO;
    }

    /** How to sign in there; needs no token. */
    SignInOffer signInOffer();

    Me me();

    List<Office> offices();

    SearchResult search(SearchRequest request);

    /**
     * Opens a contact; the backend records who, when and why. Where one about this person is open already it is that one, with
     * this reason, and identity has to be verified anew.
     */
    Contact openContact(ContactRequest request);

    /** The caller's open contacts, oldest first. */
    List<Contact> contacts();

    /** Why it is after all; a verification that the reason does not allow ends. */
    Contact correctContact(String contactId, AccessReason reason);

    /** Keeps the agent's own line; cheap enough for every key press. Text with the shape of a code is refused. */
    Contact note(String contactId, String note);

    /** Closes a contact and says what was done in it; closed already, it says the same again. */
    ContactSummary closeContact(String contactId);

    /** Reads the file of the contact's person. */
    PensionerFile open(Contact contact);

    VerificationResult verify(Contact contact, VerificationRequest request);

    /** Has a message sent again, exactly once per key however often it is called with it. */
    Message resend(Contact contact, MessageKind kind, IdempotencyKey key);

    Message message(String messageId);

    /**
     * Has a new letter made, exactly once per key, or asks a supervisor where the policy wants that; the same key then answers how
     * that stands, and with the letter once there is one.
     *
     * @param etag of the file the agent has read
     */
    default Acted<Letter> generateLetter(Contact contact, String etag, IdempotencyKey key) {
        return generateLetter(contact, etag, LetterRequest.PLAIN, key);
    }

    /** As the other, with the reason why a letter is replaced, where it is to be printed, and its label. */
    Acted<Letter> generateLetter(Contact contact, String etag, LetterRequest wanted, IdempotencyKey key);

    /** How far an act has come that waits for a supervisor. */
    Approval approval(String approvalId);

    /** What the caller has asked a supervisor for, decided or not, the latest first. */
    List<Approval> ownApprovals();

    /** Takes back what the caller has asked for and nobody has decided. */
    Approval withdraw(String approvalId);

    /**
     * Approves or refuses what a colleague asked for; for supervisors. The same decision once more answers the same.
     *
     * @param etag of the file the supervisor has read
     */
    Approval decide(String approvalId, String etag, ApprovalDecision decision);

    /**
     * Claims a letter's document to print it. Claimed again, it has another code, and the paper of the claim before is no
     * longer valid. It is made while we wait, which may take as long as {@link ClientSettings#documentTimeout()}.
     */
    ClaimedDocument claim(String letterId);

    /** Has a letter printed on the office's printer again, exactly once per key; the new paper has a new code. */
    Letter print(String letterId, IdempotencyKey key);

    /** Takes the order to print a letter back; what is over already is left as it is. */
    Letter cancelPrint(String letterId);

    /** Tells what became of a letter; what is on file already is not recorded twice. */
    Letter record(String letterId, LetterPatch patch);

    /** Takes back the latest postal record of a letter, exactly once per key. */
    Letter correct(String letterId, String reason, IdempotencyKey key);

    /** How many letters are on each list of the own office's letter desk. */
    LetterDeskCounts letterDesk();

    /** @param after {@link LetterDeskPage#next()} of the page before; null for the first page */
    LetterDeskPage letterDeskPage(LetterDeskStage stage, @Nullable String after);

    /** How many stand on each worklist of the offices for which the caller acts. */
    WorklistCounts worklists();

    /**
     * A page of a worklist; each leaves a row in the audit trail.
     *
     * @param list none that is worked on at the letter desk
     */
    WorklistPage worklist(Worklist list, WorklistQuery wanted);

    /** Looks up the letter whose reference or S10 number was scanned. */
    LetterDeskRow scan(String scanned);

    /** The letters posted on one day in the order in which they were scanned. */
    byte[] postingList(LocalDate day, TableFormat format);

    /** What a batch of the own office would print now, and the one that was started last. */
    BatchDue batchDue();

    /** Starts a batch, exactly once per key. */
    Batch startBatch(BatchRequest wanted, IdempotencyKey key);

    Batch batch(String batchId);

    /** Ends a batch between two letters; what is over already is left as it is. */
    Batch cancelBatch(String batchId);

    /**
     * Takes the next letters of a batch to print them; empty where none can be printed now. Where the answer is lost the part
     * is taken all the same: it stands in {@link Batch#papers()}.
     *
     * @param letters at most
     */
    Optional<ClaimedDocument> batchDocument(String batchId, int letters);

    /** Tells what became of a part; what is on file already is not recorded twice. */
    Batch reportBatch(String batchId, BatchPaperReport report);

    /** Whom a batch has left out; recorded as a look. */
    BatchLeftOut batchLeftOut(String batchId);

    /** The letters that a batch has printed, in posting order. */
    byte[] batchPostingList(String batchId, TableFormat format);

    /** The message prepared for DIGIT; asking for it is recorded as a look at the file. */
    HandoverDraft handoverDraft(Contact contact);

    /** Hands the case to DIGIT, exactly once per key. */
    void handOver(Contact contact, HandoverRequest wanted, IdempotencyKey key);

    /** Keeps what has become of a case that DIGIT has; what is on file already is not recorded twice. */
    void changeHandover(Contact contact, HandoverPatch patch);

    /** Takes back what was recorded by mistake, exactly once per key. */
    void correct(String pensionerId, CorrectionRequest wanted, IdempotencyKey key);

    /** Promises the contact's person a call, exactly once per key. */
    Callback promiseCallback(Contact contact, CallbackRequest wanted, IdempotencyKey key);

    /** Settles or moves a call that the contact's person is owed, exactly once per key. */
    Callback changeCallback(Contact contact, String callbackId, CallbackPatch patch, IdempotencyKey key);

    /** Leaves a note about the contact's person for another office, exactly once per key. */
    OfficeNote leaveOfficeNote(Contact contact, OfficeNoteRequest wanted, IdempotencyKey key);

    /** Takes, has seen to or withdraws a note about the contact's person, exactly once per key. */
    OfficeNote changeOfficeNote(Contact contact, String noteId, OfficeNoteState state, IdempotencyKey key);

    /**
     * Gives the competence for the contact's person to another office, exactly once per key; for supervisors.
     *
     * @param etag of the file the supervisor has read
     */
    void transfer(Contact contact, String etag, TransferRequest wanted, IdempotencyKey key);

    /** One office with all that was written down of it. */
    OfficeRecord office(OfficeCode code);

    /**
     * Writes down what is to hold of an office, exactly once per key; for supervisors.
     *
     * @param etag of the office that was read
     */
    OfficeRecord writeOffice(OfficeCode code, String etag, OfficeEntryRequest wanted, IdempotencyKey key);

    /** What is disturbed now. */
    List<Notice> notices();

    /** What was or is disturbed, as it was told, the latest first; at most 200. */
    List<Notice> pastNotices();

    /** Tells every desk that something is disturbed, exactly once per key. */
    Notice writeNotice(NoticeRequest wanted, IdempotencyKey key);

    /** Tells every desk that it is over; what is over already is left as it is. */
    Notice endNotice(String noticeId);

    /** Acts of colleagues of the own offices that are to be looked at afterwards; for supervisors. */
    List<Review> reviews();

    /** Says what was found; the same verdict once more does nothing. */
    void judge(String reviewId, ReviewVerdict found);

    /** A page of the audit trail, newest first. */
    AuditPage audit(AuditQuery wanted);

    /** Everything held about a person and everybody who looked, for herself; each leaves a row with its reason. */
    byte[] subjectFile(String pensionerId, Justification why, TableFormat format);

    /** What offices did in a period, and where people stand; names nobody. */
    Figures figures(FiguresQuery wanted);

    /** What the caller did in a period. */
    Figures ownFigures(FiguresQuery wanted);

    /** All whose verification is locked. */
    List<LockedVerification> verificationLocks();

    /** Who was refused because of a limit in the last 24 hours; who last was is first. */
    List<ReachedLimit> reachedLimits();

    /** What goes wrong now without anybody asking, in the own offices and in what all have in common; an auditor sees all. */
    List<Alarm> alarms();

    /** Ends a person's lock; answers what waits where another supervisor has to approve that. */
    Optional<Approval> unlockVerification(String pensionerId, Justification why);

    /** "That was not me": freezes the file of the contact's person, exactly once per key. */
    void freeze(Contact contact, IdempotencyKey key);

    /**
     * Lifts an alert that is in force; for supervisors.
     *
     * @param reason 3 to 300 characters; it is kept in the history
     * @return what waits where another supervisor has to approve that; empty where it is lifted
     */
    Optional<Approval> liftAlert(String pensionerId, Alert alert, String reason);

    /**
     * For the institution's program: sends the register of people, a table in UTF-8 with the header of an import. However long
     * it is, there is no time limit but that it gets on. Broken off, it goes on when it is sent again with its key.
     *
     * @param key the same for each try of the same file
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    RegisterSummary register(Path csv, IdempotencyKey key);

    /**
     * Listens to the live stream until the subscription is closed, reconnecting by itself. The listener is called on a
     * thread of the client's own.
     */
    Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection);

    /** Training only: what the simulated pensioner has received and could do next. */
    TrainingWorld training(String pensionerId);

    /** Training only: lets the simulated pensioner take a step. */
    TrainingWorld move(String pensionerId, TrainingMove move);

    @Override
    void close();

    /** A running subscription to the live stream. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** What a table is written in. */
    enum TableFormat {
        CSV("text/csv"),
        PDF("application/pdf");

        private final String mediaType;

        TableFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** Whether live events are arriving. */
    enum Connection {
        CONNECTED,
        RECONNECTING,
        /** The backend does not know the session, or no longer; also told when another call hears so. */
        SIGNED_OUT,
        /** There are none for this role. */
        NOT_OFFERED
    }
}
