package eu.guichet.backend.letter;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of the letter, and what it can show. Only the glyphs that are used are embedded. */
record Face(PDType0Font font, CmapLookup glyphs) {
    /** Stands where no font has the character, so that a gap is seen by whoever puts the letter into its envelope. */
    private static final char UNKNOWN = '?';

    static Face in(PDDocument document, TrueTypeFont font) throws IOException {
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    /** The text as this face can show it: composed, in one line; a letter it lacks loses its marks before it is lost. */
    String drawable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    private void append(StringBuilder shown, int character) {
        if (Character.isWhitespace(character) || Character.isISOControl(character)) {
            shown.append(' ');
        } else if (Character.getType(character) == Character.FORMAT) {
            return; // marks of direction and the like show nothing
        } else if (has(character)) {
            shown.appendCodePoint(character);
        } else {
            String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(this::has)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            shown.append(plain.isEmpty() ? String.valueOf(UNKNOWN) : plain);
        }
    }

    private boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** Width in points of a text that is {@link #drawable}. */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new LetterException("a font of the letter cannot be measured", e);
        }
    }
}
