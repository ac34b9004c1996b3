package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Channel;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.OpenHandover;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Verification;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import eu.guichet.process.History;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * @param verification in force in the agent's contact, or null
     * @param sends whether it can be sent from here
     */
    HandoverDraft draft(@Nullable Verification verification, boolean sends, LocalDate followUp) {
        List<HandoverDraft.Choice> choices = enrolment.handoverMatters().stream()
                .map(matter -> choice(matter, verification))
                .toList();
        HandoverDraft.Choice likeliest = choices.getFirst();
        return new HandoverDraft(
                facts.helpdesk().email(),
                likeliest.subject(),
                likeliest.body(),
                OfficeDirectory.openDesk(facts.helpdesk().desk(), sentences, now),
                choices,
                sends,
                followUp,
                history.openHandovers().stream().map(this::open).toList());
    }

    private HandoverDraft.Choice choice(HandoverMatter matter, @Nullable Verification verification) {
        boolean handedOver =
                history.openHandovers().stream().anyMatch(one -> one.matter() == matter && !one.notArrived());
        return new HandoverDraft.Choice(
                matter,
                label(matter),
                sentences.text("handover.subject." + matter.key(), "step", enrolment.step()),
                body(matter, verification),
                handedOver);
    }

    private String label(HandoverMatter matter) {
        return sentences.text("handover.matter." + matter.key());
    }

    private String body(HandoverMatter matter, @Nullable Verification verification) {
        // two people may share a name; the year of birth is no secret of the account
        String name = "%s %s (%d, %s)"
                .formatted(
                        pensioner.firstName(),
                        pensioner.lastName(),
                        pensioner.birthDate().getYear(),
                        sentences.text("office." + pensioner.office()));
        String email = Optional.ofNullable(FileAssembler.masked(pensioner, Channel.EMAIL))
                .orElseGet(() -> sentences.text("handover.no-email"));
        return sentences.text(
                "handover.body",
                "name",
                name,
                "email",
                email,
                "step",
                enrolment.step(),
                "situation",
                situation(matter),
                "identity",
                identity(verification),
                "wanted",
                sentences.text("handover.wanted." + matter.key()),
                "events",
                events(),
                "office",
                sentences.text("office." + pensioner.office()));
    }

    /** Where she stands is DIGIT's matter only as far as the account goes: letters stay in the house. */
    private String situation(HandoverMatter matter) {
        return switch (matter) {
            case ACCOUNT -> sentences.text("standing." + Keys.kebab(enrolment.situation()), facts);
            case LOST_FACTOR, SECOND_ACCOUNT, NOT_ME -> sentences.text("handover.situation." + matter.key());
        };
    }

    private String identity(@Nullable Verification verification) {
        return verification == null
                ? sentences.text("handover.identity.none")
                : sentences.text(
                        "handover.identity",
                        "method",
                        sentences.text("verified." + Keys.kebab(verification.method())),
                        "when",
                        sentences.moment(verification.at(), facts.zone(), now));
    }

    private OpenHandover open(HandoverStatus one) {
        LocalDate followUp = one.followUp();
        boolean due = one.due(facts.policyZone()).filter(at -> !at.isAfter(now)).isPresent();
        String next;
        if (one.notArrived()) {
            next = sentences.text("handover.open.not-arrived");
        } else if (followUp == null) {
            next = "";
        } else {
            next = sentences.text(
                    due ? "handover.open.due" : "handover.open.follow-up",
                    "day",
                    sentences.day(followUp, facts.today()));
        }
        String standing = sentences.text(
                "handover.open",
                "matter",
                label(one.matter()),
                "when",
                sentences.moment(one.at(), facts.zone(), now),
                "by",
                one.by(),
                "ticket",
                Objects.requireNonNullElse(one.ticket(), SentenceArguments.NO_TICKET));
        return new OpenHandover(
                one.id(),
                one.matter(),
                (standing + " " + next).strip(),
                one.ticket(),
                one.messageId(),
                one.status(),
                followUp,
                due);
    }

    private String events() {
        Set<Instant> takenBack = history.handovers().stream()
                .filter(one -> one.end() == HandoverStatus.End.RETRACTED)
                .map(HandoverStatus::at)
                .collect(Collectors.toSet());
        History its = new History(history.events().stream()
                .filter(Handover::concernsDigit)
                .filter(event -> !(event instanceof Event.HandedOver && takenBack.contains(event.at())))
                .toList());
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
                    Event.HandedOver _,
                    Event.TicketNoted _ -> true;
            // what only tells of a letter stays in the house
            case Event.MessageRequested message -> message.kind().resendable();
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
                    Event.CallbackPromised _,
                    Event.CallbackMoved _,
                    Event.CallbackEnded _,
                    Event.OfficeNoteLeft _,
                    Event.OfficeNoteChanged _,
                    Event.CompetenceTransferred _,
                    Event.FollowUpMoved _,
                    Event.DigitAnswered _,
                    Event.HandoverRetracted _,
                    Event.VerificationRetracted _,
                    Event.ContactClosed _,
                    Event.ApprovalAsked _,
                    Event.ApprovalDecided _ -> false;
        };
    }
}
