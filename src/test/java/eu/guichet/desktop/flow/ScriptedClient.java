package eu.guichet.desktop.flow;

import eu.guichet.client.Acted;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.client.UneventfulClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.Environment;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.SignInOffer;
import eu.guichet.contract.TransferRequest;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers as a test has laid out; keeps what it was asked. Failures queued for a call come before its answers. */
public final class ScriptedClient extends UneventfulClient {
    public PensionerFile file = SampleFile.at(8).file();
    public final Deque<ClientException> openFailures = new ArrayDeque<>();
    public final Deque<ClientException> resendFailures = new ArrayDeque<>();
    public final Deque<ClientException> letterFailures = new ArrayDeque<>();
    public final Deque<ClientException> documentFailures = new ArrayDeque<>();
    public final Deque<ClientException> handoverFailures = new ArrayDeque<>();
    public final Deque<ClientException> verifyFailures = new ArrayDeque<>();
    public final Deque<ClientException> freezeFailures = new ArrayDeque<>();
    public final Deque<ClientException> liftFailures = new ArrayDeque<>();
    public final List<IdempotencyKey> freezeKeys = new ArrayList<>();
    /** What the next acts wait for. */
    public final Deque<Approval> approvals = new ArrayDeque<>();

    /** Id, version, verdict and reason. */
    public final List<String> decided = new ArrayList<>();

    public final Deque<ClientException> decisionFailures = new ArrayDeque<>();

    public final Deque<ClientException> callbackFailures = new ArrayDeque<>();
    public final List<CallbackRequest> promised = new ArrayList<>();
    public final List<IdempotencyKey> promiseKeys = new ArrayList<>();
    public final List<String> settled = new ArrayList<>();
    public final Deque<ClientException> rightOfficeFailures = new ArrayDeque<>();
    public final List<String> handed = new ArrayList<>();
    public final List<IdempotencyKey> handedKeys = new ArrayList<>();
    /** Alert and reason. */
    public final List<String> lifted = new ArrayList<>();

    public final Deque<VerificationResult> verifications = new ArrayDeque<>();
    public final List<IdempotencyKey> resendKeys = new ArrayList<>();
    public final List<IdempotencyKey> letterKeys = new ArrayList<>();
    public final List<String> letterEtags = new ArrayList<>();
    public final List<VerificationRequest> verified = new ArrayList<>();
    public final List<LetterPatch> told = new ArrayList<>();
    public final List<byte[]> documents = new ArrayList<>();
    public Office.Desk helpdesk =
            new Office.Desk("", "lundi à vendredi, 8:00 – 18:00", true, SampleFile.NOW.plusSeconds(31_680));
    public final Deque<ClientException> recordFailures = new ArrayDeque<>();
    public boolean files;
    public PrintingBy printing = PrintingBy.DESK;
    public final List<IdempotencyKey> printKeys = new ArrayList<>();
    public final Deque<ClientException> printFailures = new ArrayDeque<>();
    public final List<String> cancelled = new ArrayList<>();
    public int opened;
    public @Nullable HandoverDraft draft;
    public final List<HandoverRequest> handedOver = new ArrayList<>();
    public final List<IdempotencyKey> handoverKeys = new ArrayList<>();
    public final List<HandoverPatch> handoverChanges = new ArrayList<>();
    public final List<CorrectionRequest> corrections = new ArrayList<>();
    public final List<IdempotencyKey> correctionKeys = new ArrayList<>();
    public final Deque<ClientException> correctionFailures = new ArrayDeque<>();

    public static ClientException.Refused refused(ProblemType type, String detail, @Nullable Instant opensAt) {
        return new ClientException.Refused(
                type,
                new Problem(type.uri(), type.name(), type.status(), detail, type.key(), List.of(), opensAt, "c-1"),
                null);
    }

    public static ClientException.Unreachable unreachable() {
        return new ClientException.Unreachable("0ad0d3a8-9df7-4084-9c1e-5b1f2d3c4e5f", null);
    }

    public static ClientException.OutcomeUnknown unknown() {
        return new ClientException.OutcomeUnknown("answer lost", null);
    }

    private static void failIfQueued(Deque<ClientException> failures) {
        ClientException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Contact openContact(ContactRequest request) {
        return SampleFile.contact(request.pensionerId(), request.reason());
    }

    @Override
    public List<Contact> contacts() {
        return List.of();
    }

    @Override
    public Contact correctContact(String contactId, AccessReason reason) {
        return SampleFile.contact(file.id(), reason);
    }

    @Override
    public ContactSummary closeContact(String contactId) {
        return new ContactSummary(contactId, AccessReason.CALL, SampleFile.NOW, SampleFile.NOW, List.of(), "");
    }

    @Override
    public PensionerFile open(Contact contact) {
        opened++;
        failIfQueued(openFailures);
        return file;
    }

    @Override
    public VerificationResult verify(Contact contact, VerificationRequest request) {
        verified.add(request);
        failIfQueued(verifyFailures);
        return verifications.remove();
    }

    @Override
    public Message resend(Contact contact, MessageKind kind, IdempotencyKey key) {
        resendKeys.add(key);
        failIfQueued(resendFailures);
        return new Message(
                "m-9",
                contact.pensionerId(),
                kind,
                "+49 ••• •• •• 34",
                "de",
                MessageStatus.QUEUED,
                SampleFile.NOW,
                SampleFile.NOW,
                null);
    }

    @Override
    public Acted<Letter> generateLetter(Contact contact, String etag, LetterRequest wanted, IdempotencyKey key) {
        letterKeys.add(key);
        letterEtags.add(etag);
        failIfQueued(letterFailures);
        Approval waits = approvals.poll();
        return waits == null
                ? new Acted.Done<>(SampleFile.letter("l-9", "PMO-9Q4T-77", LetterState.GENERATED))
                : new Acted.Waits<>(waits);
    }

    @Override
    public Approval approval(String approvalId) {
        return SampleApproval.of(ApprovalState.DONE);
    }

    @Override
    public Approval decide(String approvalId, String etag, ApprovalDecision decision) {
        decided.add(approvalId + " " + etag + " " + decision.verdict() + " " + decision.reason());
        failIfQueued(decisionFailures);
        return SampleApproval.of(
                decision.verdict() == ApprovalDecision.Verdict.APPROVE ? ApprovalState.DONE : ApprovalState.REFUSED);
    }

    @Override
    public ClaimedDocument claim(String letterId) {
        failIfQueued(documentFailures);
        byte[] pdf = "%PDF sealed".getBytes(StandardCharsets.US_ASCII);
        documents.add(pdf);
        return new ClaimedDocument("claim-" + documents.size(), false, pdf);
    }

    @Override
    public HandoverDraft handoverDraft(Contact contact) {
        failIfQueued(handoverFailures);
        if (draft != null) {
            return draft;
        }
        return new HandoverDraft(
                "EC-CENTRAL-HELPDESK@ec.europa.eu",
                "EU Login: activation e-mail not received",
                "Dear colleagues,\n\na pensioner of our office has asked for an EU Login account on 20 November 2026 and has not"
                        + " received the activation e-mail.\n\nKind regards,\nPMO Luxembourg",
                helpdesk);
    }

    @Override
    public void handOver(Contact contact, HandoverRequest wanted, IdempotencyKey key) {
        handoverKeys.add(key);
        failIfQueued(handoverFailures);
        handedOver.add(wanted);
    }

    @Override
    public void changeHandover(Contact contact, HandoverPatch patch) {
        failIfQueued(handoverFailures);
        handoverChanges.add(patch);
    }

    @Override
    public void correct(String pensionerId, CorrectionRequest wanted, IdempotencyKey key) {
        correctionKeys.add(key);
        failIfQueued(correctionFailures);
        corrections.add(wanted);
    }

    @Override
    public Callback promiseCallback(Contact contact, CallbackRequest wanted, IdempotencyKey key) {
        promised.add(wanted);
        promiseKeys.add(key);
        failIfQueued(callbackFailures);
        return SampleCallbacks.callback("k-9", wanted.at(), wanted.by(), wanted.note(), CallbackState.OPEN);
    }

    @Override
    public OfficeNote leaveOfficeNote(Contact contact, OfficeNoteRequest wanted, IdempotencyKey key) {
        handed("note for " + wanted.to() + ": " + wanted.note(), key);
        return SampleRightOffice.note("n-9", wanted.note(), OfficeNoteState.OPEN, true, false);
    }

    @Override
    public OfficeNote changeOfficeNote(Contact contact, String noteId, OfficeNoteState state, IdempotencyKey key) {
        handed(noteId + " " + state, key);
        return SampleRightOffice.note(noteId, "", state, false, true);
    }

    @Override
    public void transfer(Contact contact, String etag, TransferRequest wanted, IdempotencyKey key) {
        handed("transfer " + etag + " to " + wanted.to() + ", " + wanted.reason() + ": " + wanted.remark(), key);
    }

    private void handed(String what, IdempotencyKey key) {
        handed.add(what);
        handedKeys.add(key);
        failIfQueued(rightOfficeFailures);
    }

    @Override
    public Callback changeCallback(Contact contact, String callbackId, CallbackPatch patch, IdempotencyKey key) {
        settled.add(callbackId + " " + patch);
        failIfQueued(callbackFailures);
        CallbackState state = switch (patch) {
            case CallbackPatch.Done() -> CallbackState.DONE;
            case CallbackPatch.Moved _ -> CallbackState.OPEN;
            case CallbackPatch.GivenUp _ -> CallbackState.GIVEN_UP;
        };
        return SampleCallbacks.callback(callbackId, SampleFile.NOW, CallbackBy.PROMISER, "", state);
    }

    @Override
    public void freeze(Contact contact, IdempotencyKey key) {
        freezeKeys.add(key);
        failIfQueued(freezeFailures);
    }

    @Override
    public Optional<Approval> liftAlert(String pensionerId, Alert alert, String reason) {
        failIfQueued(liftFailures);
        lifted.add(alert + " " + reason);
        return Optional.ofNullable(approvals.poll());
    }

    @Override
    public Letter record(String letterId, LetterPatch patch) {
        failIfQueued(recordFailures);
        told.add(patch);
        return SampleFile.letter(letterId, "PMO-9Q4T-77", LetterState.PRINTED);
    }

    @Override
    public Letter print(String letterId, IdempotencyKey key) {
        printKeys.add(key);
        failIfQueued(printFailures);
        return letter(letterId);
    }

    @Override
    public Letter cancelPrint(String letterId) {
        cancelled.add(letterId);
        return letter(letterId);
    }

    private Letter letter(String id) {
        return file.letters().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void speak(Locale locale) {}

    @Override
    public SignInOffer signInOffer() {
        return SignInOffer.byToken();
    }

    @Override
    public Me me() {
        return new Me(
                "agent-1",
                "J. V.",
                Role.LETTER_OFFICER,
                OfficeCode.LUX,
                Environment.TRAINING,
                new Me.Desk(2, 180, 600, files, printing, null));
    }

    @Override
    public Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection) {
        return () -> {};
    }

    @Override
    public void close() {}
}
