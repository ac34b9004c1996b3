package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ServiceNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Makes the sealed letter. Safe to share between threads. */
public final class LetterRenderer {
    /** Type sizes in points, the first that fits is taken; below the last one people of eighty reach for a glass. */
    static final float[] SIZES = {13, 12.5f, 12};

    /** Printers leave this much of the lower edge white; from the sheet's upper edge, in millimetres. */
    static final double LOWEST = 286;

    /** An address of so few and so short lines fits in every case. */
    private static final int MOST_LINES = 6;

    private static final int LONGEST_LINE = 30;

    private final ServiceNames services;

    public LetterRenderer(ServiceNames services) {
        this.services = services;
    }

    /**
     * The letter with its code, in memory; nothing is written anywhere.
     *
     * @throws LetterException when it cannot be made
     */
    public byte[] render(LetterContent content, ConfirmationCode code) {
        return render(content, "title", (page, of) -> page.draw(of, code.printed()));
    }

    /**
     * The notice that the file was frozen, on the same paper, without a code.
     *
     * @throws LetterException when it cannot be made
     */
    public byte[] renderNotice(LetterContent content) {
        return render(content, "notice.title", LetterPage::drawNotice);
    }

    /**
     * Whether name and address can be set in the envelope's window in a size that the post can read. Nothing is made.
     *
     * @param office from whose country it is posted
     * @throws LetterException when it cannot be measured
     */
    public boolean fits(LetterContent.Recipient recipient, OfficeCode office) {
        List<String> address = AddressLines.of(recipient, Posting.of(office));
        if (address.size() <= MOST_LINES && address.stream().allMatch(line -> line.length() <= LONGEST_LINE)) {
            return true;
        }
        return Press.make(fonts -> {
            try (PDDocument document = new PDDocument()) {
                return AddressBlock.of(address, Face.in(document, fonts.regular()), 0)
                        .fits();
            } catch (IOException e) {
                throw new LetterException("the address could not be measured", e);
            }
        });
    }

    /** Answers where the text ends. */
    private interface Drawing {
        double on(LetterPage page, LetterContent content) throws IOException;
    }

    /**
     * Makes a letter that nobody gets, in a moment and in the background: what the first page has to load takes longer than all
     * later ones.
     */
    public void warmUp(LetterContent content, Duration pause) {
        ConfirmationCode code = ConfirmationCode.draw(new SplittableRandom(0));
        Press.later(pause, fonts -> render(fonts, content, "title", (page, of) -> page.draw(of, code.printed())));
    }

    private byte[] render(LetterContent content, String title, Drawing drawing) {
        return Press.make(fonts -> render(fonts, content, title, drawing));
    }

    private byte[] render(TypeCase fonts, LetterContent content, String title, Drawing drawing) {
        LetterTexts texts = LetterTexts.in(content.language(), services);
        for (float size : SIZES) {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                if (draw(document, content, texts, fonts, size, drawing) <= LOWEST) {
                    PdfAMetadata.mark(document, texts.text(title), texts.language());
                    document.save(bytes);
                    return bytes.toByteArray();
                }
            } catch (IOException e) {
                throw new LetterException("the letter could not be made", e);
            }
        }
        throw new LetterException(
                "the letter does not fit on its page: the office's hours or the texts are too long", null);
    }

    private static double draw(
            PDDocument document, LetterContent content, LetterTexts texts, TypeCase fonts, float size, Drawing drawing)
            throws IOException {
        Face regular = Face.in(document, fonts.regular());
        Face bold = Face.in(document, fonts.bold());
        Face code = Face.in(document, fonts.code());
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
            return drawing.on(new LetterPage(new Pen(stream), texts, regular, bold, code, size), content);
        }
    }
}
