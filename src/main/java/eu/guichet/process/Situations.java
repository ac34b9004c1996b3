package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.Channel;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which situation a progress amounts to. What cannot be sent from here, because its channel is switched off or nothing
 * is on file to send it to, is told before anything that would be answered by sending it.
 */
final class Situations {
    private Situations() {}

    static Situation of(Progress progress, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        if (progress.has(Alert.DECEASED)) {
            return Situation.ADDRESSEE_DECEASED;
        }
        if (progress.has(Alert.FROZEN)) {
            return Situation.FROZEN;
        }
        return switch (progress.state()) {
            case NOT_STARTED ->
                progress.history().handedOver(HandoverMatter.ACCOUNT).isPresent()
                        ? Situation.HANDED_OVER
                        : Situation.NOT_STARTED;
            case ACCOUNT_REQUESTED -> activation(progress, onFile, policy, now);
            case PASSWORD_SET ->
                policy.at(now).allows(Channel.SMS) ? Situation.PASSWORD_SET : Situation.PASSWORD_SET_WITHOUT_SMS;
            case PHONE_PENDING ->
                policy.at(now).allows(Channel.SMS)
                        ? challenge(progress, onFile, policy, now)
                        : Situation.PHONE_PENDING_WITHOUT_SMS;
            case PHONE_CONFIRMED -> access(progress, onFile, policy, now);
            case ACCESS_REQUESTED -> withoutLetter(progress);
            case LETTER_GENERATED -> onPaper(progress) ? Situation.LETTER_NOT_POSTED : Situation.LETTER_NOT_PRINTED;
            case LETTER_POSTED -> underway(progress, policy, now);
            case LETTER_RECEIVED -> triedWrongly(progress) ? Situation.CODE_REFUSED : Situation.LETTER_RECEIVED;
            case CONFIRMED -> Situation.CONFIRMED;
            case ACTIVE -> Situation.ACTIVE;
        };
    }

    private static Situation activation(Progress progress, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        MessageTrail trail = progress.trail(MessageKind.ACTIVATION_EMAIL);
        Instant sent = trail.sentAt().orElse(now);
        Optional<Instant> handedOver =
                progress.history().handedOver(HandoverMatter.ACCOUNT).map(HandoverStatus::at);
        if (handedOver.filter(at -> !at.isBefore(sent)).isPresent()) {
            return Situation.HANDED_OVER;
        }
        if (!policy.at(now).allows(Channel.EMAIL)) {
            return Situation.ACTIVATION_WITHOUT_EMAIL;
        }
        if (!onFile.contains(Channel.EMAIL)) {
            return Situation.ACTIVATION_WITHOUT_ADDRESS;
        }
        if (trail.delivered()) {
            return past(sent, policy.at(sent).messages().linkLife(), now)
                    ? Situation.LINK_EXPIRED
                    : Situation.ACTIVATION_DELIVERED;
        }
        if (trail.failed()) {
            return Situation.ACTIVATION_BOUNCED;
        }
        if (!past(sent, policy.at(sent).messages().activationWait(), now)) {
            return Situation.ACTIVATION_WAIT;
        }
        return trail.resent() ? Situation.ACTIVATION_STILL_MISSING : Situation.ACTIVATION_MISSING;
    }

    private static Situation challenge(Progress progress, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        if (!onFile.contains(Channel.SMS)) {
            return Situation.CHALLENGE_WITHOUT_NUMBER;
        }
        MessageTrail trail = progress.trail(MessageKind.CHALLENGE_SMS);
        Instant sent = trail.sentAt().orElse(now);
        if (trail.failed()) {
            return Situation.CHALLENGE_FAILED;
        }
        if (past(sent, policy.at(sent).messages().codeLife(), now)) {
            return Situation.CHALLENGE_EXPIRED;
        }
        if (refusedSince(progress, Event.ChallengeCodeRefused.class, sent)) {
            return Situation.CHALLENGE_REFUSED;
        }
        return trail.delivered() ? Situation.CHALLENGE_DELIVERED : Situation.CHALLENGE_SENT;
    }

    private static Situation access(Progress progress, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        if (progress.step() == 14) {
            return Situation.SIGNED_IN;
        }
        if (!policy.at(now).allows(Channel.SMS)) {
            return Situation.PHONE_CONFIRMED_WITHOUT_SMS;
        }
        if (progress.signInUntil() == null) {
            return Situation.PHONE_CONFIRMED;
        }
        if (!onFile.contains(Channel.SMS)) {
            return Situation.SIGN_IN_WITHOUT_NUMBER;
        }
        MessageTrail trail = progress.trail(MessageKind.SIGN_IN_SMS);
        Instant sent = trail.sentAt().orElse(now);
        if (trail.failed()) {
            return Situation.SIGN_IN_CODE_FAILED;
        }
        if (past(sent, policy.at(sent).messages().codeLife(), now)) {
            return Situation.SIGN_IN_CODE_EXPIRED;
        }
        if (refusedSince(progress, Event.SignInCodeRefused.class, sent)) {
            return Situation.SIGN_IN_CODE_REFUSED;
        }
        return trail.delivered() ? Situation.SIGN_IN_CODE_DELIVERED : Situation.SIGN_IN_CODE_SENT;
    }

    private static Situation withoutLetter(Progress progress) {
        if (progress.has(Alert.ADDRESS_IN_DOUBT)) {
            return Situation.ADDRESS_IN_DOUBT;
        }
        LetterState last = progress.lastLetter().map(LetterStatus::state).orElse(LetterState.SUPERSEDED);
        return switch (last) {
            case RETURNED -> Situation.LETTER_RETURNED;
            case EXPIRED -> Situation.LETTER_EXPIRED;
            case LOCKED -> Situation.LETTER_LOCKED;
            case GENERATED, PRINTED, POSTED, RECEIVED, REDEEMED, VOIDED, SUPERSEDED -> Situation.ACCESS_REQUESTED;
        };
    }

    private static boolean onPaper(Progress progress) {
        return progress.lastLetter()
                .filter(letter -> letter.state() == LetterState.PRINTED)
                .isPresent();
    }

    private static Situation underway(Progress progress, DatedPolicy policy, Instant now) {
        if (triedWrongly(progress)) {
            return Situation.CODE_REFUSED;
        }
        boolean overdue = progress.lastLetter()
                .map(LetterStatus::goesBackOn)
                .map(on -> on.atStartOfDay(policy.zone()).toInstant())
                .filter(due -> !now.isBefore(due))
                .isPresent();
        return overdue ? Situation.LETTER_OVERDUE : Situation.LETTER_POSTED;
    }

    private static boolean triedWrongly(Progress progress) {
        return progress.lastLetter()
                .filter(letter -> letter.triesLeft() < letter.terms().tries())
                .isPresent();
    }

    private static boolean refusedSince(Progress progress, Class<? extends Event> refusal, Instant since) {
        return progress.history().all(refusal).anyMatch(e -> !e.at().isBefore(since));
    }

    private static boolean past(Instant from, Duration life, Instant now) {
        return !now.isBefore(from.plus(life));
    }
}
