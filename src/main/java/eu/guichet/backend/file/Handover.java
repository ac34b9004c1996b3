package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Channel;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The message prepared for DIGIT. It says what happened and when, and holds no code and no unmasked value. */
final class Handover {
    private final Pensioner pensioner;
    private final History history;
    private final Enrolment enrolment;
    private final SentenceArguments facts;
    private final Sentences sentences;
    private final Instant now;

    Handover(
            Pensioner pensioner,
            History history,
            Enrolment enrolment,
            SentenceArguments facts,
            Sentences sentences,
            Instant now) {
        this.pensioner = pensioner;
        this.history = history;
        this.enrolment = enrolment;
        this.facts = facts;
        this.sentences = sentences;
        this.now = now;
    }

    HandoverDraft draft() {
        // two people may share a name; the year of birth is no secret of the account
        String name = "%s %s (%d, %s)"
                .formatted(
                        pensioner.firstName(),
                        pensioner.lastName(),
                        pensioner.birthDate().getYear(),
                        sentences.text("office." + pensioner.office()));
        String standing = sentences.text("standing." + Keys.kebab(enrolment.situation()), facts);
        String email = Optional.ofNullable(FileAssembler.masked(pensioner, Channel.EMAIL))
                .orElseGet(() -> sentences.text("handover.no-email"));
        return new HandoverDraft(
                facts.helpdesk().email(),
                enrolment.has(Alert.FROZEN)
                        ? sentences.text("handover.subject.frozen")
                        : sentences.text("handover.subject", "step", enrolment.step()),
                sentences.text(
                        "handover.body",
                        "name",
                        name,
                        "email",
                        email,
                        "step",
                        enrolment.step(),
                        "situation",
                        standing,
                        "events",
                        events()),
                OfficeDirectory.openDesk(facts.helpdesk().desk(), sentences, now));
    }

    private String events() {
        History its = new History(
                history.events().stream().filter(Handover::concernsDigit).toList());
        List<TimelineEntry> newestFirst = new Timeline(its, sentences, facts.zone(), now).entries();
        return newestFirst.isEmpty()
                ? sentences.text("handover.nothing")
                : newestFirst.reversed().stream()
                        .map(entry -> sentences.text(
                                "handover.event",
                                "when",
                                sentences.moment(entry.at(), facts.zone(), now),
                                "what",
                                entry.text()))
                        .collect(Collectors.joining("\n"));
    }

    /** What happened to the account; what agents and supervisors wrote, and what became of letters, stays in the house. */
    private static boolean concernsDigit(Event event) {
        return switch (event) {
            case Event.AccountRequested _,
                    Event.PasswordSet _,
                    Event.PhoneAdded _,
                    Event.ChallengeCodeRefused _,
                    Event.PhoneConfirmed _,
                    Event.SignInStarted _,
                    Event.SignInCodeRefused _,
                    Event.SignedIn _,
                    Event.AccessRequested _,
                    Event.MessageProgressed _,
                    Event.Frozen _,
                    Event.HandedOver _ -> true;
            case Event.MessageRequested message ->
                switch (message.kind()) {
                    case ACTIVATION_EMAIL, CHALLENGE_SMS, PHONE_CONFIRMATION_EMAIL, SIGN_IN_SMS -> true;
                    case LETTER_ORDERED_EMAIL,
                            LETTER_ORDERED_SMS,
                            LETTER_WAITS_EMAIL,
                            LETTER_WAITS_SMS,
                            CODE_UNUSED_EMAIL,
                            CODE_UNUSED_SMS,
                            CODE_LAPSES_EMAIL,
                            CODE_LAPSES_SMS -> false;
                };
            case Event.LetterGenerated _,
                    Event.NoticeOrdered _,
                    Event.LetterPrinted _,
                    Event.LetterPrintFailed _,
                    Event.LetterVoided _,
                    Event.PostalRecordRetracted _,
                    Event.LetterPosted _,
                    Event.LetterReceived _,
                    Event.LetterReturned _,
                    Event.ConfirmationCodeRefused _,
                    Event.Confirmed _,
                    Event.AlertLifted _,
                    Event.RegisterChanged _,
                    Event.RegisterDamaged _,
                    Event.ContactClosed _ -> false;
        };
    }
}
