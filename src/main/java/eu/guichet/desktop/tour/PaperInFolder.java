package eu.guichet.desktop.tour;

import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.SealedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A printer whose paper is a PDF in a folder, for a machine that has none. */
final class PaperInFolder implements Printing {
    private static final Printer PRINTER = new Printer("PDF", true);

    private final Path folder;

    PaperInFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Printer> printers() {
        return List.of(PRINTER);
    }

    @Override
    public Outcome print(SealedDocument document, String jobName, Printer printer) {
        try {
            document.writeTo(folder.resolve(jobName + ".pdf"));
            return Outcome.SENT;
        } catch (IOException e) {
            throw new TourException("the letters cannot be written: " + jobName, e);
        }
    }

    @Override
    public void prefer(Printer printer) {}
}
