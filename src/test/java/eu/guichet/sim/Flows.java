package eu.guichet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.client.Acted;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What is said and done in a contact, by its reason. */
final class Flows {
    private static final long HEARD_SECONDS = 60;

    private final Colleague second;
    private final Colleague supervisor;
    private final Outside outside;
    private final Journal journal;
    /** What has to be gone on with in the afternoon: by whom, and about whom. */
    final Map<String, Colleague> withDigit = new ConcurrentHashMap<>();

    final Queue<Promised> promised = new ConcurrentLinkedQueue<>();
    final Map<String, Asked> approvals = new ConcurrentHashMap<>();
    final Queue<String> frozen = new ConcurrentLinkedQueue<>();
    final Queue<Pensioner> bounced = new ConcurrentLinkedQueue<>();

    record Promised(Colleague by, Callback callback) {}

    /** What a supervisor is asked, in which contact. */
    record Asked(Colleague by, String approvalId, String contactId) {}

    Flows(Colleague second, Colleague supervisor, Outside outside, Journal journal) {
        this.second = second;
        this.supervisor = supervisor;
        this.outside = outside;
        this.journal = journal;
    }

    /** @param number of the contact in the day */
    void run(Colleague me, Reason.Case one, int number) {
        Pensioner person = one.person();
        AccessReason reason = reason(one.reason(), number);
        switch (one.reason()) {
            case FORGOTTEN_CODE -> letter(me, person, reason, LetterCause.LOST, number);
            case LETTER_NOT_ARRIVED -> letter(me, person, reason, LetterCause.NEVER_ARRIVED, number);
            case LETTER_RETURNED -> letter(me, person, reason, LetterCause.RETURNED, number);
            case ADDRESS_IN_DOUBT -> addressInDoubt(me, person, reason, number);
            case THIRD_LETTER -> thirdLetter(me, person, reason);
            case SMS_NOT_ARRIVED -> sms(me, person, reason);
            case EMAIL_NOT_ARRIVED -> email(me, person, reason);
            case EMAIL_BOUNCES -> bounces(me, person, reason);
            case HAND_OVER -> handsOver(me, person, reason);
            case CALL_BACK -> promises(me, person, reason, number);
            case NOT_ME -> freezes(me, person, reason);
            case WRONG_FILE -> corrects(me, person, reason);
            case SMS_DISTURBED -> disturbed(me, person, reason);
            case TWO_AT_ONE_FILE -> together(me, person, reason);
        }
    }

    /** Most call; some stand at the counter, wrote a ticket, or were found on a list. */
    private static AccessReason reason(Reason why, int number) {
        return switch (number % 6) {
            case 0 -> AccessReason.COUNTER;
            case 1 ->
                why == Reason.LETTER_RETURNED
                        ? AccessReason.worklist(Worklist.RETURNED)
                        : AccessReason.ticket("INC" + (100_000 + number));
            default -> AccessReason.CALL;
        };
    }

    private void letter(Colleague me, Pensioner person, AccessReason reason, LetterCause cause, int number) {
        PensionerFile file = me.opened(person, reason);
        me.verifies(person);
        boolean here = number % 3 == 0;
        Letter letter = me.generates(
                me.read(file.id()), new LetterRequest(null, cause, here ? PrintPlace.DESK : PrintPlace.LETTER_DESK));
        if (here) {
            assertThat(outside.comesOut(me.prints(letter, person.id()))).isEqualTo(1);
        }
        me.closes(person.id(), "");
    }

    private void addressInDoubt(Colleague me, Pensioner person, AccessReason reason, int number) {
        PensionerFile file = me.opened(person, reason);
        me.verifies(person);
        String etag = me.read(file.id()).etag();
        LetterRequest wanted = new LetterRequest(null, LetterCause.RETURNED, PrintPlace.LETTER_DESK);
        me.refused(
                AuditAct.LETTER_GENERATED,
                person.id(),
                ProblemType.ACTION_CLOSED,
                () -> me.client().generateLetter(me.contact(person.id()), etag, wanted, IdempotencyKey.create()));
        if (number % 3 == 0) {
            me.closes(person.id(), "Attend la nouvelle adresse du registre.");
            journal.leaves(Worklist.ADDRESS_IN_DOUBT, person.id(), "the register has sent no other address yet");
            return;
        }
        lift(person.id(), Alert.ADDRESS_IN_DOUBT, "She showed a letter of the municipality with this address.");
        Letter _ = me.generates(me.read(file.id()), wanted);
        me.closes(person.id(), "");
    }

    void lift(String pensionerId, Alert alert, String reason) {
        assertThat(supervisor.client().liftAlert(pensionerId, alert, reason)).isEmpty();
        supervisor.keep(AuditAct.ALERT_LIFTED, pensionerId);
        journal.event(pensionerId, Event.AlertLifted.class);
    }

    private void thirdLetter(Colleague me, Pensioner person, AccessReason reason) {
        PensionerFile file = me.opened(person, reason);
        me.verifies(person);
        String etag = me.read(file.id()).etag();
        Acted<Letter> acted = me.client()
                .generateLetter(
                        me.contact(file.id()),
                        etag,
                        new LetterRequest(null, LetterCause.LOST, PrintPlace.LETTER_DESK),
                        IdempotencyKey.create());
        me.keep(AuditAct.LETTER_GENERATED, file.id(), Journal.ASKED, "");
        me.keep(AuditAct.APPROVAL_ASKED, file.id());
        journal.event(file.id(), Event.ApprovalAsked.class);
        switch (acted) {
            case Acted.Waits<Letter>(var approval) -> {
                assertThat(approval.state()).isEqualTo(ApprovalState.ASKED);
                approvals.put(
                        file.id(),
                        new Asked(me, approval.id(), me.contact(file.id()).id()));
            }
            case Acted.Done<Letter> _ -> throw new AssertionError("nobody was asked for a third letter");
        }
        me.closes(person.id(), "");
    }

    private void sms(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        me.verifies(person);
        String message = me.resends(person.id(), MessageKind.CHALLENGE_SMS);
        entersChallenge(person);
        me.client().message(message);
        me.keep(AuditAct.MESSAGE_READ, person.id());
        me.closes(person.id(), "");
    }

    private void entersChallenge(Pensioner person) {
        String code = outside.challenge(Objects.requireNonNull(person.phone()));
        outside.reports(
                new ProcessEvent.ChallengeCodeEntered(key(), person.pensionNumber(), now(), code),
                person.id(),
                Event.PhoneConfirmed.class,
                ProcessAnswer.CODE_ACCEPTED);
    }

    private void email(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        me.verifies(person);
        me.resends(person.id(), MessageKind.ACTIVATION_EMAIL);
        me.closes(person.id(), "");
        setsPassword(person);
    }

    void setsPassword(Pensioner person) {
        outside.reports(
                new ProcessEvent.PasswordSet(key(), person.pensionNumber(), now()),
                person.id(),
                Event.PasswordSet.class,
                ProcessAnswer.RECORDED);
    }

    private void bounces(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        me.verifies(person);
        me.resends(person.id(), MessageKind.ACTIVATION_EMAIL);
        me.closes(person.id(), "");
        bounced.add(person);
    }

    private void handsOver(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        me.verifies(person);
        me.handsOver(person.id(), HandoverMatter.ACCOUNT);
        me.closes(person.id(), "");
        withDigit.put(person.id(), me);
    }

    private void promises(Colleague me, Pensioner person, AccessReason reason, int number) {
        me.opened(person, reason);
        boolean today = number % 4 != 0;
        Instant at = now().plus(today ? Duration.ofSeconds(1) : Duration.ofDays(1));
        IdempotencyKey key = IdempotencyKey.create();
        CallbackRequest wanted =
                new CallbackRequest(at, today ? CallbackBy.PROMISER : CallbackBy.OFFICE, "Rappeler pour l’e-mail.");
        Callback callback = me.once(
                AuditAct.CALLBACK_PROMISED,
                person.id(),
                "",
                client -> client.promiseCallback(me.contact(person.id()), wanted, key));
        journal.event(person.id(), Event.CallbackPromised.class);
        me.closes(person.id(), "");
        if (today) {
            promised.add(new Promised(me, callback));
        } else {
            journal.leaves(Worklist.CALLBACKS, person.id(), "promised for tomorrow");
        }
    }

    private void freezes(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        IdempotencyKey key = IdempotencyKey.create();
        me.onceDone(
                AuditAct.FROZEN,
                person.id(),
                Event.Frozen.class,
                client -> client.freeze(me.contact(person.id()), key));
        // she is told by a letter, and the code of the one that she has ends
        journal.event(person.id(), Event.NoticeOrdered.class);
        journal.event(person.id(), Event.LetterVoided.class);
        me.closes(person.id(), "");
        frozen.add(person.id());
    }

    private void corrects(Colleague me, Pensioner person, AccessReason reason) {
        me.opened(person, reason);
        me.verifies(person);
        TimelineEntry.Correctable wrong = me.read(person.id()).timeline().stream()
                .map(TimelineEntry::correctable)
                .filter(Objects::nonNull)
                .filter(one -> one.what() == CorrectionKind.VERIFICATION)
                .findFirst()
                .orElseThrow();
        IdempotencyKey key = IdempotencyKey.create();
        me.onceDone(
                AuditAct.CORRECTED,
                person.id(),
                Event.VerificationRetracted.class,
                client -> client.correct(
                        person.id(),
                        new CorrectionRequest(
                                CorrectionKind.VERIFICATION, wrong.id(), CorrectionReason.WRONG_PERSON, null),
                        key));
        me.refused(
                AuditAct.MESSAGE_SENT,
                person.id(),
                ProblemType.VERIFICATION_REQUIRED,
                () -> me.client().resend(me.contact(person.id()), MessageKind.CHALLENGE_SMS, IdempotencyKey.create()));
        me.closes(person.id(), "");
        sms(me, person, reason);
    }

    /** The SMS of one country do not arrive: nobody sends more of them until the notice has ended. */
    private void disturbed(Colleague me, Pensioner person, AccessReason reason) {
        IdempotencyKey key = IdempotencyKey.create();
        Notice notice = supervisor
                .client()
                .writeNotice(
                        new NoticeRequest(
                                NoticeTopic.SMS,
                                null,
                                "+352",
                                Map.of(
                                        "fr",
                                        "Les SMS vers le Luxembourg n’arrivent pas.",
                                        "en",
                                        "No SMS to Luxembourg."),
                                now().minusSeconds(60),
                                now().plus(Duration.ofHours(2)),
                                true),
                        key);
        supervisor.keep(AuditAct.NOTICE_WRITTEN, null);
        PensionerFile file = me.opened(person, reason);
        assertThat(file.notices()).extracting(Notice::id).contains(notice.id());
        me.verifies(person);
        me.refused(
                AuditAct.MESSAGE_SENT,
                person.id(),
                ProblemType.ACTION_CLOSED,
                () -> me.client().resend(me.contact(person.id()), MessageKind.CHALLENGE_SMS, IdempotencyKey.create()));
        assertThat(supervisor.client().endNotice(notice.id()).endedAt()).isNotNull();
        supervisor.keep(AuditAct.NOTICE_ENDED, null);
        me.resends(person.id(), MessageKind.CHALLENGE_SMS);
        me.closes(person.id(), "");
        entersChallenge(person);
    }

    /** Two agents have one file open; what one does the other has not seen, and hears of both. */
    private void together(Colleague me, Pensioner person, AccessReason reason) {
        BlockingQueue<LiveEvent> heard = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connected = new LinkedBlockingQueue<>();
        try (GuichetClient.Subscription _ = me.client().listen(heard::add, connected::add);
                GuichetClient.Subscription _ = second.client().listen(_ -> {}, connected::add)) {
            for (int windows = 0; windows < 2; windows++) {
                assertThat(connected.poll(HEARD_SECONDS, TimeUnit.SECONDS))
                        .isEqualTo(GuichetClient.Connection.CONNECTED);
            }
            me.opened(person, reason);
            second.opened(person, AccessReason.CALL);
            assertThat(next(heard, LiveEvent.AlsoOpen.class, person.id()).colleague())
                    .isEqualTo(second.me().name());
            me.verifies(person);
            second.verifies(person);
            PensionerFile seen = second.read(person.id());
            LetterRequest wanted = new LetterRequest(null, LetterCause.NEVER_ARRIVED, PrintPlace.LETTER_DESK);
            Letter mine = me.generates(me.read(person.id()), wanted);
            second.refused(
                    AuditAct.LETTER_GENERATED,
                    person.id(),
                    ProblemType.FILE_CHANGED,
                    () -> second.client()
                            .generateLetter(second.contact(person.id()), seen.etag(), wanted, IdempotencyKey.create()));
            assertThat(second.read(person.id()).letters())
                    .as("how it has changed")
                    .extracting(Letter::id)
                    .contains(mine.id());
            second.closes(person.id(), "");
            LiveEvent.NobodyElse _ = next(heard, LiveEvent.NobodyElse.class, person.id());
            me.closes(person.id(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T extends LiveEvent.OfFile> T next(BlockingQueue<LiveEvent> heard, Class<T> type, String person)
            throws InterruptedException {
        for (LiveEvent event = heard.poll(HEARD_SECONDS, TimeUnit.SECONDS);
                event != null;
                event = heard.poll(HEARD_SECONDS, TimeUnit.SECONDS)) {
            if (type.isInstance(event) && type.cast(event).pensionerId().equals(person)) {
                return type.cast(event);
            }
        }
        throw new AssertionError("nobody told of " + type.getSimpleName());
    }

    static String key() {
        return "sim-" + UUID.randomUUID();
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
