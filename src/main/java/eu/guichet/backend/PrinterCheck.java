package eu.guichet.backend;

import eu.guichet.backend.SelfCheck.Finding;
import eu.guichet.backend.ipp.IppPrinter;
import eu.guichet.backend.ipp.PrinterException;
import eu.guichet.backend.ipp.PrinterSettings;
import eu.guichet.backend.ipp.PrintingSettings;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks each office's printer how it is and whether it would take a letter, without sending one. */
final class PrinterCheck {
    private static final String JOB = "guichet --check";

    private PrinterCheck() {}

    static List<Finding> of(PrintingSettings printing) {
        if (printing.by() == PrintingBy.DESK) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (OfficeCode office : OfficeCode.values()) {
            findings.addAll(of(printing, office));
        }
        return findings;
    }

    private static List<Finding> of(PrintingSettings printing, OfficeCode office) {
        Optional<IppPrinter> printer = printing.printer(office);
        PrinterSettings settings = printing.printers().get(office);
        if (printer.isEmpty() || settings == null) {
            return List.of(new Finding(
                    false,
                    "No printer is set up for " + office + " (printer." + office
                            + "): its letters wait until there is one."));
        }
        String name = "The printer of " + office;
        try {
            IppPrinter.Standing standing = printer.get().standing();
            List<Finding> wrong = wrong(name, settings, standing);
            if (wrong.isEmpty()) {
                printer.get().validate(JOB, standing.holds());
                return List.of(new Finding(true, name + " answers and would take a letter."));
            }
            return wrong;
        } catch (PrinterException e) {
            return List.of(
                    new Finding(false, name + ", " + settings.address() + ", cannot be used: " + e.getMessage() + "."));
        }
    }

    private static List<Finding> wrong(String name, PrinterSettings settings, IppPrinter.Standing standing) {
        List<Finding> wrong = new ArrayList<>();
        if (!standing.pdf()) {
            wrong.add(
                    new Finding(false, name + " does not print PDF by itself: put a CUPS on this machine before it."));
        }
        String tray = settings.tray();
        if (tray != null && !standing.trays().contains(tray)) {
            wrong.add(new Finding(
                    false, name + " knows no tray " + tray + "; it has: " + String.join(", ", standing.trays()) + "."));
        }
        if (settings.hold() && !standing.holds()) {
            wrong.add(new Finding(false, name + " cannot hold jobs: letters come out at once."));
        }
        if (!standing.acceptsJobs()) {
            wrong.add(new Finding(false, name + " answers, but takes no jobs now."));
        }
        if (standing.trouble() != null) {
            wrong.add(new Finding(false, name + " has stopped: " + word(standing.trouble()) + "."));
        }
        return wrong;
    }

    private static String word(PrintTrouble trouble) {
        return switch (trouble) {
            case PAPER_OUT -> "it has no paper";
            case PAPER_JAM -> "paper is stuck in it";
            case SUPPLIES_OUT -> "toner or ink is used up";
            case COVER_OPEN -> "a cover is open";
            case NO_PRINTER,
                    PRINTER_AWAY,
                    PRINTER_BUSY,
                    ATTENTION,
                    REFUSED,
                    ABORTED,
                    CANCELLED_THERE,
                    UNKNOWN,
                    WAITED_TOO_LONG,
                    NOT_POSTABLE -> "look at its panel";
        };
    }
}
