package eu.guichet.desktop.paper;

import java.util.List;

/** The one printer that is fixed for this desk; where it is not there, none. */
public final class FixedPrinter implements Printing {
    private final Printing system;
    private final String name;

    public FixedPrinter(Printing system, String name) {
        this.system = system;
        this.name = name;
    }

    @Override
    public List<Printer> printers() {
        return system.printers().stream()
                .filter(printer -> printer.name().equals(name))
                .toList();
    }

    @Override
    public Outcome print(SealedDocument document, String jobName, Printer printer) {
        return printer.name().equals(name) ? system.print(document, jobName, printer) : Outcome.NO_PRINTER;
    }

    /** There is nothing to choose. */
    @Override
    public void prefer(Printer printer) {}
}
