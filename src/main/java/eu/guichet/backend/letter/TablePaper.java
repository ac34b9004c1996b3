package eu.guichet.backend.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.guichet.text.CsvCells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A table in sections, to be read on paper or in a spreadsheet.
 *
 * @param lead what stands under the title
 * @param columns their names
 * @param page the foot of the page of this number, from 1
 */
public record TablePaper(
        String title, List<String> lead, List<String> columns, List<Section> sections, IntFunction<String> page) {
    public TablePaper {
        lead = List.copyOf(lead);
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
    }

    /** @param rows each has a cell for each column */
    public record Section(String name, List<List<String>> rows) {
        public Section {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Never prints what stands in it. */
        @Override
        public String toString() {
            return "Section[" + name + "]";
        }
    }

    /** Never prints whom it is about. */
    @Override
    public String toString() {
        return "TablePaper[" + sections + "]";
    }

    /**
     * UTF-8, with commas; the first column names the section, the first line the columns. No cell is a formula.
     *
     * @param section the name of the first column
     */
    public byte[] csv(String section) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(line(section, columns));
            for (Section one : sections) {
                one.rows().forEach(row -> csv.writeRecord(line(one.name(), row)));
            }
        } catch (IOException e) {
            throw new LetterException("the table could not be written", e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static List<String> line(String first, List<String> cells) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(cells);
        return line.stream().map(CsvCells::safe).toList();
    }

    /**
     * As many pages as it takes.
     *
     * @throws LetterException when it cannot be made
     */
    public byte[] pdf(Locale language) {
        return Press.make(fonts -> {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                new TablePages(document, fonts).draw(this);
                PdfAMetadata.mark(document, title, language);
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new LetterException("the table could not be made", e);
            }
        });
    }
}
