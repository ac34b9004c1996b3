package eu.guichet.desktop.act;

/** Puts a document on paper. Called off the FX thread; the system's print dialog may be open for minutes. */
public interface Printing {
    enum Outcome {
        /** Handed to the printer. */
        SENT,
        CANCELLED,
        NO_PRINTER,
        FAILED
    }

    /** @param jobName what the print queue shows: the letter's public reference, and nothing else */
    Outcome print(SealedDocument document, String jobName);
}
