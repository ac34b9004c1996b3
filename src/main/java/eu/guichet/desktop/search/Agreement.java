package eu.guichet.desktop.search;

/** Whether what is searched for and the file that is open are about one person. Where not, nothing may be done in the file. */
public enum Agreement {
    /** Nothing is searched for, or the open file is the chosen row. */
    AGREES,
    /** Another row is chosen. */
    OTHER_CHOSEN,
    /** The answer is not there yet. */
    SEARCHING,
    NOBODY,
    FAILED
}
