package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.MessageKind;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.Situation;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sentences about an enrolment speak of, by the name it has in the bundles. What does not apply is empty, and no
 * sentence of that situation names it.
 */
final class SentenceArguments {
    private final Pensioner pensioner;
    private final History history;
    private final Enrolment enrolment;
    private final Policy policy;
    private final Offices offices;
    private final Instant now;

    SentenceArguments(
            Pensioner pensioner, History history, Enrolment enrolment, Policy policy, Offices offices, Instant now) {
        this.pensioner = pensioner;
        this.history = history;
        this.enrolment = enrolment;
        this.policy = policy;
        this.offices = offices;
        this.now = now;
    }

    ZoneId zone() {
        return offices.site(pensioner.office()).zone();
    }

    Offices.Helpdesk helpdesk() {
        return offices.helpdesk();
    }

    LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    /**
     * @param name such as {@code postedOn}
     * @throws IllegalArgumentException for a name that nothing has
     */
    Object value(String name, Sentences language) {
        return switch (name) {
            case "sentAt" -> sent().map(at -> language.moment(at, zone(), now)).orElse("");
            case "postedOn" -> day(LetterStatus::postedOn, language);
            case "receivedOn" -> day(LetterStatus::receivedOn, language);
            case "usableUntil" ->
                latest().map(LetterStatus::usableUntil)
                        .map(until -> day(until, language))
                        .orElse("");
            case "returnedOn" -> day(LetterStatus::returnedOn, language);
            case "returnReason" ->
                latest().map(LetterStatus::returnReason)
                        .map(reason -> language.text("returned." + Keys.kebab(reason)))
                        .orElse("");
            case "opensOn" ->
                Optional.ofNullable(enrolment.opensOn())
                        .map(opens -> day(opens, language))
                        .orElse("");
            case "triesLeft" -> latest().map(LetterStatus::triesLeft).orElse(0);
            case "codeMinutes" -> policy.messages().codeLife().toMinutes();
            case "linkMinutes" -> policy.messages().linkLife().toMinutes();
            case "waitMinutes" -> policy.messages().activationWait().toMinutes();
            case "letterMonths" -> policy.letters().lifeMonths();
            case "holdingDays" -> policy.letters().holdingDays();
            case "ticket" ->
                history.last(Event.HandedOver.class)
                        .map(Event.HandedOver::ticket)
                        .orElse("");
            case "reference" -> latest().map(LetterStatus::reference).orElse("");
            default -> throw new IllegalArgumentException("no sentence can speak of " + name);
        };
    }

    private Optional<LetterStatus> latest() {
        return enrolment.letters().isEmpty()
                ? Optional.empty()
                : Optional.of(enrolment.letters().getLast());
    }

    private String day(Function<LetterStatus, @Nullable LocalDate> which, Sentences language) {
        return latest().map(which).map(on -> language.day(on, today())).orElse("");
    }

    private String day(Instant at, Sentences language) {
        return language.day(at.atZone(policy.zone()).toLocalDate(), today());
    }

    /** When the message this step waits for was last sent, or the step was reached where no message is known. */
    private Optional<Instant> sent() {
        Situation situation = enrolment.situation();
        return switch (enrolment.state()) {
            case ACCOUNT_REQUESTED -> last(MessageKind.ACTIVATION_EMAIL, Event.AccountRequested.class);
            case PHONE_PENDING -> last(MessageKind.CHALLENGE_SMS, Event.PhoneAdded.class);
            case PHONE_CONFIRMED ->
                situation == Situation.PHONE_CONFIRMED
                        ? history.first(Event.PhoneConfirmed.class).map(Event::at)
                        : last(MessageKind.SIGN_IN_SMS, Event.SignInStarted.class);
            case NOT_STARTED,
                    PASSWORD_SET,
                    ACCESS_REQUESTED,
                    LETTER_GENERATED,
                    LETTER_POSTED,
                    LETTER_RECEIVED,
                    CONFIRMED,
                    ACTIVE -> Optional.empty();
        };
    }

    private Optional<Instant> last(MessageKind kind, Class<? extends Event> step) {
        return Stream.concat(
                        history.all(Event.MessageRequested.class).filter(message -> message.kind() == kind),
                        history.all(step))
                .map(Event::at)
                .max(Instant::compareTo);
    }
}
