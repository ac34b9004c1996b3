package eu.guichet.contract;

/** What the backend watches by itself. */
public enum AlarmKind {
    /** SMS that nobody has taken over after five minutes: her code will come too late. */
    SMS_WAITING,
    /** Messages of any kind that nobody has taken over after an hour. */
    MESSAGE_UNSENT,
    /** More and more messages wait. */
    OUTBOX_GROWING,
    /** Too many of the messages of the last hour did not arrive. */
    GATEWAY_FAILING,
    /** Letters whose document was taken to be printed, and of which nobody has said that they were. */
    LETTER_NOT_PRINTED,
    /** The daily message to an address of the office's own was not sent or delivered in time. */
    CANARY_MISSING
}
