package eu.guichet.backend.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.guichet.backend.store.Pensioner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the institution's file from beginning to end, whatever is wrong with it. */
final class PeopleFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** In characters; a quotation mark that is never closed is found there. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final PersonRow rows;
    private final ImportErrors faults;
    private final Map<String, Long> lineOf = new HashMap<>();
    private long line = 1;

    PeopleFile(Path file, PersonRow rows, ImportErrors faults) {
        this.file = file;
        this.rows = rows;
        this.faults = faults;
    }

    /** Everybody in it; to be used only when no fault was found. */
    List<Pensioner> read() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            faults.add(1, "file.missing");
            return List.of();
        }
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            return people(text);
        } catch (CharacterCodingException _) {
            faults.add(undecodableLine(), "file.encoding");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            faults.add(undecodableLine(), "file.encoding");
        } catch (CsvParseException _) {
            faults.add(line, "file.quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }

    private List<Pensioner> people(Reader text) throws IOException {
        List<Pensioner> people = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = records(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                faults.add(1, "file.empty");
                return people;
            }
            if (!Column.isHeader(records.next().getFields())) {
                faults.add(1, "file.header", "columns", Column.header());
                return people;
            }
            line = 2;
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (row.getFieldCount() == Column.ALL.size()) {
                    rows.read(line, row.getFields(), faults)
                            .filter(this::isFirst)
                            .ifPresent(people::add);
                } else {
                    faults.add(line, "line.columns", "expected", Column.ALL.size(), "found", row.getFieldCount());
                }
            }
        }
        return people;
    }

    /** Every line of it, whatever its columns; from the first character that is no byte order mark. */
    static CsvReader<CsvRecord> records(Reader text) throws IOException {
        skipByteOrderMark(text);
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text);
    }

    private boolean isFirst(Pensioner person) {
        Long earlier = lineOf.putIfAbsent(person.pensionNumber(), line);
        if (earlier != null) {
            faults.add(line, Column.PENSION_NUMBER, "pension-number.twice", "line", Long.toString(earlier));
        }
        return earlier == null;
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** Readers stop somewhere behind the fault; the line itself is what helps. */
    private long undecodableLine() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            int start = 0;
            long number = 1;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    if (!decodes(decoder, ByteBuffer.wrap(bytes, start, i - start))) {
                        return number;
                    }
                    start = i + 1;
                    number++;
                }
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer bytes) {
        try {
            decoder.decode(bytes);
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
