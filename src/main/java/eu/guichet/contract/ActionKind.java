package eu.guichet.contract;

/** What can be done for a pensioner from the file. */
public enum ActionKind {
    RESEND_ACTIVATION_EMAIL,
    RESEND_CHALLENGE_SMS,
    RESEND_PHONE_CONFIRMATION_EMAIL,
    RESEND_SIGN_IN_SMS,
    GENERATE_LETTER,
    /** Hand the case to DIGIT's helpdesk with a prepared message. */
    HAND_OVER_TO_DIGIT
}
