package eu.guichet.contract;

/** Where an enrolment stands. Always derived from recorded events, never typed in by anybody. */
public enum EnrolmentState {
    NOT_STARTED,
    ACCOUNT_REQUESTED,
    PASSWORD_SET,
    PHONE_PENDING,
    PHONE_CONFIRMED,
    ACCESS_REQUESTED,
    LETTER_GENERATED,
    LETTER_POSTED,
    LETTER_RECEIVED,
    CONFIRMED,
    ACTIVE
}
