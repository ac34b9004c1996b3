package eu.guichet.backend.letter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A letter as somebody else's program reads it back. */
final class ReadLetter {
    private static final double MM_PER_POINT = 25.4 / 72;

    /** One glyph on the page; millimetres from the sheet's upper left corner, {@code bottom} on the baseline. */
    record Glyph(String text, double left, double top, double right, double bottom, float size) {
        boolean touches(EnvelopeWindow.Zone zone) {
            return right > zone.left() && left < zone.right() && bottom > zone.top() && top < zone.bottom();
        }

        boolean within(EnvelopeWindow.Zone zone) {
            return left >= zone.left() - 0.01
                    && right <= zone.right() + 0.01
                    && top >= zone.top() - 0.01
                    && bottom <= zone.bottom() + 0.01;
        }
    }

    private ReadLetter() {}

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All its text, every stretch of white space one space. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String flat(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    static List<Glyph> glyphs(byte[] pdf) {
        List<Glyph> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    if (!at.getUnicode().isBlank()) {
                        glyphs.add(new Glyph(
                                at.getUnicode(),
                                at.getXDirAdj() * MM_PER_POINT,
                                (at.getYDirAdj() - at.getHeightDir()) * MM_PER_POINT,
                                (at.getXDirAdj() + at.getWidthDirAdj()) * MM_PER_POINT,
                                at.getYDirAdj() * MM_PER_POINT,
                                at.getFontSizeInPt()));
                    }
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return glyphs;
    }

    static BufferedImage picture(byte[] pdf, int dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.GRAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
