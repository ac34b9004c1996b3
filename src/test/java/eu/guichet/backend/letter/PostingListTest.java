package eu.guichet.backend.letter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.letter.PostingList.Item;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ItemNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static PostingList list(int items) {
        return new PostingList(
                OfficeCode.LUX,
                DAY,
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> new Item(
                                "G-%04d-%04d".formatted(i, i),
                                ItemNumber.of("RR", "%08d".formatted(i), "LU").value(),
                                "MÜLLER-ÅSLAUGSØN Anne-Lise " + i))
                        .toList());
    }

    @Test
    void every_item_is_on_the_list_in_the_order_in_which_it_was_scanned_and_the_post_signs_once() {
        for (int items : new int[] {0, 1, 26, 27, 32, 33, 75}) {
            byte[] pdf = list(items).pdf(Locale.ENGLISH);
            String text = ReadLetter.text(pdf);
            int last = -1;
            for (Item item : list(items).items()) {
                int at = text.indexOf(item.reference());
                assertThat(at).as(item.reference()).isGreaterThan(last);
                assertThat(text).contains(item.name());
                last = at;
            }
            assertThat(text.split("For the post", -1)).as("%s items", items).hasSize(2);
            assertThat(text).contains("Page " + ReadLetter.pages(pdf) + " of " + ReadLetter.pages(pdf));
            assertThat(ReadLetter.glyphs(pdf))
                    .allMatch(glyph -> glyph.within(new EnvelopeWindow.Zone(15, 10, 192, 290)));
        }
    }

    @Test
    void a_very_long_name_is_cut_and_the_numbers_stay() {
        Item item = new Item(
                "G-7KQ4-93VX",
                "RR473124829BE",
                "HOHENLOHE-WALDENBURG-SCHILLINGSFÜRST ZU UND VON *Maria-Theresia* Annunziata Philippa Walburga");
        String text = ReadLetter.text(new PostingList(OfficeCode.BRU, DAY, List.of(item)).pdf(Locale.FRENCH));
        assertThat(text).contains("G-7KQ4-93VX", "RR 473 124 829 BE", "HOHENLOHE", "…");
    }

    @Test
    void the_csv_keeps_names_with_commas_whole() {
        PostingList list =
                new PostingList(OfficeCode.BRU, DAY, List.of(new Item("G-7KQ4-93VX", "RR473124829BE", "MÜLLER, Anne")));
        assertThat(new String(list.csv(), StandardCharsets.UTF_8))
                .isEqualTo("number,reference,item,name\r\n1,G-7KQ4-93VX,RR473124829BE,\"MÜLLER, Anne\"\r\n");
    }

    @Test
    void a_list_never_prints_whom_its_items_are_for() {
        assertThat(list(1).toString()).doesNotContain("MÜLLER");
    }
}
