package eu.guichet.desktop.act;

import java.awt.GraphicsEnvironment;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.DialogOwner;
import javax.print.attribute.standard.DialogTypeSelection;
import javax.print.attribute.standard.JobName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's print dialog, and the pages as vectors, which no picture on the screen ever was. */
public final class SystemPrinting implements Printing {
    private static final Logger LOG = LoggerFactory.getLogger(SystemPrinting.class);

    @Override
    public Outcome print(SealedDocument document, String jobName) {
        if (GraphicsEnvironment.isHeadless() || PrinterJob.lookupPrintServices().length == 0) {
            return Outcome.NO_PRINTER;
        }
        PrinterJob job = PrinterJob.getPrinterJob();
        try (PDDocument pages = document.open()) {
            job.setPageable(new PDFPageable(pages));
            job.setJobName(jobName);
            PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
            wishes.add(new JobName(jobName, null));
            // the system's own dialog where it has one: it knows the office's trays, duplex and secure print
            wishes.add(DialogTypeSelection.NATIVE);
            // without an owner the dialog could open behind the window
            wishes.add(new DialogOwner());
            if (!job.printDialog(wishes)) {
                return Outcome.CANCELLED;
            }
            job.print(wishes);
            return Outcome.SENT;
        } catch (PrinterException | IOException failed) {
            LOG.warn("Letter {} could not be printed: {}", jobName, failed.toString());
            return Outcome.FAILED;
        }
    }
}
