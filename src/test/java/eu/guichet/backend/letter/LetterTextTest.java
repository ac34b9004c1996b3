package eu.guichet.backend.letter;

import static eu.guichet.backend.letter.Letters.CODE;
import static eu.guichet.backend.letter.Letters.ITEM;
import static eu.guichet.backend.letter.Letters.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import eu.guichet.backend.letter.LetterContent.Recipient;
import eu.guichet.backend.letter.ReadLetter.Glyph;
import eu.guichet.process.Offices;
import eu.guichet.process.WeeklyHours;
import eu.guichet.text.TextBundle;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextTest {
    private final LetterRenderer renderer = new LetterRenderer(Letters.SERVICES);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_code_stands_on_the_page_exactly_once(String language) {
        String text = ReadLetter.text(renderer.render(Letters.in(Locale.of(language)), SECRET));

        assertThat(text).containsOnlyOnce(CODE);
        assertThat(text.replaceAll("[ -]", "")).containsOnlyOnce(CODE.replace("-", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_letter_says_everything_in_the_pensioners_language_on_one_page(String language) {
        LetterContent content = Letters.in(Locale.of(language));

        byte[] pdf = renderer.render(content, SECRET);

        assertThat(ReadLetter.pages(pdf)).isOne();
        String text = ReadLetter.text(pdf);
        TextBundle texts = TextBundle.of("eu.guichet.backend.letter.letter", Locale.of(language))
                .with(Letters.SERVICES.in(Locale.of(language)));
        for (String key : List.of(
                "institution",
                "institution.name",
                "office.BRU.name",
                "reference",
                "item",
                "subject",
                "greeting",
                "opening",
                "code.note",
                "steps.title",
                "steps.1",
                "steps.2",
                "steps.3",
                "steps.4",
                "know.title",
                "know.life",
                "know.newest",
                "know.secret",
                "know.doubt",
                "help.title")) {
            String said = texts.fill(key, _ -> 6).replace("*", "");
            assertThat(text).as(key).contains(ReadLetter.flat(said));
        }
        assertThat(text)
                .contains(content.reference().value(), "2026", "https://webgate.ec.europa.eu/RCAM", "RR 473 124 829 BE")
                .contains("+32 2 297 68 88", "+32 2 297 68 89", "rue de la Science 27")
                .contains("Annelise MÜLLER", "54290 Trier", "ALLEMAGNE")
                .doesNotContain("{", "*", "\ufffd");
    }

    @Test
    void the_first_of_a_month_is_written_as_people_write_it() {
        assertThat(LetterTexts.in(Locale.FRENCH, Letters.SERVICES)
                        .dateLine(Letters.BRUSSELS.code(), LocalDate.of(2026, 12, 1)))
                .isEqualTo("Bruxelles, le 1er\u00a0décembre\u00a02026");
        assertThat(LetterTexts.in(Locale.GERMAN, Letters.SERVICES)
                        .dateLine(Letters.BRUSSELS.code(), LocalDate.of(2026, 12, 1)))
                .isEqualTo("Brüssel, den 1.\u00a0Dezember\u00a02026");
    }

    @Test
    void hours_are_said_as_people_say_them() {
        assertThat(LetterTexts.in(Locale.FRENCH, Letters.SERVICES)
                        .hours(WeeklyHours.parse("MONDAY-FRIDAY 9:30-12:30 14:00-16:00")))
                .isEqualTo("du lundi au vendredi, de 9\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 14\u00a0h à 16\u00a0h");
        assertThat(LetterTexts.in(Locale.ENGLISH, Letters.SERVICES)
                        .hours(WeeklyHours.parse("MONDAY-TUESDAY 9:00-12:00")))
                .isEqualTo("Monday, Tuesday, 9:00 to 12:00");
    }

    @Test
    void a_language_without_a_letter_gets_english() {
        assertThat(ReadLetter.text(renderer.render(Letters.in(Locale.of("pl")), SECRET)))
                .contains("Your confirmation code");
    }

    @Test
    void the_body_is_set_in_twelve_points_or_more_and_the_code_in_thirty() {
        for (String language : List.of("fr", "en", "de", "it")) {
            List<Glyph> glyphs = ReadLetter.glyphs(renderer.render(Letters.in(Locale.of(language)), SECRET));

            assertThat(glyphs).allSatisfy(glyph -> assertThat(glyph.size()).isGreaterThanOrEqualTo(12));
            assertThat(glyphs.stream().filter(glyph -> glyph.size() >= 30).map(Glyph::text))
                    .containsExactly(CODE.split(""));
        }
    }

    @Test
    void nothing_runs_off_the_paper() {
        for (Offices.Site office : List.of(Letters.BRUSSELS, Letters.ISPRA)) {
            for (String language : List.of("fr", "en", "de", "it")) {
                byte[] pdf = renderer.render(Letters.to(Letters.ANNELISE, office, Locale.of(language), ITEM), SECRET);

                assertThat(ReadLetter.glyphs(pdf))
                        .allMatch(glyph -> glyph.within(new EnvelopeWindow.Zone(15, 10, 192, 288)));
            }
        }
    }

    @Test
    void an_office_without_a_counter_names_none() {
        String text = ReadLetter.text(
                renderer.render(Letters.to(Letters.ANNELISE, Letters.ISPRA, Locale.ITALIAN, null), SECRET));

        assertThat(text).contains("Ispra, 23 novembre 2026", "+39 0332 78 30 30", "GERMANIA");
        assertThat(text).doesNotContain("Allo sportello:", "Raccomandata");
    }

    @Test
    void the_barcodes_read_back_as_the_reference_and_the_item_number() throws ReaderException {
        for (byte[] pdf : List.of(
                renderer.render(Letters.in(Locale.FRENCH), SECRET), renderer.renderNotice(Letters.in(Locale.FRENCH)))) {
            assertThat(scanned(pdf, 58, 10)).isEqualTo(Letters.REFERENCE.replace("-", ""));
            assertThat(scanned(pdf, 78, 14)).isEqualTo(ITEM.value());
        }
    }

    /** Where a scanner is held: the left column beside the window, with its quiet zones. */
    private static String scanned(byte[] pdf, double top, double height) throws ReaderException {
        BufferedImage page = ReadLetter.picture(pdf, 200);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var column = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)
                .crop(millimetres(8), millimetres(top), millimetres(82), millimetres(height));
        return new Code128Reader()
                .decode(new BinaryBitmap(new HybridBinarizer(column)))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "it"})
    void the_notice_says_what_was_done_and_whom_to_call_and_has_nothing_that_could_be_a_code(String language) {
        LetterContent content = Letters.in(Locale.of(language));
        byte[] pdf = renderer.renderNotice(content);
        TextBundle texts = TextBundle.of("eu.guichet.backend.letter.letter", Locale.of(language))
                .with(Letters.SERVICES.in(Locale.of(language)));
        String text = ReadLetter.text(pdf);
        for (String key : List.of(
                "notice.subject",
                "notice.opening",
                "notice.done.title",
                "notice.done.1",
                "notice.done.2",
                "notice.next.title",
                "notice.next.1",
                "notice.next.2",
                "notice.next.3",
                "help.title")) {
            assertThat(text).as(key).contains(ReadLetter.flat(texts.get(key).replace("*", "")));
        }
        assertThat(text)
                .contains(content.reference().value(), "+32 2 297 68 88")
                .doesNotContain("https", CODE);
        assertThat(ReadLetter.glyphs(pdf)).allMatch(glyph -> glyph.size() < 30);
        assertThat(ReadLetter.glyphs(pdf)).allMatch(glyph -> glyph.within(new EnvelopeWindow.Zone(15, 10, 192, 288)));
    }

    @Test
    void a_name_in_any_script_of_the_union_is_written_as_it_is() {
        for (String name : List.of(
                "Κωνσταντίνος ΠΑΠΑΔΌΠΟΥΛΟΣ",
                "Йорданка СТОЯНОВА-ЩЕРЕВА",
                "Świętosława ŻÓŁĆ-BRZĘCZYSZCZYKIEWICZ",
                "Ștefăniță ȚUȚEA",
                "Győző HŐGYÉSZŰ",
                "Ġorġa ĦAĦĊA-ŻAMMIT",
                "Þórður ÅSLAUGSØN",
                "Ķēniņš ŠĻIŪĖŅ")) {
            String text = ReadLetter.text(renderer.render(to(name), SECRET));

            assertThat(text).contains(name);
        }
    }

    @Test
    void a_letter_that_no_font_has_costs_its_marks_or_shows_a_gap_but_never_the_letter() {
        assertThat(ReadLetter.text(renderer.render(to("Ｆｕｌｌ ＷＩＤＴＨ"), SECRET))).contains("Full WIDTH");
        assertThat(ReadLetter.text(renderer.render(to("山田 \uD83D\uDE00 Anna"), SECRET)))
                .contains("?? ? Anna");
        assertThat(ReadLetter.text(renderer.render(to("Anna\u200e\tMaria\nROSSI\u0000"), SECRET)))
                .contains("Anna Maria ROSSI");
    }

    @Test
    void a_name_written_with_separate_marks_is_the_same_name() {
        assertThat(ReadLetter.text(renderer.render(to("Zoe\u0308 MU\u0308LLER"), SECRET)))
                .contains("Zoë MÜLLER");
    }

    private static LetterContent to(String name) {
        return Letters.to(
                new Recipient(name, List.of("Main Street 1"), "1000", "Brussels", "BE"),
                Letters.BRUSSELS,
                Locale.ENGLISH,
                null);
    }

    private static int millimetres(double length) {
        return (int) (length / 25.4 * 200);
    }
}
