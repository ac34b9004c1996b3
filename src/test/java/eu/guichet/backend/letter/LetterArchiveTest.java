package eu.guichet.backend.letter;

import static eu.guichet.backend.letter.Letters.CODE;
import static eu.guichet.backend.letter.Letters.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.letter.LetterContent.Recipient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class LetterArchiveTest {
    private final LetterRenderer renderer = new LetterRenderer(Letters.SERVICES);

    @BeforeAll
    static void findTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_letter_is_a_valid_pdf_a_2u(String language) throws VeraPDFException, IOException {
        assertValid(renderer.render(Letters.in(Locale.of(language)), SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_notice_is_a_valid_pdf_a_2u(String language) throws VeraPDFException, IOException {
        assertValid(renderer.renderNotice(Letters.in(Locale.of(language))));
    }

    @Test
    void it_stays_valid_with_letters_from_everywhere() throws VeraPDFException, IOException {
        var recipient = new Recipient("Ġorġa Żółć Йорданка Ωμέγα 山", List.of("e\u0301 g\u0303"), "1", "Ț", "MT");

        assertValid(renderer.render(Letters.to(recipient, Letters.ISPRA, Locale.ITALIAN, null), SECRET));
    }

    @Test
    void the_document_says_its_language_and_nothing_about_the_recipient_or_the_code() throws IOException {
        byte[] pdf = renderer.render(Letters.in(Locale.GERMAN), SECRET);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            var information = document.getDocumentInformation();
            assertThat(information.getMetadataKeys()).containsExactly("Title");
            assertThat(information.getTitle()).isEqualTo("Ihr Bestätigungscode für GKFS online (RCAM)");
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains("Ihr Bestätigungscode für GKFS online (RCAM)")
                    .doesNotContain(CODE, CODE.substring(0, 4), "MÜLLER", "Annelise", Letters.REFERENCE);
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain(CODE, "Annelise");
    }

    @Test
    void a_letter_does_not_print_whom_it_is_for() {
        assertThat(Letters.in(Locale.FRENCH).toString() + Letters.ANNELISE)
                .doesNotContain("Annelise", "Trier", "Lindenstraße");
    }

    private static void assertValid(byte[] pdf) throws VeraPDFException, IOException {
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);

            assertThat(result.getFailedChecks().keySet()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
        }
    }
}
