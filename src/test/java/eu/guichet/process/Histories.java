package eu.guichet.process;

import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Builds histories for tests as the field tells them: one thing after the other. */
public final class Histories {
    /** A Monday, 10:00 in Brussels. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    public static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
    public static final String LETTER = "G-7KQ4-93VX";
    public static final String SECOND_LETTER = "G-2M5N-88TR";

    private History history = History.EMPTY;
    private Instant now = START;
    private int messages;

    public static Histories nothing() {
        return new Histories();
    }

    public static Histories accountRequested() {
        return nothing()
                .add(new Event.AccountRequested(START))
                .sent(MessageKind.ACTIVATION_EMAIL)
                .after(Duration.ofSeconds(1));
    }

    public static Histories passwordSet() {
        Histories histories = accountRequested().after(Duration.ofMinutes(20));
        return histories.add(new Event.PasswordSet(histories.now));
    }

    public static Histories phoneAdded() {
        Histories histories = passwordSet().after(Duration.ofMinutes(5));
        return histories.add(new Event.PhoneAdded(histories.now)).sent(MessageKind.CHALLENGE_SMS);
    }

    public static Histories phoneConfirmed() {
        Histories histories = phoneAdded().after(Duration.ofMinutes(2));
        return histories.add(new Event.PhoneConfirmed(histories.now)).sent(MessageKind.PHONE_CONFIRMATION_EMAIL);
    }

    public static Histories signInStarted() {
        Histories histories = phoneConfirmed().after(Duration.ofMinutes(10));
        return histories.add(new Event.SignInStarted(histories.now)).sent(MessageKind.SIGN_IN_SMS);
    }

    public static Histories signedIn() {
        Histories histories = signInStarted().after(Duration.ofMinutes(1));
        return histories.add(new Event.SignedIn(histories.now));
    }

    public static Histories accessRequested() {
        Histories histories = signedIn().after(Duration.ofMinutes(5));
        return histories.add(new Event.AccessRequested(histories.now));
    }

    public static Histories letterGenerated() {
        return accessRequested().after(Duration.ofDays(3)).letter("l1", LETTER);
    }

    /** Posted on 12 March. */
    public static Histories letterPosted() {
        return letterGenerated().until("2026-03-12T14:00:00Z").posted("l1", LocalDate.of(2026, 3, 12));
    }

    /** Received on 16 March. */
    public static Histories letterReceived() {
        Histories histories = letterPosted().until("2026-03-16T10:00:00Z");
        return histories.add(new Event.LetterReceived(histories.now, "l1", LocalDate.of(2026, 3, 16)));
    }

    /** Confirmed on 20 March, in the afternoon. */
    public static Histories confirmed() {
        Histories histories = letterReceived().until("2026-03-20T14:00:00Z");
        return histories.add(new Event.Confirmed(histories.now, "l1"));
    }

    public Histories add(Event event) {
        history = history.plus(event);
        return this;
    }

    public Histories after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Histories until(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Histories letter(String id, String reference) {
        return add(new Event.LetterGenerated(now, id, reference, "M. D."));
    }

    public Histories letter(String id, String reference, LetterTerms terms) {
        return add(new Event.LetterGenerated(now, id, reference, "M. D.", null, terms));
    }

    public Histories printed(String id) {
        return add(new Event.LetterPrinted(now, id, "M. D."));
    }

    public Histories posted(String id, LocalDate on) {
        return add(new Event.LetterPosted(now, id, "RR473124829BE", on));
    }

    public Histories returned(String id, LocalDate on) {
        return returned(id, on, ReturnReason.UNCLAIMED);
    }

    public Histories returned(String id, LocalDate on, ReturnReason reason) {
        return add(new Event.LetterReturned(now, id, on, reason));
    }

    public Histories wrongCode(String letterId) {
        return add(new Event.ConfirmationCodeRefused(now, letterId));
    }

    public Histories handedOver(String ticket) {
        return add(new Event.HandedOver(now, ticket, "M. D."));
    }

    public Histories sent(MessageKind kind) {
        return add(new Event.MessageRequested(now, "m" + ++messages, kind, ""));
    }

    public Histories resent(MessageKind kind) {
        return add(new Event.MessageRequested(now, "m" + ++messages, kind, "M. D."));
    }

    /** The message sent last came this far. */
    public Histories progressed(MessageStatus status) {
        return add(new Event.MessageProgressed(now, "m" + messages, status));
    }

    public History history() {
        return history;
    }

    public Instant now() {
        return now;
    }

    public Enrolment enrolment() {
        return enrolment(Policy.standard());
    }

    public Enrolment enrolment(Policy policy) {
        return enrolment(policy, ALL);
    }

    public Enrolment enrolment(Policy policy, Set<Channel> onFile) {
        return Enrolment.of(history, onFile, policy, now);
    }
}
