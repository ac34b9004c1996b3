package eu.guichet.backend.file;

import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Stage;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import eu.guichet.process.History;
import eu.guichet.process.RegisterField;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened, newest first. How far a message has come is shown with the message, not as a line of its own; what was taken
 * back says so, as does what was ordered under a verification that was.
 */
final class Timeline {
    private final History history;
    private final Sentences sentences;
    private final ZoneId zone;
    private final Instant now;
    private final LocalDate today;
    private final Set<String> doubtful;
    private @Nullable TakingBack takingBack;
    private final Map<String, Integer> sameId = new HashMap<>();

    Timeline(History history, Sentences sentences, ZoneId zone, Instant now) {
        this.history = history;
        this.sentences = sentences;
        this.zone = zone;
        this.now = now;
        this.today = now.atZone(zone).toLocalDate();
        this.doubtful = history.all(Event.VerificationRetracted.class)
                .flatMap(taken -> taken.under().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With how she was identified, and what of all that can be taken back. */
    Timeline with(TakingBack known) {
        takingBack = known;
        return this;
    }

    List<TimelineEntry> entries() {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Event event : history.events()) {
            TimelineEntry entry = entry(event);
            if (entry != null) {
                entries.add(entry);
            }
        }
        TakingBack known = takingBack;
        if (known != null) {
            known.verifications().forEach(made -> entries.add(verified(made, known)));
            // stable, so that what happened at one moment stays in the process's own order
            entries.sort(Comparator.comparing(TimelineEntry::at));
        }
        return entries.reversed();
    }

    private @Nullable TimelineEntry entry(Event event) {
        return switch (event) {
            case Event.AccountRequested e -> step(e, "account-requested", Stage.ACCOUNT);
            case Event.PasswordSet e -> step(e, "password-set", Stage.PASSWORD);
            case Event.PhoneAdded e -> step(e, "phone-added", Stage.PHONE);
            case Event.ChallengeCodeRefused e -> step(e, "challenge-code-refused", Stage.PHONE);
            case Event.PhoneConfirmed e -> step(e, "phone-confirmed", Stage.PHONE);
            case Event.SignInStarted e -> step(e, "sign-in-started", Stage.ACCESS);
            case Event.SignInCodeRefused e -> step(e, "sign-in-code-refused", Stage.ACCESS);
            case Event.SignedIn e -> step(e, "signed-in", Stage.ACCESS);
            case Event.AccessRequested e -> step(e, "access-requested", Stage.ACCESS);
            case Event.MessageRequested e -> message(e);
            case Event.MessageProgressed _ -> null;
            case Event.LetterGenerated e ->
                line(
                        e,
                        "letter-generated",
                        Stage.LETTER,
                        marked(
                                sentences.text("event.letter-generated", "reference", reference(e.letterId())),
                                false,
                                e.letterId()),
                        e.by());
            case Event.NoticeOrdered e -> letter(e, "notice-ordered", e.by(), "reference", e.reference());
            case Event.LetterPrinted e ->
                e.by().isEmpty()
                        ? letter(e, "letter-printed.office", null, "reference", reference(e.letterId()))
                        : letter(e, "letter-printed", e.by(), "reference", reference(e.letterId()));
            case Event.LetterPrintFailed e -> printFailed(e);
            case Event.LetterVoided e ->
                letter(
                        e,
                        "letter-voided",
                        e.by(),
                        "reference",
                        reference(e.letterId()),
                        "reason",
                        sentences.text("voided." + Keys.kebab(e.reason())));
            case Event.PostalRecordRetracted e ->
                letter(
                        e,
                        "postal-record-retracted." + Keys.kebab(e.what()),
                        e.by(),
                        "reference",
                        reference(e.letterId()),
                        "reason",
                        e.reason());
            case Event.Frozen e -> line(e, "frozen", Stage.ACCOUNT, sentences.text("event.frozen"), e.by());
            case Event.AlertLifted e ->
                line(e, "alert-lifted", Stage.ACCOUNT, marked(lifted(e), false, e.name()), e.by());
            case Event.RegisterChanged e ->
                line(e, "register-changed", Stage.ACCOUNT, register("event.register-changed", e.fields()), null);
            case Event.RegisterDamaged e ->
                line(e, "register-damaged", Stage.ACCOUNT, register("event.register-damaged", e.fields()), null);
            case Event.ContactClosed e -> contact(e);
            case Event.ApprovalAsked e ->
                line(
                        e,
                        "approval-asked",
                        stage(e.act()),
                        sentences.text("event.approval-asked." + e.act().key()),
                        e.by());
            case Event.ApprovalDecided e -> decided(e);
            case Event.CallbackPromised e -> callback(e, "callback-promised." + Keys.kebab(e.whose()), e.due(), e.by());
            case Event.CallbackMoved e -> callback(e, "callback-moved", e.due(), e.by());
            case Event.CallbackEnded e ->
                line(
                        e,
                        "callback-ended",
                        Stage.ACCOUNT,
                        ended("event.callback-ended." + Keys.kebab(e.how()), e),
                        e.by());
            case Event.OfficeNoteLeft e ->
                line(
                        e,
                        "office-note-left",
                        Stage.ACCOUNT,
                        sentences.text("event.office-note-left", "office", office(e.to())),
                        e.by());
            case Event.OfficeNoteChanged e ->
                line(
                        e,
                        "office-note-changed",
                        Stage.ACCOUNT,
                        sentences.text(
                                "event.office-note-changed", "state", e.state().name(), "office", office(e.to())),
                        e.by());
            case Event.CompetenceTransferred e -> transferred(e);
            case Event.LetterPosted e ->
                letter(
                        e,
                        "letter-posted",
                        null,
                        "reference",
                        reference(e.letterId()),
                        "day",
                        day(e.on()),
                        "item",
                        e.itemNumber());
            case Event.LetterReceived e ->
                letter(e, "letter-received", null, "reference", reference(e.letterId()), "day", day(e.on()));
            case Event.LetterReturned e ->
                letter(
                        e,
                        "letter-returned",
                        null,
                        "reference",
                        reference(e.letterId()),
                        "day",
                        day(e.on()),
                        "reason",
                        sentences.text("returned." + Keys.kebab(e.reason())));
            case Event.ConfirmationCodeRefused e ->
                letter(e, "confirmation-code-refused", null, "reference", reference(e.letterId()));
            case Event.Confirmed e -> letter(e, "confirmed", null, "reference", reference(e.letterId()));
            case Event.HandedOver e -> handedOver(e);
            case Event.TicketNoted e ->
                line(
                        e,
                        "ticket-noted",
                        Stage.ACCOUNT,
                        sentences.text(
                                e.by().isEmpty() ? "event.ticket-read" : "event.ticket-noted", "ticket", e.ticket()),
                        e.by().isEmpty() ? null : e.by());
            case Event.FollowUpMoved e ->
                line(
                        e,
                        "follow-up-moved",
                        Stage.ACCOUNT,
                        sentences.text("event.follow-up-moved", "day", day(e.on())),
                        e.by());
            case Event.DigitAnswered e ->
                line(
                        e,
                        "digit-answered",
                        Stage.ACCOUNT,
                        sentences.text("event.digit-answered", "said", e.said()),
                        e.by());
            case Event.HandoverRetracted e ->
                line(
                        e,
                        "handover-retracted",
                        Stage.ACCOUNT,
                        sentences.text("event.handover-retracted", "reason", because(e.reason(), e.remark())),
                        e.by());
            case Event.VerificationRetracted e ->
                line(
                        e,
                        "verification-retracted",
                        Stage.ACCOUNT,
                        sentences.text(
                                        "event.verification-retracted",
                                        "when",
                                        sentences.moment(e.verifiedAt(), zone, now),
                                        "method",
                                        sentences.text("verified." + Keys.kebab(e.method())),
                                        "who",
                                        e.verifiedBy(),
                                        "reason",
                                        because(e.reason(), e.remark()))
                                + done(e),
                        e.by());
        };
    }

    private String lifted(Event.AlertLifted lifted) {
        return sentences.text("event.alert-lifted." + Keys.kebab(lifted.alert()), "reason", lifted.reason());
    }

    /** What was done under a verification that was taken back, as the lines of its own say it. */
    private String done(Event.VerificationRetracted taken) {
        List<String> acts = history.events().stream()
                .flatMap(event -> under(event, taken.under()).stream())
                .toList();
        String stop = taken.remark().endsWith(".") ? " " : ". ";
        return acts.isEmpty() ? "" : stop + sentences.text("event.done-under-it", "acts", String.join(" · ", acts));
    }

    private Optional<String> under(Event event, Set<String> ids) {
        return switch (event) {
            case Event.LetterGenerated letter
            when ids.contains(letter.letterId()) ->
                Optional.of(sentences.text("event.letter-generated", "reference", reference(letter.letterId())));
            case Event.MessageRequested message when ids.contains(message.messageId()) -> Optional.of(words(message));
            case Event.HandedOver handed when ids.contains(of(handed).id()) -> Optional.of(words(handed, of(handed)));
            case Event.AlertLifted lift when ids.contains(lift.name()) -> Optional.of(lifted(lift));
            default -> Optional.empty();
        };
    }

    private TimelineEntry callback(Event event, String key, Instant due, String by) {
        String text = sentences.text("event." + key, "due", sentences.moment(due, zone, now));
        return line(event, key.replaceFirst("\\..*", ""), Stage.ACCOUNT, text, by);
    }

    private String office(OfficeCode code) {
        return sentences.text("office." + code);
    }

    private TimelineEntry transferred(Event.CompetenceTransferred transferred) {
        String text = sentences.text(
                "event.competence-transferred",
                "from",
                office(transferred.from()),
                "to",
                office(transferred.to()),
                "reason",
                transferred.reason().name());
        String remark = transferred.remark();
        return line(
                transferred,
                "competence-transferred",
                Stage.ACCOUNT,
                remark.isEmpty() ? text : text + " – " + remark,
                transferred.by());
    }

    private String ended(String key, Event.CallbackEnded ended) {
        return ended.reason() == null ? sentences.text(key) : sentences.text(key, "reason", ended.reason());
    }

    private TimelineEntry handedOver(Event.HandedOver handed) {
        HandoverStatus one = of(handed);
        String text = words(handed, one);
        boolean takenBack = one.end() == HandoverStatus.End.RETRACTED;
        TimelineEntry plain =
                line(handed, "handed-over", Stage.ACCOUNT, marked(text, takenBack, one.id()), handed.by());
        TimelineEntry entry = new TimelineEntry(
                plain.id(), plain.at(), plain.stage(), plain.text(), plain.by(), one.messageId(), one.status());
        TakingBack known = takingBack;
        return known == null || takenBack ? entry : entry.with(known.handover(one));
    }

    private HandoverStatus of(Event.HandedOver handed) {
        return history.handovers().stream()
                .filter(status -> status.at().equals(handed.at()) && status.id().equals(idOf(handed, status)))
                .findFirst()
                .orElseThrow();
    }

    private String words(Event.HandedOver handed, HandoverStatus one) {
        return sentences.text(
                "event.handed-over",
                "matter",
                sentences.text("handover.matter." + one.matter().key()),
                "ticket",
                Objects.requireNonNullElse(handed.ticket(), SentenceArguments.NO_TICKET));
    }

    private static String idOf(Event.HandedOver handed, HandoverStatus status) {
        return handed.id() == null ? status.id() : handed.id();
    }

    private TimelineEntry verified(Verifications.Made made, TakingBack known) {
        boolean takenBack = history.all(Event.VerificationRetracted.class)
                .anyMatch(taken -> taken.verification().equals(made.id()));
        String text =
                sentences.text("event.verified", "method", sentences.text("verified." + Keys.kebab(made.method())));
        TimelineEntry entry = new TimelineEntry(
                "verified-" + made.id(),
                made.at(),
                Stage.ACCOUNT,
                marked(text, takenBack, made.id()),
                made.agentName(),
                null,
                null);
        return takenBack ? entry : entry.with(known.verification(made));
    }

    private String marked(String text, boolean takenBack, String id) {
        if (takenBack) {
            return text + " " + sentences.text("event.taken-back");
        }
        return doubtful.contains(id) ? text + " " + sentences.text("event.doubtful") : text;
    }

    private String because(CorrectionReason reason, String remark) {
        String why = sentences.text("correction." + Keys.kebab(reason));
        return remark.isEmpty() ? why : why + " " + sentences.text("event.contact.note", "note", remark);
    }

    /** Approved, the act has a line of its own in the name of whoever asked. */
    private TimelineEntry decided(Event.ApprovalDecided decided) {
        String key = "event.approval-" + decided.outcome().key() + "."
                + decided.act().key();
        String reason = decided.reason();
        String text = sentences.text(key, "by", decided.askedBy());
        return line(
                decided,
                "approval-decided",
                stage(decided.act()),
                reason.isEmpty() ? text : text + " " + sentences.text("event.approval-reason", "reason", reason),
                decided.by().isEmpty() ? null : decided.by());
    }

    private static Stage stage(ApprovalAct act) {
        return switch (act) {
            case GENERATE_LETTER -> Stage.LETTER;
            case LIFT_ALERT, UNLOCK_VERIFICATION -> Stage.ACCOUNT;
        };
    }

    private TimelineEntry printFailed(Event.LetterPrintFailed failed) {
        String reference = reference(failed.letterId());
        return failed.why() == null
                ? letter(failed, "letter-print-failed", failed.by(), "reference", reference)
                : letter(
                        failed,
                        "letter-print-failed.office",
                        null,
                        "reference",
                        reference,
                        "why",
                        sentences.text("print-failed." + Keys.kebab(failed.why())));
    }

    private TimelineEntry step(Event event, String key, Stage stage) {
        return line(event, key, stage, sentences.text("event." + key), null);
    }

    private String register(String key, Set<RegisterField> fields) {
        return fields.stream()
                .sorted()
                .map(field -> sentences.text("register." + Keys.kebab(field)))
                .collect(Collectors.joining(", ", sentences.text(key) + " ", ""));
    }

    /** A contact in which nothing was done but looking leaves no line, unless the agent wrote one. */
    private @Nullable TimelineEntry contact(Event.ContactClosed closed) {
        if (closed.acts().isEmpty() && closed.note().isEmpty()) {
            return null;
        }
        String reason = closed.reason().value().split(" ", 2)[0];
        String text = Stream.concat(
                                Stream.of("event.contact." + reason),
                                closed.acts().stream().distinct().map(act -> "contact.done." + act.key()))
                        .map(sentences::text)
                        .collect(Collectors.joining(" · "))
                + (closed.note().isEmpty() ? "" : " " + sentences.text("event.contact.note", "note", closed.note()));
        return line(closed, "contact-closed", Stage.ACCOUNT, text, closed.by());
    }

    private TimelineEntry letter(Event event, String key, @Nullable String by, Object... namesAndValues) {
        return line(event, key, Stage.LETTER, sentences.text("event." + key, namesAndValues), by);
    }

    private TimelineEntry line(Event event, String key, Stage stage, String text, @Nullable String by) {
        String id = key + "-" + event.at().toEpochMilli();
        int before = sameId.merge(id, 1, Integer::sum) - 1;
        return new TimelineEntry(before == 0 ? id : id + "-" + before, event.at(), stage, text, by, null, null);
    }

    private TimelineEntry message(Event.MessageRequested message) {
        return new TimelineEntry(
                "message-" + message.messageId(),
                message.at(),
                message.kind().stage(),
                marked(words(message), false, message.messageId()),
                message.resent() ? message.by() : null,
                message.messageId(),
                status(message.messageId()));
    }

    private String words(Event.MessageRequested message) {
        return sentences.text("event.message." + Keys.kebab(message.kind()) + (message.resent() ? ".again" : ""));
    }

    /** A later stage outweighs an earlier one that was reported late. */
    private MessageStatus status(String messageId) {
        return history.all(Event.MessageProgressed.class)
                .filter(progress -> progress.messageId().equals(messageId))
                .map(Event.MessageProgressed::status)
                .max(MessageStatus::compareTo)
                .orElse(MessageStatus.QUEUED);
    }

    private String reference(String letterId) {
        return Stream.concat(
                        history.all(Event.LetterGenerated.class)
                                .filter(letter -> letter.letterId().equals(letterId))
                                .map(Event.LetterGenerated::reference),
                        history.all(Event.NoticeOrdered.class)
                                .filter(notice -> notice.letterId().equals(letterId))
                                .map(Event.NoticeOrdered::reference))
                .findFirst()
                .orElse("");
    }

    private String day(LocalDate on) {
        return sentences.day(on, today);
    }
}
