package eu.guichet.contract;

/** Why a letter was given up. */
public enum VoidReason {
    /** No printer could be had. */
    NO_PRINTER,
    /** The printer reported a failure. */
    PRINTING_FAILED,
    /** It was generated for somebody else than was meant. */
    WRONG_PERSON,
    /** It is no longer wanted. */
    NOT_WANTED,
    /** The file was frozen. */
    FROZEN
}
