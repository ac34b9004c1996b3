package eu.guichet.desktop.paper;

import java.awt.GraphicsEnvironment;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printers of the system, and the pages as vectors, which no picture on the screen ever was. */
public final class SystemPrinting implements Printing {
    private static final Logger LOG = LoggerFactory.getLogger(SystemPrinting.class);

    private final AtomicReference<String> preferred;
    private final Consumer<String> remember;

    /**
     * @param preferred name of the printer used last at this desk; empty for none
     * @param remember keeps such a name; called on the FX thread
     */
    public SystemPrinting(String preferred, Consumer<String> remember) {
        this.preferred = new AtomicReference<>(preferred);
        this.remember = remember;
    }

    @Override
    public void prefer(Printer printer) {
        if (!printer.name().equals(preferred.getAndSet(printer.name()))) {
            remember.accept(printer.name());
        }
    }

    @Override
    public List<Printer> printers() {
        if (GraphicsEnvironment.isHeadless()) {
            return List.of();
        }
        Optional<String> usual = Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .map(PrintService::getName);
        return Arrays.stream(PrinterJob.lookupPrintServices())
                .map(PrintService::getName)
                .map(name -> new Printer(name, usual.filter(name::equals).isPresent()))
                .sorted(Comparator.comparing(
                                (Printer printer) -> !printer.name().equals(preferred.get()))
                        .thenComparing(printer -> !printer.usual())
                        .thenComparing(Printer::name))
                .toList();
    }

    @Override
    public Outcome print(SealedDocument document, String jobName, Printer printer) {
        Optional<PrintService> service = GraphicsEnvironment.isHeadless()
                ? Optional.empty()
                : Arrays.stream(PrinterJob.lookupPrintServices())
                        .filter(candidate -> candidate.getName().equals(printer.name()))
                        .findFirst();
        if (service.isEmpty()) {
            return Outcome.NO_PRINTER;
        }
        PrinterJob job = PrinterJob.getPrinterJob();
        try (PDDocument pages = document.open()) {
            job.setPrintService(service.get());
            job.setPageable(new PDFPageable(pages));
            job.setJobName(jobName);
            job.print();
            return Outcome.SENT;
        } catch (PrinterException | IOException failed) {
            LOG.warn("Letter {} could not be printed: {}", jobName, failed.toString());
            return Outcome.FAILED;
        }
    }
}
