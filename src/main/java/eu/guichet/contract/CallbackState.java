package eu.guichet.contract;

/** Whether a call-back is still owed, and how it ended otherwise. */
public enum CallbackState {
    /** Somebody still has to call. */
    OPEN,
    /** She was called. */
    DONE,
    /** Nobody calls any more; the reason is kept. */
    GIVEN_UP,
    /** The person has died: closed by the program, and nobody calls. */
    DECEASED
}
