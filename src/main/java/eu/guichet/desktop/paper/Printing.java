package eu.guichet.desktop.paper;

import java.util.List;

/** Puts documents on paper. Called off the FX thread, on a platform thread: a driver may hold its thread for minutes. */
public interface Printing {
    enum Outcome {
        /** Handed to the printer; the print job has ended well. */
        SENT,
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

    /** The one preferred at this desk first, then the usual one; empty where there is none. */
    List<Printer> printers();

    /**
     * Prints at once, without a dialog, and returns when the job has ended.
     *
     * @param jobName what the print queue shows: the letter's public reference, and nothing else
     */
    Outcome print(SealedDocument document, String jobName, Printer printer);

    /** This one is offered first from now on. On the FX thread. */
    void prefer(Printer printer);

    /** A desk without a printer. */
    static Printing none() {
        return new Printing() {
            @Override
            public List<Printer> printers() {
                return List.of();
            }

            @Override
            public Outcome print(SealedDocument document, String jobName, Printer printer) {
                return Outcome.NO_PRINTER;
            }

            @Override
            public void prefer(Printer printer) {}
        };
    }
}
