package eu.guichet.backend.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import eu.guichet.backend.people.PersonRow.Found;
import eu.guichet.backend.store.PensionNumber;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.typed.Typed;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the institution's file from beginning to end, whatever is wrong with it. */
final class PeopleFile {
    private final Path file;
    private final PersonRow rows;
    private final ImportErrors faults;
    private final Map<String, Long> lineOf = new HashMap<>();
    private final List<Found> people = new ArrayList<>();
    private final Pace pace = Pace.ofReading();
    private long line = 1;
    private int leftOut;

    PeopleFile(Path file, PersonRow rows, ImportErrors faults) {
        this.file = file;
        this.rows = rows;
        this.faults = faults;
    }

    /**
     * What the file holds.
     *
     * @param people whose rows can be taken
     * @param leftOut rows that cannot
     */
    record Read(List<Found> people, int leftOut) {
        Read {
            people = List.copyOf(people);
        }
    }

    private interface Reading {
        /** False where there is no table. */
        boolean read(Reader text) throws IOException;
    }

    /** Empty where it is no table of people, or breaks off; why is a fault then. */
    Optional<Read> read() {
        return read(this::whole);
    }

    /**
     * As {@link #read}, of a table with some columns only: the others of everybody in it are as on file.
     *
     * @param onFile who is on file, by pension number, of those with these numbers
     */
    Optional<Read> readChanges(Function<List<String>, Map<String, Pensioner>> onFile) {
        return read(text -> changes(text, onFile));
    }

    private Optional<Read> read(Reading reading) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            faults.add(1, "file.missing");
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            return reading.read(text) ? Optional.of(new Read(people, leftOut)) : Optional.empty();
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
        return Optional.empty();
    }

    private boolean whole(Reader text) throws IOException {
        Optional<PeopleTable> table = table(PeopleTable.open(text));
        table.ifPresent(known -> known.forEachRemaining(row -> {
            line = row.line();
            if (complete(row, known.columns().size())) {
                take(row.fields(), known.columns());
            }
        }));
        return table.isPresent();
    }

    private boolean changes(Reader text, Function<List<String>, Map<String, Pensioner>> onFile) throws IOException {
        Optional<PeopleTable> opened = table(PeopleTable.openChanges(text));
        if (opened.isEmpty()) {
            return false;
        }
        PeopleTable table = opened.get();
        List<PeopleTable.Row> batch = new ArrayList<>();
        while (table.hasNext()) {
            PeopleTable.Row row = table.next();
            line = row.line();
            if (complete(row, table.columns().size())) {
                batch.add(row);
            }
            if (batch.size() == Merging.COMPARED || !table.hasNext()) {
                complete(batch, table.columns(), onFile);
                batch.clear();
            }
        }
        return true;
    }

    private void complete(
            List<PeopleTable.Row> batch, Set<Column> columns, Function<List<String>, Map<String, Pensioner>> onFile) {
        Map<String, Pensioner> known =
                onFile.apply(batch.stream().flatMap(row -> number(row).stream()).toList());
        for (PeopleTable.Row row : batch) {
            line = row.line();
            Optional<Pensioner> person = number(row).map(known::get);
            if (person.isPresent()) {
                take(
                        Column.ALL.stream()
                                .map(column -> columns.contains(column) ? row.field(column) : column.of(person.get()))
                                .toList(),
                        Set.copyOf(Column.ALL));
            } else {
                faults.add(line, Column.PENSION_NUMBER, "pension-number.unknown");
                leftOut++;
            }
        }
    }

    private static Optional<String> number(PeopleTable.Row row) {
        return PensionNumber.canonical(Typed.line(row.field(Column.PENSION_NUMBER)));
    }

    private Optional<PeopleTable> table(PeopleTable.Opened opened) {
        opened.fault().ifPresent(fault -> {
            switch (fault) {
                case EMPTY -> faults.add(1, "file.empty");
                case OTHER_HEADER -> faults.add(1, "file.header", "columns", Column.header());
            }
        });
        return opened.table();
    }

    private boolean complete(PeopleTable.Row row, int expected) {
        if (!row.complete()) {
            faults.add(line, "line.columns", "expected", expected, "found", row.columns());
            leftOut++;
        }
        return row.complete();
    }

    private void take(List<String> fields, Set<Column> columns) {
        Optional<Found> found = rows.read(line, fields, columns, faults).filter(this::isFirst);
        found.ifPresentOrElse(people::add, () -> leftOut++);
        pace.read();
    }

    private boolean isFirst(Found found) {
        Long earlier = lineOf.putIfAbsent(found.person().pensionNumber(), line);
        if (earlier != null) {
            faults.add(line, Column.PENSION_NUMBER, "pension-number.twice", "line", Long.toString(earlier));
        }
        return earlier == null;
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
