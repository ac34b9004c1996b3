package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Reports;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.text.Digests;
import eu.guichet.text.Languages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Takes in what EU Login, RCAM and the post report, each event once. */
public final class ReportEvent {
    /** Enough of a hash to find an event by the sender's identifier, which itself may be anything. */
    private static final int TRACE = 16;

    private final Desk desk;
    private final PostalRecords post;
    private final EnteredCodes codes;
    private final FirstMessages firstMessages;

    /** Who sends the first message of each kind; what is sent again is always sent from here. */
    public enum FirstMessages {
        /** EU Login sends them and reports what it did. */
        BY_EU_LOGIN,
        /** This backend stands in for EU Login, as in training. */
        FROM_HERE
    }

    public ReportEvent(Desk desk, FirstMessages firstMessages) {
        this.desk = desk;
        this.post = new PostalRecords(desk);
        this.codes = new EnteredCodes(desk);
        this.firstMessages = firstMessages;
    }

    public ProcessAnswer report(Principal who, ProcessEvent reported) {
        ReportTimes.requirePossible(reported, desk.now());
        Pensioner pensioner = desk.read(tx -> tx.pensioners().byPensionNumber(reported.pensionNumber()))
                .orElseThrow(() -> refused(who, null, "unknown person", "pensionNumber", "unknown-person"));
        String trace = "event " + Digests.sha256(reported.eventId()).substring(0, TRACE);
        if (ReportTimes.isLateCode(
                        reported,
                        desk.datedPolicy().at(reported.occurredAt()).messages().codeReport(),
                        desk.now())
                && !isKept(who, reported)) {
            throw refused(who, pensioner.id(), "code reported too late", "occurredAt", "code-reported-too-late");
        }
        EnteredCodes.Comparison comparison = codes.compare(pensioner, reported);
        return desk.act(who, AuditAct.PROCESS_EVENT, pensioner.id(), trace, tx -> {
            String hash = Digests.sha256(withoutCode(reported));
            Optional<Reports.Kept> before = tx.reports().find(who.id(), reported.eventId());
            if (before.isPresent()) {
                return Done.nothing(again(before.get(), hash), "repeated");
            }
            OpenEnrolment about = desk.open(tx, pensioner.id());
            ReportTimes.requireAfterItsCause(reported, about.history());
            ProcessAnswer answer = record(tx, who, about, reported, comparison);
            tx.reports().keep(who.id(), reported.eventId(), new Reports.Kept(hash, answer), desk.now());
            return new Done<>(answer, answer.name().toLowerCase(Locale.ROOT));
        });
    }

    /** Leaves a row, so that a stolen token tries numbers or old codes under somebody's eyes. */
    private Refusal refused(Principal who, @Nullable String about, String outcome, String field, String fault) {
        desk.recordRefusal(who, AuditAct.PROCESS_EVENT, about, outcome);
        return Refusal.invalid(field, fault);
    }

    private boolean isKept(Principal who, ProcessEvent reported) {
        return desk.read(tx -> tx.reports().find(who.id(), reported.eventId())).isPresent();
    }

    /** Whoever lost the answer to a code still has to learn whether it was accepted. */
    private static ProcessAnswer again(Reports.Kept before, String hash) {
        if (!before.requestHash().equals(hash)) {
            throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return switch (before.answer()) {
            case RECORDED, ALREADY_KNOWN -> ProcessAnswer.ALREADY_KNOWN;
            case CODE_ACCEPTED, CODE_REFUSED -> before.answer();
        };
    }

    /** A code must not be kept, not even in a hash that is quickly made. */
    private static String withoutCode(ProcessEvent reported) {
        ObjectNode report = ContractJson.mapper().valueToTree(reported);
        report.remove("code");
        return report.toString();
    }

    private ProcessAnswer record(
            Tx tx, Principal who, OpenEnrolment about, ProcessEvent reported, EnteredCodes.Comparison comparison) {
        Instant at = reported.occurredAt();
        return switch (reported) {
            case ProcessEvent.AccountRequested _ ->
                recorded(tx, about, new Event.AccountRequested(at), MessageKind.ACTIVATION_EMAIL);
            case ProcessEvent.PasswordSet _ -> recorded(tx, about, new Event.PasswordSet(at));
            case ProcessEvent.PhoneAdded _ -> recorded(tx, about, new Event.PhoneAdded(at), MessageKind.CHALLENGE_SMS);
            case ProcessEvent.PhoneConfirmed _ ->
                recorded(tx, about, new Event.PhoneConfirmed(at), MessageKind.PHONE_CONFIRMATION_EMAIL);
            case ProcessEvent.SignInStarted _ ->
                recorded(tx, about, new Event.SignInStarted(at), MessageKind.SIGN_IN_SMS);
            case ProcessEvent.AccessRequested _ -> recorded(tx, about, new Event.AccessRequested(at));
            case ProcessEvent.ChallengeCodeEntered _ -> {
                ProcessAnswer answer = codes.shortCode(
                        tx, about, comparison, new Event.PhoneConfirmed(at), new Event.ChallengeCodeRefused(at));
                if (answer == ProcessAnswer.CODE_ACCEPTED) {
                    sendFirst(tx, about, MessageKind.PHONE_CONFIRMATION_EMAIL);
                }
                yield answer;
            }
            case ProcessEvent.SignInCodeEntered _ ->
                codes.shortCode(tx, about, comparison, new Event.SignedIn(at), new Event.SignInCodeRefused(at));
            case ProcessEvent.ConfirmationCodeEntered _ -> codes.confirmation(tx, about, comparison, at);
            case ProcessEvent.LetterPosted posted -> {
                if (ItemNumber.parse(posted.itemNumber()).isEmpty()) {
                    throw Refusal.invalid("itemNumber", "item-number");
                }
                yield letter(
                        tx,
                        who,
                        about,
                        posted.letterReference(),
                        new LetterPatch.Posted(posted.itemNumber(), posted.on()));
            }
            case ProcessEvent.LetterReceived received ->
                letter(tx, who, about, received.letterReference(), new LetterPatch.Received(received.on()));
            case ProcessEvent.LetterReturned returned ->
                letter(
                        tx,
                        who,
                        about,
                        returned.letterReference(),
                        new LetterPatch.Returned(returned.on(), returned.reason()));
            case ProcessEvent.MessageSent sent -> sent(tx, who, about, sent);
            case ProcessEvent.MessageReported message -> message(tx, who, about, message);
        };
    }

    private ProcessAnswer recorded(Tx tx, OpenEnrolment about, Event event) {
        desk.record(tx, about, event);
        return ProcessAnswer.RECORDED;
    }

    private ProcessAnswer recorded(Tx tx, OpenEnrolment about, Event event, MessageKind first) {
        desk.record(tx, about, event);
        sendFirst(tx, about, first);
        return ProcessAnswer.RECORDED;
    }

    private void sendFirst(Tx tx, OpenEnrolment about, MessageKind kind) {
        if (firstMessages == FirstMessages.FROM_HERE) {
            MessageQueue.sendIfReachable(desk, tx, about, kind);
        }
    }

    private ProcessAnswer letter(
            Tx tx, Principal who, OpenEnrolment about, String reference, LetterPatch.Postal patch) {
        StoredLetter letter = tx.letters()
                .byReference(reference)
                .filter(found -> found.pensionerId().equals(about.id()))
                .orElseThrow(() -> Refusal.invalid("letterReference", "unknown-letter"));
        post.record(tx, who, about, letter, patch);
        return ProcessAnswer.RECORDED;
    }

    private ProcessAnswer sent(Tx tx, Principal who, OpenEnrolment about, ProcessEvent.MessageSent sent) {
        if (!sent.kind().toPensioner()) {
            throw Refusal.invalid("kind", "not-expected");
        }
        String id = foreign(who, sent.messageId());
        if (tx.messages().find(id).isPresent()) {
            return ProcessAnswer.ALREADY_KNOWN;
        }
        Instant at = sent.occurredAt();
        String language = Languages.pensioner(about.pensioner().languages()).toLanguageTag();
        tx.messages().add(new StoredMessage(id, about.id(), sent.kind(), language, MessageStatus.SENT, at, at, null));
        desk.record(tx, about, new Event.MessageRequested(at, id, sent.kind(), ""));
        desk.record(tx, about, new Event.MessageProgressed(at, id, MessageStatus.SENT));
        return ProcessAnswer.RECORDED;
    }

    /** An id of ours for a message that the sender calls so; two senders may use the same one. */
    private static String foreign(Principal who, String messageId) {
        return UUID.nameUUIDFromBytes((who.id() + " " + messageId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private ProcessAnswer message(Tx tx, Principal who, OpenEnrolment about, ProcessEvent.MessageReported reported) {
        StoredMessage message = tx.messages()
                .find(reported.messageId())
                .or(() -> tx.messages().find(foreign(who, reported.messageId())))
                .filter(found -> found.pensionerId().equals(about.id()))
                .orElseThrow(() -> Refusal.invalid("messageId", "unknown-message"));
        if (reported.status().compareTo(message.status()) > 0) {
            tx.messages().set(message.id(), reported.status(), reported.occurredAt(), null);
        }
        return recorded(tx, about, new Event.MessageProgressed(reported.occurredAt(), message.id(), reported.status()));
    }
}
