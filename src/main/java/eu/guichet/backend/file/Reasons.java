package eu.guichet.backend.file;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.process.Decision;
import eu.guichet.process.Outage;
import eu.guichet.process.Policy;
import eu.guichet.process.Reason;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Says why an action is closed. */
final class Reasons {
    private final Policy policy;
    private final ZoneId zone;
    private final Sentences sentences;
    private final Instant now;

    Reasons(Policy policy, ZoneId zone, Sentences sentences, Instant now) {
        this.policy = policy;
        this.zone = zone;
        this.sentences = sentences;
        this.now = now;
    }

    /** @throws IllegalArgumentException for an open action, which has no reason */
    String of(Decision closed) {
        Reason reason = closed.reason();
        if (reason == null) {
            throw new IllegalArgumentException("open");
        }
        String kind = closed.kind().key();
        return switch (reason) {
            case Reason.NotYet notYet -> sentences.text("reason.not-yet." + kind, "step", notYet.step());
            case Reason.Past past -> sentences.text("reason.past." + kind, "step", past.step());
            case Reason.FirstWait() ->
                sentences.text(
                        "reason.first-wait",
                        "minutes",
                        policy.messages().activationWait().toMinutes(),
                        "opens",
                        opens(closed));
            case Reason.Pause() -> sentences.text("reason.pause", "opens", opens(closed));
            case Reason.Cap cap ->
                sentences.text(
                        "reason.cap",
                        "times",
                        cap.most(),
                        "hours",
                        policy.messages().capWindow().toHours(),
                        "opens",
                        opens(closed));
            case Reason.LetterCap cap ->
                sentences.text(
                        "reason.letter-cap",
                        "times",
                        cap.most(),
                        "hours",
                        policy.letters().capWindow().toHours(),
                        "opens",
                        opens(closed));
            case Reason.ChannelOff() -> sentences.text("reason.channel-off." + channel(closed.kind()));
            case Reason.NotOnFile() -> sentences.text("reason.not-on-file." + channel(closed.kind()));
            case Reason.NoSignIn() -> sentences.text("reason.no-sign-in");
            case Reason.AlreadyConfirmed() -> sentences.text("reason.already-confirmed");
            case Reason.Frozen() -> sentences.text("reason.frozen");
            case Reason.Deceased() -> sentences.text("reason.deceased");
            case Reason.AddressInDoubt() -> sentences.text("reason.address-in-doubt");
            case Reason.ApprovalAsked() -> sentences.text("reason.approval-asked", "opens", opens(closed));
            case Reason.Disturbed(Outage outage) ->
                sentences.text(
                        "reason.disturbed",
                        "text",
                        NoticeWords.marked(outage, sentences),
                        "since",
                        sentences.moment(outage.since(), zone, now),
                        "opens",
                        opens(closed));
        };
    }

    private String opens(Decision closed) {
        Instant opensAt = closed.opensAt();
        return opensAt == null ? "" : sentences.moment(nextFullMinute(opensAt), zone, now);
    }

    /** A sentence has no seconds: told a moment too early, it would be untrue. */
    private static Instant nextFullMinute(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }

    private static String channel(ActionKind kind) {
        Channel channel = kind instanceof ActionKind.Resend(MessageKind message) ? message.channel() : Channel.EMAIL;
        return Keys.kebab(channel);
    }
}
