package eu.guichet.desktop.paper;

import java.util.List;
import java.util.function.BiFunction;

/** A desk with one printer, of which a test decides what becomes of each job. */
public final class OnePrinter implements Printing {
    public static final Printer PRINTER = new Printer("HP-Guichet-2", true);

    private final BiFunction<SealedDocument, String, Outcome> jobs;

    /** @param jobs gets each document with the job's name */
    public OnePrinter(BiFunction<SealedDocument, String, Outcome> jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Printer> printers() {
        return List.of(PRINTER);
    }

    @Override
    public Outcome print(SealedDocument document, String jobName, Printer printer) {
        return jobs.apply(document, jobName);
    }

    @Override
    public void prefer(Printer printer) {}
}
