package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ServiceNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Makes many letters as one document, a page each, which share its fonts. Safe to share between threads. */
public final class LetterStack {
    private final ServiceNames services;

    public LetterStack(ServiceNames services) {
        this.services = services;
    }

    /**
     * One letter of the stack.
     *
     * @param code null for the notice that a file was frozen
     */
    public record Sheet(LetterContent content, @Nullable ConfirmationCode code) {}

    /** The sheet in front of the letters: which of how many of the batch follow, by their places and references. */
    public record Separator(
            OfficeCode office,
            LocalDate day,
            String batch,
            int first,
            int last,
            int of,
            String firstReference,
            String lastReference) {}

    /** The document, and which sheets, counted from 0, could not be made and are not in it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, and not copied
    public record Stack(byte[] pdf, Set<Integer> failed) {
        public Stack {
            failed = Set.copyOf(failed);
        }

        /** Never prints the document. */
        @Override
        public String toString() {
            return "Stack[" + failed + "]";
        }
    }

    /**
     * In memory; nothing is written anywhere.
     *
     * @param before null where no sheet is wanted in front
     * @param agent whose language the sheet in front is in
     * @throws LetterException when the document as a whole cannot be made
     */
    public Stack render(List<Sheet> sheets, @Nullable Separator before, Locale agent) {
        return Press.make(fonts -> render(fonts, sheets, before, agent));
    }

    private Stack render(TypeCase fonts, List<Sheet> sheets, @Nullable Separator before, Locale agent) {
        PostingListTexts words = PostingListTexts.in(agent);
        Map<Locale, LetterTexts> texts = new HashMap<>();
        Set<Integer> failed = new HashSet<>();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Faces faces = Faces.in(document, fonts);
            if (before != null) {
                draw(document, faces, words, before);
            }
            for (int i = 0; i < sheets.size(); i++) {
                Sheet sheet = sheets.get(i);
                LetterTexts in = texts.computeIfAbsent(
                        sheet.content().language(), language -> LetterTexts.in(language, services));
                if (!draw(document, faces, in, sheet)) {
                    failed.add(i);
                }
            }
            PdfAMetadata.mark(document, words.text("stack.title"), words.language());
            document.save(bytes);
            return new Stack(bytes.toByteArray(), failed);
        } catch (IOException e) {
            throw new LetterException("the letters could not be made", e);
        }
    }

    /** The three faces of one document. */
    record Faces(Face regular, Face bold, Face code) {
        static Faces in(PDDocument document, TypeCase fonts) throws IOException {
            return new Faces(
                    Face.in(document, fonts.regular()),
                    Face.in(document, fonts.bold()),
                    Face.in(document, fonts.code()));
        }
    }

    /** Answers whether the letter fits on its page; where it does not, there is none. */
    private static boolean draw(PDDocument document, Faces faces, LetterTexts texts, Sheet sheet) throws IOException {
        for (float size : LetterRenderer.SIZES) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            double end = Double.MAX_VALUE;
            try (var stream = new PDPageContentStream(document, page)) {
                LetterPage letter =
                        new LetterPage(new Pen(stream), texts, faces.regular(), faces.bold(), faces.code(), size);
                ConfirmationCode code = sheet.code();
                end = code == null ? letter.drawNotice(sheet.content()) : letter.draw(sheet.content(), code.printed());
            } catch (LetterException e) {
                document.removePage(page);
                return false;
            }
            if (end <= LetterRenderer.LOWEST) {
                return true;
            }
            document.removePage(page);
        }
        return false;
    }

    /** Large, so that it is seen in a pile; placed in millimetres. */
    private static void draw(PDDocument document, Faces faces, PostingListTexts words, Separator before)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
            Pen pen = new Pen(stream);
            Style title = new Style(faces.bold(), faces.bold(), 28, 34, 0x1b1f27);
            Style body = new Style(faces.regular(), faces.bold(), 16, 24, 0x1b1f27);
            pen.box(20, 30, 170, 6, 0x173f7a);
            double y = pen.text(words.office(before.office()), title, 20, 50, 170);
            y = pen.text(
                    words.text("stack.letters", "first", before.first(), "last", before.last(), "of", before.of()),
                    title,
                    20,
                    y + 8,
                    170);
            y = pen.text(
                    words.text("stack.references", "first", before.firstReference(), "last", before.lastReference()),
                    body,
                    20,
                    y + 8,
                    170);
            y = pen.text(words.batch(before.day(), before.batch()), body, 20, y + 4, 170);
            pen.text(words.text("stack.note"), body, 20, y + 8, 170);
            pen.box(20, 261, 170, 6, 0x173f7a);
        }
    }
}
