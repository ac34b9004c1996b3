package eu.guichet.contract;

/** Why a batch prints no letter for somebody, or not this letter. */
public enum LeftOutReason {
    DECEASED,
    FROZEN,
    ADDRESS_IN_DOUBT,
    /** Name and address do not fit the envelope's window. */
    ADDRESS_DOES_NOT_FIT,
    /** Nothing is asked for any more: a letter was generated meanwhile, or the file has gone to another office. */
    NO_LONGER_DUE,
    /** As many letters were generated for this person as may be. */
    LETTERS_OF_PERSON,
    /** The office's letters of the day are used up. */
    LETTERS_OF_OFFICE,
    /** A colleague has the document and prints it. */
    TAKEN,
    /** The letter was given up or replaced before it was printed. */
    GIVEN_UP,
    /** The office's printer has not printed it; the letter desk's list says why. */
    NOT_PRINTED,
    /** It wants a supervisor’s approval, and is asked for one by one; or that is done already. */
    WANTS_APPROVAL,
    /** The process does not allow a letter now; the file says why. */
    CLOSED,
    /** The letter could not be made; the log says why. */
    FAILED
}
