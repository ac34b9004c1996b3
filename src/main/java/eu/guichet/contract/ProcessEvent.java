package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What EU Login, RCAM and the post report. Idempotent by {@link #eventId()}: the same id reported again changes nothing.
 * The person is named by pension number, which is what those systems know.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProcessEvent.AccountRequested.class, name = "account-requested"),
    @JsonSubTypes.Type(value = ProcessEvent.PasswordSet.class, name = "password-set"),
    @JsonSubTypes.Type(value = ProcessEvent.PhoneAdded.class, name = "phone-added"),
    @JsonSubTypes.Type(value = ProcessEvent.PhoneConfirmed.class, name = "phone-confirmed"),
    @JsonSubTypes.Type(value = ProcessEvent.ChallengeCodeEntered.class, name = "challenge-code-entered"),
    @JsonSubTypes.Type(value = ProcessEvent.SignInStarted.class, name = "sign-in-started"),
    @JsonSubTypes.Type(value = ProcessEvent.SignInCodeEntered.class, name = "sign-in-code-entered"),
    @JsonSubTypes.Type(value = ProcessEvent.AccessRequested.class, name = "access-requested"),
    @JsonSubTypes.Type(value = ProcessEvent.LetterPosted.class, name = "letter-posted"),
    @JsonSubTypes.Type(value = ProcessEvent.LetterReceived.class, name = "letter-received"),
    @JsonSubTypes.Type(value = ProcessEvent.LetterReturned.class, name = "letter-returned"),
    @JsonSubTypes.Type(value = ProcessEvent.ConfirmationCodeEntered.class, name = "confirmation-code-entered"),
    @JsonSubTypes.Type(value = ProcessEvent.MessageSent.class, name = "message-sent"),
    @JsonSubTypes.Type(value = ProcessEvent.MessageReported.class, name = "message-reported")
})
public sealed interface ProcessEvent {
    /** The sender's own identifier of this event, at most 100 characters. */
    String eventId();

    String pensionNumber();

    Instant occurredAt();

    record AccountRequested(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    record PasswordSet(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    /** Step 7: a mobile number was added; the challenge code goes out. */
    record PhoneAdded(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    /** Step 8, where EU Login itself compared the challenge code. */
    record PhoneConfirmed(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    /** Step 8, where the code Guichet sent is to be compared here. */
    record ChallengeCodeEntered(String eventId, String pensionNumber, Instant occurredAt, String code)
            implements ProcessEvent {
        @Override
        public String toString() {
            return "ChallengeCodeEntered[" + eventId + "]";
        }
    }

    /** Step 12: e-mail and password given; the sign-in code goes out. */
    record SignInStarted(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    /** Step 13, where the code Guichet sent is to be compared here. */
    record SignInCodeEntered(String eventId, String pensionNumber, Instant occurredAt, String code)
            implements ProcessEvent {
        @Override
        public String toString() {
            return "SignInCodeEntered[" + eventId + "]";
        }
    }

    /** Step 14: the access request was sent. */
    record AccessRequested(String eventId, String pensionNumber, Instant occurredAt) implements ProcessEvent {}

    record LetterPosted(
            String eventId,
            String pensionNumber,
            Instant occurredAt,
            String letterReference,
            String itemNumber,
            LocalDate on)
            implements ProcessEvent {}

    record LetterReceived(
            String eventId, String pensionNumber, Instant occurredAt, String letterReference, LocalDate on)
            implements ProcessEvent {}

    record LetterReturned(
            String eventId,
            String pensionNumber,
            Instant occurredAt,
            String letterReference,
            LocalDate on,
            ReturnReason reason)
            implements ProcessEvent {}

    /** Step 16: a confirmation code was entered; the backend compares it and a wrong one counts. */
    record ConfirmationCodeEntered(String eventId, String pensionNumber, Instant occurredAt, String code)
            implements ProcessEvent {
        @Override
        public String toString() {
            return "ConfirmationCodeEntered[" + eventId + "]";
        }
    }

    /**
     * EU Login has sent a message of its own: the first activation e-mail, challenge SMS and so on. What Guichet sends
     * again is not reported so.
     *
     * @param messageId the sender's own identifier, under which {@link MessageReported} tells what became of it
     */
    record MessageSent(String eventId, String pensionNumber, Instant occurredAt, String messageId, MessageKind kind)
            implements ProcessEvent {}

    /** A mail server or SMS gateway tells what became of a message. */
    record MessageReported(
            String eventId, String pensionNumber, Instant occurredAt, String messageId, MessageStatus status)
            implements ProcessEvent {}
}
