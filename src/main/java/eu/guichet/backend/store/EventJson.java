package eu.guichet.backend.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.guichet.contract.ContractJson;
import eu.guichet.process.Event;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an event is written down. The names of the types and of their fields never change: what was written years ago is
 * still read.
 */
final class EventJson {
    private static final JsonMapper MAPPER =
            ContractJson.mapper().rebuild().addMixIn(Event.class, Names.class).build();

    private EventJson() {}

    /** Keeps the process room free of how it is stored. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.AccountRequested.class, name = "account-requested"),
        @JsonSubTypes.Type(value = Event.PasswordSet.class, name = "password-set"),
        @JsonSubTypes.Type(value = Event.PhoneAdded.class, name = "phone-added"),
        @JsonSubTypes.Type(value = Event.ChallengeCodeRefused.class, name = "challenge-code-refused"),
        @JsonSubTypes.Type(value = Event.PhoneConfirmed.class, name = "phone-confirmed"),
        @JsonSubTypes.Type(value = Event.SignInStarted.class, name = "sign-in-started"),
        @JsonSubTypes.Type(value = Event.SignInCodeRefused.class, name = "sign-in-code-refused"),
        @JsonSubTypes.Type(value = Event.SignedIn.class, name = "signed-in"),
        @JsonSubTypes.Type(value = Event.AccessRequested.class, name = "access-requested"),
        @JsonSubTypes.Type(value = Event.MessageRequested.class, name = "message-requested"),
        @JsonSubTypes.Type(value = Event.MessageProgressed.class, name = "message-progressed"),
        @JsonSubTypes.Type(value = Event.LetterGenerated.class, name = "letter-generated"),
        @JsonSubTypes.Type(value = Event.NoticeOrdered.class, name = "notice-ordered"),
        @JsonSubTypes.Type(value = Event.LetterPrinted.class, name = "letter-printed"),
        @JsonSubTypes.Type(value = Event.LetterPrintFailed.class, name = "letter-print-failed"),
        @JsonSubTypes.Type(value = Event.LetterVoided.class, name = "letter-voided"),
        @JsonSubTypes.Type(value = Event.PostalRecordRetracted.class, name = "postal-record-retracted"),
        @JsonSubTypes.Type(value = Event.Frozen.class, name = "frozen"),
        @JsonSubTypes.Type(value = Event.AlertLifted.class, name = "alert-lifted"),
        @JsonSubTypes.Type(value = Event.RegisterChanged.class, name = "register-changed"),
        @JsonSubTypes.Type(value = Event.RegisterDamaged.class, name = "register-damaged"),
        @JsonSubTypes.Type(value = Event.ContactClosed.class, name = "contact-closed"),
        @JsonSubTypes.Type(value = Event.ApprovalAsked.class, name = "approval-asked"),
        @JsonSubTypes.Type(value = Event.ApprovalDecided.class, name = "approval-decided"),
        @JsonSubTypes.Type(value = Event.CallbackPromised.class, name = "callback-promised"),
        @JsonSubTypes.Type(value = Event.CallbackMoved.class, name = "callback-moved"),
        @JsonSubTypes.Type(value = Event.CallbackEnded.class, name = "callback-ended"),
        @JsonSubTypes.Type(value = Event.LetterPosted.class, name = "letter-posted"),
        @JsonSubTypes.Type(value = Event.LetterReceived.class, name = "letter-received"),
        @JsonSubTypes.Type(value = Event.LetterReturned.class, name = "letter-returned"),
        @JsonSubTypes.Type(value = Event.ConfirmationCodeRefused.class, name = "confirmation-code-refused"),
        @JsonSubTypes.Type(value = Event.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = Event.HandedOver.class, name = "handed-over"),
        @JsonSubTypes.Type(value = Event.TicketNoted.class, name = "ticket-noted"),
        @JsonSubTypes.Type(value = Event.FollowUpMoved.class, name = "follow-up-moved"),
        @JsonSubTypes.Type(value = Event.DigitAnswered.class, name = "digit-answered"),
        @JsonSubTypes.Type(value = Event.HandoverRetracted.class, name = "handover-retracted"),
        @JsonSubTypes.Type(value = Event.VerificationRetracted.class, name = "verification-retracted"),
        @JsonSubTypes.Type(value = Event.OfficeNoteLeft.class, name = "office-note-left"),
        @JsonSubTypes.Type(value = Event.OfficeNoteChanged.class, name = "office-note-changed"),
        @JsonSubTypes.Type(value = Event.CompetenceTransferred.class, name = "competence-transferred")
    })
    private interface Names {}

    static String write(Event event) {
        return MAPPER.writerFor(Event.class).writeValueAsString(event);
    }

    static Event read(String json) {
        return MAPPER.readValue(json, Event.class);
    }
}
