package eu.guichet.backend.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.guichet.typed.Typed;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * A table of people as spreadsheets save it: parted by commas, semicolons or tabs, with or without a byte order mark and a line
 * that names the separator, its columns in any order and letters, and with empty columns and rows at the end.
 */
final class PeopleTable implements Iterator<PeopleTable.Row> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** In characters; a quotation mark that is never closed is found there. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int LONGEST_HEADER = 4096;
    private static final String SEPARATOR_LINE = "sep=";
    private static final String SEPARATORS = ",;\t|";

    private final Iterator<CsvRecord> records;
    private final Map<Column, Integer> places;
    private final int titled;
    private Optional<CsvRecord> next = Optional.empty();

    private PeopleTable(Iterator<CsvRecord> records, Map<Column, Integer> places, int titled) {
        this.records = records;
        this.places = places;
        this.titled = titled;
    }

    /**
     * A row of it.
     *
     * @param line on which it begins, from 1
     * @param fields in the order of {@link Column#ALL}, empty for a column that the table has not; as they came where there are
     *     too few or too many
     * @param columns how many fields it has, the empty ones at the end left out
     * @param complete whether each column has its field
     */
    record Row(long line, List<String> fields, int columns, boolean complete) {
        Row {
            fields = List.copyOf(fields);
        }

        /** Of a complete row. */
        String field(Column column) {
            return fields.get(Column.ALL.indexOf(column));
        }

        /** Never prints who it is. */
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /** Why there is no table. */
    enum NoTable {
        EMPTY,
        OTHER_HEADER
    }

    /** Either of both. */
    record Opened(Optional<PeopleTable> table, Optional<NoTable> fault) {}

    /** @param text can go back to a mark */
    static Opened open(Reader text) throws IOException {
        return open(text, Column.REQUIRED);
    }

    /** A table of changes has the pension number and one column more at least. */
    static Opened openChanges(Reader text) throws IOException {
        return open(text, Set.of(Column.PENSION_NUMBER));
    }

    private static Opened open(Reader text, Set<Column> required) throws IOException {
        char separator = separator(text);
        // closing is the caller's
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text)
                .iterator();
        if (!records.hasNext()) {
            return new Opened(Optional.empty(), Optional.of(NoTable.EMPTY));
        }
        List<String> titles = withoutEmptyEnd(records.next().getFields());
        return places(titles, required)
                .map(places -> new Opened(
                        Optional.of(new PeopleTable(records, places, titles.size())), Optional.<NoTable>empty()))
                .orElseGet(() -> new Opened(Optional.empty(), Optional.of(NoTable.OTHER_HEADER)));
    }

    /** Skips a byte order mark and a line that names the separator. */
    private static char separator(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        String line = line(text);
        if (line.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE) && line.length() > SEPARATOR_LINE.length()) {
            return line.charAt(SEPARATOR_LINE.length());
        }
        text.reset();
        char likeliest = SEPARATORS.charAt(0);
        for (int i = 1; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            likeliest = count(line, separator) > count(line, likeliest) ? separator : likeliest;
        }
        return likeliest;
    }

    private static String line(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = text.read(); read >= 0 && line.length() < LONGEST_HEADER - 1; read = text.read()) {
            if (read == '\n') {
                return line.toString().strip();
            }
            line.append((char) read);
        }
        return line.toString();
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** Empty unless these columns are there once, others at most once, and at least one beside the number. */
    private static Optional<Map<Column, Integer>> places(List<String> titles, Set<Column> required) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < titles.size(); i++) {
            Optional<Column> column = Column.titled(titles.get(i));
            if (column.isEmpty() || places.put(column.get(), i) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(places)
                .filter(found -> found.size() > 1 && found.keySet().containsAll(required));
    }

    private static List<String> withoutEmptyEnd(List<String> fields) {
        int end = fields.size();
        while (end > 0 && Typed.line(fields.get(end - 1)).isEmpty()) {
            end--;
        }
        return fields.subList(0, end);
    }

    /** Those that it has. */
    Set<Column> columns() {
        return Set.copyOf(places.keySet());
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && records.hasNext()) {
            next = Optional.of(records.next())
                    .filter(row -> !withoutEmptyEnd(row.getFields()).isEmpty());
        }
        return next.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has ended");
        }
        CsvRecord record = next.orElseThrow();
        next = Optional.empty();
        List<String> fields = record.getFields();
        int filled = withoutEmptyEnd(fields).size();
        if (fields.size() < titled || filled > titled) {
            return new Row(
                    record.getStartingLineNumber(), fields, fields.size() < titled ? fields.size() : filled, false);
        }
        List<String> inOrder = new ArrayList<>(Column.ALL.size());
        for (Column column : Column.ALL) {
            Integer place = places.get(column);
            inOrder.add(place == null ? "" : fields.get(place));
        }
        return new Row(record.getStartingLineNumber(), inOrder, titled, true);
    }
}
