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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sentences about an enrolment speak of, always in the same places: 0 when the message of this step was last
 * sent, 1 posted on, 2 received on, 3 usable until, 4 returned on, 5 why it was returned, 6 the day the applications open,
 * 7 tries left, 8 minutes a code is valid, 9 minutes the link is valid, 10 minutes to wait for the activation e-mail,
 * 11 months a letter is valid, 12 days the post office holds it, 13 DIGIT's ticket, 14 the letter's reference, 15 the
 * office's phone numbers. What does not apply is empty, and no sentence of that situation uses it.
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

    Object[] in(Sentences language) {
        Optional<LetterStatus> letter = enrolment.letters().isEmpty()
                ? Optional.empty()
                : Optional.of(enrolment.letters().getLast());
        return new Object[] {
            sent().map(at -> language.moment(at, zone(), now)).orElse(""),
            letter.map(LetterStatus::postedOn)
                    .map(on -> language.day(on, today()))
                    .orElse(""),
            letter.map(LetterStatus::receivedOn)
                    .map(on -> language.day(on, today()))
                    .orElse(""),
            letter.map(LetterStatus::usableUntil)
                    .map(until -> until(until, language))
                    .orElse(""),
            letter.map(LetterStatus::returnedOn)
                    .map(on -> language.day(on, today()))
                    .orElse(""),
            letter.map(LetterStatus::returnReason)
                    .map(reason -> language.text("returned." + Keys.of(reason)))
                    .orElse(""),
            Optional.ofNullable(enrolment.opensOn())
                    .map(opens -> language.day(opens.atZone(policy.zone()).toLocalDate(), today()))
                    .orElse(""),
            letter.map(LetterStatus::triesLeft).orElse(0),
            policy.messages().codeLife().toMinutes(),
            policy.messages().linkLife().toMinutes(),
            policy.messages().activationWait().toMinutes(),
            policy.letters().lifeMonths(),
            policy.letters().holdingDays(),
            history.last(Event.HandedOver.class).map(Event.HandedOver::ticket).orElse(""),
            letter.map(LetterStatus::reference).orElse(""),
            String.join(", ", offices.site(pensioner.office()).phoneNumbers())
        };
    }

    private String until(Instant until, Sentences language) {
        return language.day(until.atZone(policy.zone()).toLocalDate(), today());
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
