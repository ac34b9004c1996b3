package eu.guichet.backend.training;

import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.process.ConfirmationCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where simulated people keep their letters. They read the code from the page, as anybody would. */
final class Letterbox implements ClaimLetter.Tray {
    private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);
    private static final Pattern PRINTED_CODE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:\\s*[-–·]?\\s*[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** PDFBox is loaded where it cannot hold up the threads that carry the virtual ones. */
    private static final Executor READERS = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("letterbox-", 0).factory());

    private final Database database;
    private final RandomGenerator random;
    private final Map<String, Claimed> claimed = new ConcurrentHashMap<>();
    private final Map<String, String> codesByLetter = new ConcurrentHashMap<>();

    /** The code on a document that is not on paper yet. */
    private record Claimed(String claim, Optional<String> code) {
        @Override
        public String toString() {
            return "Claimed[" + claim + "]";
        }
    }

    Letterbox(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    @Override
    public void claimed(String letterId, String claim, byte[] pdf) {
        Optional<String> code =
                CompletableFuture.supplyAsync(() -> read(pdf), READERS).join();
        claimed.put(letterId, new Claimed(claim, code));
    }

    @Override
    public void printed(String letterId, String claim) {
        Claimed document = claimed.remove(letterId);
        if (document != null && document.claim().equals(claim)) {
            document.code().ifPresent(code -> codesByLetter.put(letterId, code));
        }
    }

    /** The letter's code; one from before the start, or that could not be read, is given another one now. */
    String code(String letterId) {
        return codesByLetter.computeIfAbsent(letterId, this::redraw);
    }

    private String redraw(String letterId) {
        ConfirmationCode code = ConfirmationCode.draw(random);
        CodeHash hash = CodeHash.seal(code.characters());
        database.executeBeside(tx -> tx.letters().redraw(letterId, hash));
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
