package eu.guichet.desktop.paper;

import java.util.List;

/** Puts documents on paper. Called off the FX thread, on a platform thread: a driver may hold its thread for minutes. */
public interface Printing {
    enum Outcome {
        /** Handed to the printer; the print job has ended well. */
        SENT,
        CANCELLED,
        /** There is none, or the one chosen before is no longer there. */
        NO_PRINTER,
        FAILED
    }

    /**
     * A printer of this desk.
     *
     * @param name as the system knows it
     * @param usual whether it is the system's default
     */
    record Printer(String name, boolean usual) {}

    /** The usual one first; empty where there is none. */
    default List<Printer> printers() {
        return List.of();
    }

    /**
     * Prints at once, without a dialog, and returns when the job has ended.
     *
     * @param jobName what the print queue shows: the letter's public reference, and nothing else
     */
    default Outcome print(SealedDocument document, String jobName, Printer printer) {
        return print(document, jobName);
    }

    /** Prints on the usual printer. */
    Outcome print(SealedDocument document, String jobName);
}
