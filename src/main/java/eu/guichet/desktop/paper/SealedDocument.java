package eu.guichet.desktop.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A letter's PDF on its way to paper: in memory only, and overwritten with zeros when closed. */
public final class SealedDocument implements AutoCloseable {
    private final byte[] pdf;
    private boolean closed;

    /** Takes the array over; the caller keeps no copy. */
    public SealedDocument(byte[] pdf) {
        this.pdf = pdf;
    }

    /** For the printer; the caller closes it. */
    public synchronized PDDocument open() throws IOException {
        if (closed) {
            throw new IOException("the document has been wiped");
        }
        return Loader.loadPDF(pdf);
    }

    /**
     * Writes the whole file or none, for its owner alone: beside it first, then moved to its place. One that exists is
     * replaced, as the agent was asked by the system's dialog.
     */
    public synchronized void writeTo(Path file) throws IOException {
        if (closed) {
            throw new IOException("the document has been wiped");
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path beside = Files.createTempFile(folder, "guichet-", ".part", OwnerOnly.attributes(folder));
        try {
            Files.write(beside, pdf);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
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
