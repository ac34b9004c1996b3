package eu.guichet.backend.training;

import eu.guichet.backend.desk.LetterDocument;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.process.ConfirmationCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where simulated people keep their letters. They read the code from the page, as anybody would. */
final class Letterbox implements LetterDocument.Tray {
    private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);
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
        // What an earlier attempt left is of no use: the code is another one each time.
        codesByLetter.remove(letter.id());
        read(pdf)
                .ifPresentOrElse(
                        code -> codesByLetter.put(letter.id(), code),
                        () -> LOG.warn(
                                "the code on letter {} cannot be read; its pensioner is given another one",
                                letter.id()));
    }

    /** The letter's code; one from before the start, or that could not be read, is given another one now. */
    String code(String letterId) {
        return codesByLetter.computeIfAbsent(letterId, this::redraw);
    }

    private String redraw(String letterId) {
        ConfirmationCode code = ConfirmationCode.draw(random);
        CodeHash hash = CodeHash.seal(code.characters());
        database.execute(tx -> tx.letters().redraw(letterId, hash));
        return code.characters();
    }

    private static Optional<String> read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return PRINTED_CODE
                    .matcher(new PDFTextStripper().getText(document))
                    .results()
                    .map(MatchResult::group)
                    .filter(text -> ConfirmationCode.read(text).isPresent())
                    .findFirst();
        } catch (IOException e) {
            LOG.debug("a letter's document cannot be read", e);
            return Optional.empty();
        }
    }
}
