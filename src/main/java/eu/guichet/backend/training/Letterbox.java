package eu.guichet.backend.training;

import eu.guichet.backend.desk.LetterDocument;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.process.ConfirmationCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Where simulated people keep their letters. They read the code from the page, as anybody would. */
final class Letterbox implements LetterDocument.Tray {
    private static final Pattern PRINTED_CODE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:\\s*[-–·]?\\s*[0-9A-HJKMNP-TV-Z]{4}){3}");

    private final Database database;
    private final RandomGenerator random;
    private final Map<String, String> codesByLetter = new ConcurrentHashMap<>();

    Letterbox(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    @Override
    public void printed(StoredLetter letter, byte[] pdf) {
        codesByLetter.put(letter.id(), read(pdf));
    }

    /** The letter's code; a letter from before the start, whose paper nobody ever held, is given one now. */
    String code(String letterId) {
        return codesByLetter.computeIfAbsent(letterId, this::redraw);
    }

    private String redraw(String letterId) {
        ConfirmationCode code = ConfirmationCode.draw(random);
        CodeHash hash = CodeHash.seal(code.characters());
        database.execute(tx -> tx.letters().redraw(letterId, hash));
        return code.characters();
    }

    private static String read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return PRINTED_CODE
                    .matcher(new PDFTextStripper().getText(document))
                    .results()
                    .map(MatchResult::group)
                    .filter(text -> ConfirmationCode.read(text).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no code can be read on the letter"));
        } catch (IOException e) {
            throw new UncheckedIOException("the letter cannot be read", e);
        }
    }
}
