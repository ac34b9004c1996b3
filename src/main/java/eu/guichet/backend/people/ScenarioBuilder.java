package eu.guichet.backend.people;

import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated person has done so far, step after step, with the messages and letters that belong to it. Steps
 * follow each other by the time given before each; nothing ever happens after {@code now}.
 */
final class ScenarioBuilder {
    private static final StoredLetter.Person AGENT = new StoredLetter.Person("simulated", "M. Dupont");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final SplittableRandom random;
    private final LetterNumbers numbers;
    private final String pensionerId;
    private final OfficeCode office;
    private final String language;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private final List<StoredMessage> messages = new ArrayList<>();
    private final List<StoredLetter> letters = new ArrayList<>();
    private Instant clock;

    ScenarioBuilder(
            SplittableRandom random,
            LetterNumbers numbers,
            String pensionerId,
            OfficeCode office,
            String language,
            Instant now,
            Duration beganAgo) {
        this.random = random;
        this.numbers = numbers;
        this.pensionerId = pensionerId;
        this.office = office;
        this.language = language;
        this.now = now;
        this.clock = now.minus(beganAgo);
    }

    List<Event> events() {
        return events;
    }

    List<StoredMessage> messages() {
        return messages;
    }

    /** As they were ordered; what became of them is in the events. */
    List<StoredLetter> letters() {
        return letters;
    }

    /** Lets time pass, but never beyond a moment ago. */
    ScenarioBuilder after(Duration time) {
        Instant then = clock.plus(time);
        Instant latest = now.minusSeconds(20);
        clock = then.isAfter(latest) ? latest : then;
        return this;
    }

    /** Goes to this long before now, where that is still ahead. */
    ScenarioBuilder ago(Duration time) {
        Instant then = now.minus(time);
        clock = then.isBefore(clock) ? clock : then;
        return this;
    }

    ScenarioBuilder accountRequested() {
        events.add(new Event.AccountRequested(clock));
        return message(MessageKind.ACTIVATION_EMAIL, MessageStatus.DELIVERED, "");
    }

    ScenarioBuilder accountRequestedButMailBounced() {
        events.add(new Event.AccountRequested(clock));
        return message(MessageKind.ACTIVATION_EMAIL, MessageStatus.BOUNCED, "");
    }

    ScenarioBuilder passwordSet() {
        events.add(new Event.PasswordSet(clock));
        return this;
    }

    ScenarioBuilder phoneAdded() {
        events.add(new Event.PhoneAdded(clock));
        return message(MessageKind.CHALLENGE_SMS, MessageStatus.DELIVERED, "");
    }

    ScenarioBuilder challengeCodeRefused() {
        events.add(new Event.ChallengeCodeRefused(clock));
        return this;
    }

    ScenarioBuilder phoneConfirmed() {
        events.add(new Event.PhoneConfirmed(clock));
        return message(MessageKind.PHONE_CONFIRMATION_EMAIL, MessageStatus.DELIVERED, "");
    }

    ScenarioBuilder signInStarted() {
        events.add(new Event.SignInStarted(clock));
        return message(MessageKind.SIGN_IN_SMS, MessageStatus.DELIVERED, "");
    }

    ScenarioBuilder signedIn() {
        events.add(new Event.SignedIn(clock));
        return this;
    }

    ScenarioBuilder accessRequested() {
        events.add(new Event.AccessRequested(clock));
        return this;
    }

    /** An agent had it sent again. */
    ScenarioBuilder resent(MessageKind kind, MessageStatus status) {
        return message(kind, status, AGENT.name());
    }

    ScenarioBuilder handedOver() {
        events.add(new Event.HandedOver(clock, "IM%07d".formatted(random.nextInt(10_000_000)), AGENT.name()));
        return this;
    }

    ScenarioBuilder letterGenerated() {
        String id = id();
        String reference = numbers.reference(random);
        events.add(new Event.LetterGenerated(clock, id, reference, AGENT.name()));
        letters.add(StoredLetter.ordered(
                id, pensionerId, LetterKind.CODE, reference, office, PrintPlace.LETTER_DESK, AGENT, clock, null));
        return this;
    }

    /** About every second letter is on paper, some were given up, and the others wait for the letter desk. */
    ScenarioBuilder perhapsPrinted() {
        StoredLetter letter = letters.getLast();
        switch (Math.floorMod(letter.reference().hashCode(), 6)) {
            case 0, 1, 2 -> letterPrinted();
            case 3 -> events.add(new Event.LetterVoided(clock, letter.id(), VoidReason.NO_PRINTER, AGENT.name()));
            default -> {}
        }
        return this;
    }

    private ScenarioBuilder letterPrinted() {
        events.add(new Event.LetterPrinted(clock, letters.getLast().id(), AGENT.name()));
        return this;
    }

    ScenarioBuilder letterPosted() {
        letterPrinted();
        events.add(new Event.LetterPosted(clock, letters.getLast().id(), numbers.item(), day()));
        return this;
    }

    ScenarioBuilder letterReceived() {
        events.add(new Event.LetterReceived(clock, letters.getLast().id(), day()));
        return this;
    }

    ScenarioBuilder letterReturned(ReturnReason reason) {
        events.add(new Event.LetterReturned(clock, letters.getLast().id(), day(), reason));
        return this;
    }

    ScenarioBuilder confirmationCodeRefused() {
        events.add(new Event.ConfirmationCodeRefused(clock, letters.getLast().id()));
        return this;
    }

    ScenarioBuilder confirmed() {
        events.add(new Event.Confirmed(clock, letters.getLast().id()));
        return this;
    }

    private ScenarioBuilder message(MessageKind kind, MessageStatus status, String by) {
        String id = id();
        Instant requested = clock;
        events.add(new Event.MessageRequested(requested, id, kind, by));
        Instant sent = requested.plusSeconds(2);
        events.add(new Event.MessageProgressed(sent, id, MessageStatus.SENT));
        Instant changed = sent;
        if (status != MessageStatus.SENT) {
            changed = sent.plusSeconds(random.nextInt(3, 12));
            events.add(new Event.MessageProgressed(changed, id, status));
        }
        messages.add(new StoredMessage(id, pensionerId, kind, language, status, requested, changed, detail(status)));
        return this;
    }

    private static @Nullable String detail(MessageStatus status) {
        return switch (status) {
            case BOUNCED -> "bounced";
            case FAILED -> "failed";
            case QUEUED, SENT, DELIVERED -> null;
        };
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private LocalDate day() {
        return clock.atZone(ZONE).toLocalDate();
    }
}
