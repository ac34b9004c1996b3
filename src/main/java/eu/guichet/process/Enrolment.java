package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.Channel;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one enrolment stands at one moment, and what can be done. Derived as a whole from the history.
 *
 * @param step 1 to 16; 16 also when all is done
 * @param rungs all sixteen, in order
 * @param letters those with a code, oldest first
 * @param notices letters without a code, oldest first
 * @param alerts in force, the gravest first
 * @param approvals asked for and neither decided nor lapsed, oldest first
 * @param decisions one for each {@link ActionKind}, in its order; at most one is primary
 * @param opensOn when the applications open, or null while not confirmed
 */
public record Enrolment(
        EnrolmentState state,
        int step,
        Turn turn,
        Situation situation,
        List<Rung> rungs,
        List<LetterStatus> letters,
        List<LetterStatus> notices,
        List<ActiveAlert> alerts,
        List<Event.ApprovalAsked> approvals,
        List<Decision> decisions,
        @Nullable Instant opensOn) {
    /**
     * @param onFile the channels for which an address is on file
     * @param now the moment asked about; events after it count as well, so that a late clock loses nothing
     */
    public static Enrolment of(History history, Set<Channel> onFile, DatedPolicy policy, Instant now) {
        Progress progress = Progress.of(history, policy, now);
        Situation situation = Situations.of(progress, onFile, policy, now);
        return new Enrolment(
                progress.state(),
                progress.step(),
                situation == Situation.HANDED_OVER ? Turn.DIGIT : progress.turn(),
                situation,
                Ladder.of(progress, situation),
                progress.letters(),
                progress.notices(),
                progress.alerts(),
                progress.approvals(),
                Actions.decide(progress, situation, onFile, policy, now),
                progress.opensOn());
    }

    /**
     * The same while these ways are disturbed.
     *
     * @param phone hers in international format, or null
     */
    public Enrolment during(Collection<Outage> outages, @Nullable String phone, Instant now) {
        return outages.isEmpty()
                ? this
                : new Enrolment(
                        state,
                        step,
                        turn,
                        situation,
                        rungs,
                        letters,
                        notices,
                        alerts,
                        approvals,
                        decisions.stream()
                                .map(decision -> Outage.during(decision, outages, phone, now))
                                .toList(),
                        opensOn);
    }

    public Stage stage() {
        return Rung.stageOf(step);
    }

    public Decision decision(ActionKind kind) {
        return decisions.stream()
                .filter(decision -> decision.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** What can be handed over to DIGIT now, the likeliest first. */
    public List<HandoverMatter> handoverMatters() {
        if (has(Alert.FROZEN)) {
            return List.of(HandoverMatter.NOT_ME);
        }
        return switch (state) {
            case NOT_STARTED, ACCOUNT_REQUESTED -> List.of(HandoverMatter.ACCOUNT, HandoverMatter.SECOND_ACCOUNT);
            case PASSWORD_SET,
                    PHONE_PENDING,
                    PHONE_CONFIRMED,
                    ACCESS_REQUESTED,
                    LETTER_GENERATED,
                    LETTER_POSTED,
                    LETTER_RECEIVED,
                    CONFIRMED,
                    ACTIVE -> List.of(HandoverMatter.LOST_FACTOR, HandoverMatter.SECOND_ACCOUNT);
        };
    }

    /** The approval of such an act that is asked for; empty where none is. */
    public Optional<Event.ApprovalAsked> asked(ApprovalAct act) {
        return approvals.stream().filter(asked -> asked.act() == act).findFirst();
    }

    public boolean has(Alert alert) {
        return alerts.stream().anyMatch(active -> active.kind() == alert);
    }

    /** With or without a code. */
    public Optional<LetterStatus> letter(String id) {
        return allLetters().filter(letter -> letter.id().equals(id)).findFirst();
    }

    public Stream<LetterStatus> allLetters() {
        return Stream.concat(letters.stream(), notices.stream());
    }

    /** The letter whose code can still be redeemed; there is never more than one. */
    public Optional<LetterStatus> outstandingLetter() {
        return letters.stream().filter(letter -> letter.state().outstanding()).findFirst();
    }
}
