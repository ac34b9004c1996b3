package eu.guichet.desktop.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A letter's PDF on its way to paper: in memory only, and overwritten with zeros when closed. */
public final class SealedDocument implements AutoCloseable {
    private final byte[] pdf;
    private boolean closed;

    /** Takes the array over; the caller keeps no copy. */
    SealedDocument(byte[] pdf) {
        this.pdf = pdf;
    }

    /** For the printer; the caller closes it. */
    synchronized PDDocument open() throws IOException {
        if (closed) {
            throw new IOException("the document has been wiped");
        }
        return Loader.loadPDF(pdf);
    }

    /** Writes a new file; one that exists is left alone. */
    synchronized void writeTo(Path file) throws IOException {
        if (closed) {
            throw new IOException("the document has been wiped");
        }
        Files.write(file, pdf, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public synchronized void close() {
        Arrays.fill(pdf, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "SealedDocument";
    }
}
