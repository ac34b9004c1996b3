package eu.guichet.backend.letter;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letter's fonts, read in once and used for one document after the other; never for two at the same time. */
record TypeCase(TrueTypeFont regular, TrueTypeFont bold, TrueTypeFont code) {
    static TypeCase load() {
        try {
            return new TypeCase(
                    font("NotoSans-Regular.ttf"), font("NotoSans-Bold.ttf"), font("JetBrainsMono-Bold.ttf"));
        } catch (IOException e) {
            throw new LetterException("the fonts of the letter cannot be read", e);
        }
    }

    private static TrueTypeFont font(String resource) throws IOException {
        try (InputStream in = TypeCase.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the program lacks its font " + resource);
            }
            TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            // Ligatures would save nothing here and make text harder to read back out of the document.
            font.setEnableGsub(false);
            return font;
        }
    }
}
