package eu.guichet.backend.http;

import eu.guichet.process.ConfirmationCode;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the code from the page, as the pensioner does. */
final class Paper {
    private static final Pattern PRINTED = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}([ -][0-9A-HJKMNP-TV-Z]{4}){3}");

    private Paper() {}

    static String code(Caller.Answered document) throws IOException {
        return PRINTED.matcher(text(document))
                .results()
                .map(MatchResult::group)
                .filter(text -> ConfirmationCode.read(text).isPresent())
                .findFirst()
                .orElseThrow();
    }

    static String text(Caller.Answered document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.body().toByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
