package eu.guichet.contract;

/** Who prints letters. */
public enum PrintingBy {
    /** Whoever generated a letter, or the letter desk, on a printer of the desk: the document is handed out to be printed. */
    DESK,
    /** The backend, on the office's printer: no document is handed out. */
    OFFICE
}
