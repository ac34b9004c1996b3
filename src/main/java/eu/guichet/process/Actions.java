package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.Channel;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what is open now and, for what is closed, why and until when. */
final class Actions {
    private final Progress progress;
    private final Situation situation;
    private final Set<Channel> onFile;
    private final DatedPolicy policy;
    private final Instant now;

    private Actions(Progress progress, Situation situation, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        this.progress = progress;
        this.situation = situation;
        this.onFile = onFile;
        this.policy = policy;
        this.now = now;
    }

    static List<Decision> decide(
            Progress progress, Situation situation, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        Actions actions = new Actions(progress, situation, onFile, policy, now);
        List<Decision> decisions =
                ActionKind.all().stream().map(actions::decide).toList();
        Optional<ActionKind> sensible = actions.sensible();
        return decisions.stream()
                .map(decision -> decision.open()
                                && sensible.filter(decision.kind()::equals).isPresent()
                        ? decision.asPrimary()
                        : decision)
                .toList();
    }

    private static Cap resends(Policy policy) {
        return new Cap(policy.messages().cap(), policy.messages().capWindow());
    }

    private static Cap letters(Policy policy) {
        return new Cap(policy.letters().cap(), policy.letters().capWindow());
    }

    private Decision decide(ActionKind kind) {
        Reason barred = barred(kind);
        return barred == null ? unbarred(kind) : Decision.closed(kind, barred);
    }

    /** What an alert closes, whatever the process would allow; null where none does. */
    private @Nullable Reason barred(ActionKind kind) {
        if (progress.has(Alert.DECEASED)) {
            return new Reason.Deceased();
        }
        return switch (kind) {
            case ActionKind.Resend _, ActionKind.ReportNotMe() ->
                progress.has(Alert.FROZEN) ? new Reason.Frozen() : null;
            case ActionKind.GenerateLetter() -> {
                if (progress.has(Alert.FROZEN)) {
                    yield new Reason.Frozen();
                }
                yield progress.has(Alert.ADDRESS_IN_DOUBT) && progress.reached(Milestone.ACCESS_REQUESTED)
                        ? new Reason.AddressInDoubt()
                        : null;
            }
            case ActionKind.HandOver() -> null;
        };
    }

    private Decision unbarred(ActionKind kind) {
        return switch (kind) {
            case ActionKind.Resend(MessageKind message) -> resend(kind, message);
            case ActionKind.GenerateLetter() -> letter(kind);
            // lost factors and second accounts are DIGIT's at every step
            case ActionKind.HandOver() -> Decision.open(kind);
            case ActionKind.ReportNotMe() ->
                progress.state() == EnrolmentState.NOT_STARTED
                        ? Decision.closed(kind, new Reason.NotYet(3))
                        : Decision.open(kind);
        };
    }

    private Decision resend(ActionKind kind, MessageKind message) {
        return switch (message) {
            case ACTIVATION_EMAIL -> activationEmail(kind);
            case CHALLENGE_SMS -> resendAt(kind, message, EnrolmentState.PHONE_PENDING, 8);
            case PHONE_CONFIRMATION_EMAIL -> resendAt(kind, message, EnrolmentState.PHONE_CONFIRMED, 8);
            case SIGN_IN_SMS -> signInSms(kind);
            case LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS,
                    HANDOVER_EMAIL -> throw new IllegalArgumentException(message + " cannot be sent again");
        };
    }

    private Decision activationEmail(ActionKind kind) {
        Decision inItsStep = resendAt(kind, MessageKind.ACTIVATION_EMAIL, EnrolmentState.ACCOUNT_REQUESTED, 4);
        Optional<Instant> firstWait = Optional.ofNullable(
                        progress.trail(MessageKind.ACTIVATION_EMAIL).begun())
                .map(asked -> asked.plus(policy.at(asked).messages().activationWait()))
                .filter(now::isBefore);
        boolean couldOpen = inItsStep.open() || inItsStep.reason() instanceof Reason.Pause;
        return firstWait.isPresent() && couldOpen
                ? firstAt(progress.trail(MessageKind.ACTIVATION_EMAIL), Channel.EMAIL, firstWait.get())
                        .map(opens -> Decision.closedUntil(kind, new Reason.FirstWait(), opens))
                        .orElseGet(() -> Decision.closed(kind, new Reason.ChannelOff()))
                : inItsStep;
    }

    private Decision resendAt(ActionKind kind, MessageKind message, EnrolmentState state, int step) {
        int order = progress.state().compareTo(state);
        if (order < 0) {
            return Decision.closed(kind, new Reason.NotYet(step));
        }
        return order > 0 ? Decision.closed(kind, new Reason.Past(step)) : pacedResend(kind, message);
    }

    private Decision signInSms(ActionKind kind) {
        if (progress.state().compareTo(EnrolmentState.PHONE_CONFIRMED) < 0) {
            return Decision.closed(kind, new Reason.NotYet(13));
        }
        Instant until = progress.signInUntil();
        if (until == null) {
            return Decision.closed(kind, new Reason.NoSignIn());
        }
        Decision resend = pacedResend(kind, MessageKind.SIGN_IN_SMS);
        Instant opensAt = resend.opensAt();
        // By then this sign-in is over: a new one is what helps.
        return opensAt != null && !opensAt.isBefore(until) ? Decision.closed(kind, new Reason.NoSignIn()) : resend;
    }

    private Decision pacedResend(ActionKind kind, MessageKind message) {
        Channel channel = message.channel();
        if (!policy.at(now).allows(channel)) {
            return Decision.closed(kind, new Reason.ChannelOff());
        }
        if (!onFile.contains(channel)) {
            return Decision.closed(kind, new Reason.NotOnFile());
        }
        MessageTrail trail = progress.trail(message);
        Optional<Instant> opens = firstAt(trail, channel, now);
        if (opens.isEmpty()) {
            return Decision.closed(kind, new Reason.ChannelOff());
        }
        int cap = policy.at(now).messages().cap();
        if (capOver(trail.resends(), Actions::resends, now).isPresent()) {
            return Decision.closedUntil(kind, new Reason.Cap(cap), opens.get());
        }
        if (now.isBefore(opens.get())) {
            return Decision.closedUntil(kind, new Reason.Pause(), opens.get());
        }
        List<Instant> afterThis =
                Stream.concat(trail.resends().stream(), Stream.of(now)).toList();
        Instant pauseOver = now.plus(policy.at(now).messages().pause(channel));
        return openAt(afterThis, Actions::resends, channel, pauseOver)
                .map(again -> Decision.openAndAgainAt(kind, again))
                .orElseGet(() -> Decision.open(kind));
    }

    /**
     * The first moment from this one on at which it can be sent again, with the figures that hold by then: the pause is that of
     * the moment at which the one before was sent, channel and cap are those of the moment at which it would be done.
     *
     * @return empty where the channel is switched off by then, for good
     */
    private Optional<Instant> firstAt(MessageTrail trail, Channel channel, Instant from) {
        Instant pauseOver = trail.sentAt()
                .map(last -> last.plus(policy.at(last).messages().pause(channel)))
                .filter(from::isBefore)
                .orElse(from);
        return openAt(trail.resends(), Actions::resends, channel, pauseOver);
    }

    private Optional<Instant> openAt(
            List<Instant> done, Function<Policy, Cap> cap, @Nullable Channel channel, Instant from) {
        Instant at = from;
        while (true) {
            Optional<Instant> change = policy.changeAfter(at);
            if (channel == null || policy.at(at).allows(channel)) {
                Instant free = capOver(done, cap, at).orElse(at);
                if (change.filter(other -> !free.isBefore(other)).isEmpty()) {
                    return Optional.of(free);
                }
            }
            if (change.isEmpty()) {
                return Optional.empty();
            }
            at = change.get();
        }
    }

    /** So many within a window. */
    private record Cap(int most, Duration window) {}

    /** When the oldest of the last few leaves the window, with the figures of this moment; empty while there are fewer. */
    private Optional<Instant> capOver(List<Instant> done, Function<Policy, Cap> figures, Instant at) {
        Cap cap = figures.apply(policy.at(at));
        List<Instant> recent =
                done.stream().filter(one -> one.isAfter(at.minus(cap.window()))).toList();
        return recent.size() < cap.most()
                ? Optional.empty()
                : Optional.of(recent.get(recent.size() - cap.most()).plus(cap.window()));
    }

    private Decision letter(ActionKind kind) {
        if (progress.reached(Milestone.CONFIRMED)) {
            return Decision.closed(kind, new Reason.AlreadyConfirmed());
        }
        if (!progress.reached(Milestone.ACCESS_REQUESTED)) {
            return Decision.closed(kind, new Reason.NotYet(14));
        }
        List<Instant> generated =
                progress.letters().stream().map(LetterStatus::generatedAt).toList();
        Optional<Instant> asked = progress.approvals().stream()
                .filter(one -> one.act() == ApprovalAct.GENERATE_LETTER)
                .map(Event.ApprovalAsked::lapsesAt)
                .max(Comparator.naturalOrder());
        Instant opens =
                openAt(generated, Actions::letters, null, asked.orElse(now)).orElse(now);
        if (asked.isPresent()) {
            return Decision.closedUntil(kind, new Reason.ApprovalAsked(), opens);
        }
        return now.isBefore(opens)
                ? Decision.closedUntil(
                        kind, new Reason.LetterCap(policy.at(now).letters().cap()), opens)
                : Decision.asking(kind, letterApproval(generated));
    }

    /** Why a letter generated now wants a second person. */
    private List<ApprovalReason> letterApproval(List<Instant> generated) {
        Policy.Approvals figures = policy.at(now).approvals();
        List<ApprovalReason> reasons = new ArrayList<>();
        int count = 1
                + (int) generated.stream()
                        .filter(at -> now.isBefore(countsUntil(at, figures, policy.zone())))
                        .count();
        if (figures.letters() > 0 && count >= figures.letters()) {
            reasons.add(new ApprovalReason.ManyLetters(count, figures.letterMonths()));
        }
        addressChanged()
                .filter(at -> now.isBefore(newUntil(at, figures)))
                .ifPresent(at -> reasons.add(new ApprovalReason.NewAddress(at, figures.addressDays())));
        return reasons;
    }

    private Optional<Instant> addressChanged() {
        return progress.history()
                .all(Event.RegisterChanged.class)
                .filter(changed -> changed.fields().contains(RegisterField.ADDRESS))
                .map(Event::at)
                .max(Comparator.naturalOrder());
    }

    /** Up to when a letter counts among those that were generated for her of late. */
    static Instant countsUntil(Instant generated, Policy.Approvals figures, ZoneId zone) {
        return generated.atZone(zone).plusMonths(figures.letterMonths()).toInstant();
    }

    /** Up to when an address counts as new. */
    static Instant newUntil(Instant changed, Policy.Approvals figures) {
        return changed.plus(Duration.ofDays(figures.addressDays()));
    }

    /** What the agent would do first, if it is open. */
    private Optional<ActionKind> sensible() {
        return switch (situation) {
            case ACTIVATION_MISSING, LINK_EXPIRED -> Optional.of(ActionKind.RESEND_ACTIVATION_EMAIL);
            case ACTIVATION_BOUNCED, ACTIVATION_STILL_MISSING, ACTIVATION_WITHOUT_EMAIL, ACTIVATION_WITHOUT_ADDRESS ->
                Optional.of(ActionKind.HAND_OVER_TO_DIGIT);
            case FROZEN -> Optional.of(ActionKind.HAND_OVER_TO_DIGIT);
            case CHALLENGE_SENT, CHALLENGE_DELIVERED, CHALLENGE_EXPIRED, CHALLENGE_FAILED, CHALLENGE_REFUSED ->
                Optional.of(ActionKind.RESEND_CHALLENGE_SMS);
            case SIGN_IN_CODE_SENT,
                    SIGN_IN_CODE_DELIVERED,
                    SIGN_IN_CODE_EXPIRED,
                    SIGN_IN_CODE_FAILED,
                    SIGN_IN_CODE_REFUSED -> Optional.of(ActionKind.RESEND_SIGN_IN_SMS);
            case ACCESS_REQUESTED, LETTER_RETURNED, LETTER_EXPIRED, LETTER_LOCKED ->
                Optional.of(ActionKind.GENERATE_LETTER);
            case NOT_STARTED,
                    ACTIVATION_WAIT,
                    ACTIVATION_DELIVERED,
                    HANDED_OVER,
                    PASSWORD_SET,
                    PASSWORD_SET_WITHOUT_SMS,
                    PHONE_PENDING_WITHOUT_SMS,
                    CHALLENGE_WITHOUT_NUMBER,
                    PHONE_CONFIRMED,
                    PHONE_CONFIRMED_WITHOUT_SMS,
                    SIGN_IN_WITHOUT_NUMBER,
                    SIGNED_IN,
                    LETTER_NOT_PRINTED,
                    LETTER_NOT_POSTED,
                    LETTER_POSTED,
                    LETTER_OVERDUE,
                    LETTER_RECEIVED,
                    CODE_REFUSED,
                    ADDRESS_IN_DOUBT,
                    ADDRESSEE_DECEASED,
                    CONFIRMED,
                    ACTIVE -> Optional.empty();
        };
    }
}
