package eu.guichet.backend.letter;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.guichet.contract.OfficeCode;
import eu.guichet.text.CsvCells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The registered items an office has handed to the post on one day, for the post to sign: reference, S10 number and name. The
 * post needs nothing else, so nothing else is on it.
 *
 * @param items in the order in which they were handed over
 */
public record PostingList(OfficeCode office, LocalDate day, List<Item> items) {
    /** @param itemNumber canonical S10 number */
    public record Item(String reference, String itemNumber, String name) {
        /** Never prints whom it is for. */
        @Override
        public String toString() {
            return "Item[" + reference + "]";
        }
    }

    public PostingList {
        items = List.copyOf(items);
    }

    /** UTF-8, with commas, its first line the names of the columns. */
    public byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("number", "reference", "item", "name");
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                csv.writeRecord(String.valueOf(i + 1), item.reference(), item.itemNumber(), CsvCells.safe(item.name()));
            }
        } catch (IOException e) {
            throw new LetterException("the posting list could not be made", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * As many pages as it takes, with a field for the post's signature on the last.
     *
     * @param language the agent's
     * @throws LetterException when it cannot be made
     */
    public byte[] pdf(Locale language) {
        return Press.make(fonts -> {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                PostingListTexts texts = PostingListTexts.in(language);
                new PostingListPages(document, fonts, texts).draw(this);
                PdfAMetadata.mark(document, texts.title(day), texts.language());
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new LetterException("the posting list could not be made", e);
            }
        });
    }
}
