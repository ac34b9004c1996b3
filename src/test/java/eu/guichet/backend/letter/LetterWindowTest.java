package eu.guichet.backend.letter;

import static eu.guichet.backend.letter.Letters.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.letter.LetterContent.Recipient;
import eu.guichet.backend.letter.ReadLetter.Glyph;
import eu.guichet.contract.OfficeCode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWindowTest {
    private static final EnvelopeWindow WINDOW = EnvelopeWindow.DL_RIGHT;
    private static final Recipient LONG = new Recipient(
            "Maria-Theresia Annunziata von und zu HOHENLOHE-WALDENBURG-SCHILLINGSFÜRST",
            List.of(
                    "c/o Seniorenresidenz »Zur Abendsonne am Ammersee«",
                    "Bâtiment C, escalier 4, 12e étage, porte gauche",
                    "Lopadotemachoselachogaleokranioleipsanodrimhypotrimmatostraße 1784b",
                    "Postfach 12 34 56"),
            "82211",
            "Herrsching am Ammersee, Ortsteil Breitbrunn",
            "DE");

    private final LetterRenderer renderer = new LetterRenderer(Letters.SERVICES);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_window_shows_the_address_and_nothing_else_however_the_sheet_lies(String language) {
        LetterContent content = Letters.in(Locale.of(language));
        for (byte[] pdf : List.of(renderer.render(content, SECRET), renderer.renderNotice(content))) {
            List<Glyph> seen = seen(pdf);
            assertThat(written(seen)).isEqualTo("AnneliseMÜLLERLindenstraße14Hinterhaus54290TrierALLEMAGNE");
            assertThat(seen).allMatch(glyph -> glyph.within(WINDOW.always()));
        }
    }

    @Test
    void no_line_barcode_or_tint_reaches_into_the_window() {
        Recipient nobody = new Recipient("", List.of(), "", "", "BE");
        BufferedImage page = ReadLetter.picture(
                renderer.render(Letters.to(nobody, Letters.BRUSSELS, Locale.FRENCH, Letters.ITEM), SECRET), 100);

        EnvelopeWindow.Zone zone = WINDOW.everSeen();
        for (int y = pixel(zone.top()); y < pixel(zone.bottom()); y++) {
            for (int x = pixel(zone.left()); x < pixel(zone.right()); x++) {
                assertThat(page.getRGB(x, y) & 0xffffff).as("at %d,%d", x, y).isEqualTo(0xffffff);
            }
        }
    }

    @Test
    void a_long_name_and_a_six_line_address_are_all_in_the_window() {
        byte[] pdf = renderer.render(Letters.to(LONG, Letters.BRUSSELS, Locale.GERMAN, Letters.ITEM), SECRET);

        List<Glyph> seen = seen(pdf);
        String all = LONG.name() + String.join("", LONG.lines()) + LONG.postcode() + LONG.city() + "ALLEMAGNE";
        assertThat(written(seen)).isEqualTo(all.replace(" ", ""));
        assertThat(seen).allMatch(glyph -> glyph.within(WINDOW.always()));
        assertThat(seen).allMatch(glyph -> glyph.size() >= 8);
    }

    @Test
    void the_address_follows_the_order_of_the_country_it_goes_to() {
        assertThat(lines("Rathausplatz 1", "1010", "Wien", "AT"))
                .containsExactly("Anna X", "Rathausplatz 1", "1010 Wien", "AUTRICHE");
        assertThat(lines("1 High Street", "YO1 7HH", "York", "GB"))
                .containsExactly("Anna X", "1 High Street", "York", "YO1 7HH", "ROYAUME-UNI");
        assertThat(lines("1 Main Street", "10001", "New York NY", "us"))
                .containsExactly("Anna X", "1 Main Street", "New York NY 10001", "ÉTATS-UNIS");
    }

    @Test
    void a_letter_that_stays_in_the_country_names_none() {
        assertThat(lines("rue Haute 3", "1000", "Bruxelles", "BE"))
                .containsExactly("Anna X", "rue Haute 3", "1000 Bruxelles");
    }

    private static List<String> lines(String street, String postcode, String city, String country) {
        return AddressLines.of(
                new Recipient("Anna X", List.of(street), postcode, city, country), Posting.of(OfficeCode.BRU));
    }

    private static List<Glyph> seen(byte[] pdf) {
        return ReadLetter.glyphs(pdf).stream()
                .filter(glyph -> glyph.touches(WINDOW.everSeen()))
                .toList();
    }

    private static String written(List<Glyph> glyphs) {
        return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    }

    private static int pixel(double millimetres) {
        return (int) (millimetres / 25.4 * 100);
    }
}
