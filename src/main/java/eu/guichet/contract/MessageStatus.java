package eu.guichet.contract;

/** How far a message has come. {@link #DELIVERED}, {@link #BOUNCED} and {@link #FAILED} are final. */
public enum MessageStatus {
    /** Accepted and recorded; the dispatcher has not handed it over yet. */
    QUEUED,
    /** Handed to the mail server or the SMS gateway. */
    SENT,
    DELIVERED,
    /** Refused at the other end: mailbox unknown or full, number not in service. */
    BOUNCED,
    /** Could not be handed over after all tries. */
    FAILED
}
