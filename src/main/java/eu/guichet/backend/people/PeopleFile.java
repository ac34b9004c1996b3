package eu.guichet.backend.people;

import de.siegmar.fastcsv.reader.CsvParseException;
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
import java.util.List;
import java.util.Map;

/** Reads the institution's file from beginning to end, whatever is wrong with it. */
final class PeopleFile {
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
        PeopleTable.Opened opened = PeopleTable.open(text);
        opened.fault().ifPresent(fault -> {
            switch (fault) {
                case EMPTY -> faults.add(1, "file.empty");
                case OTHER_HEADER -> faults.add(1, "file.header", "columns", Column.header());
            }
        });
        opened.table()
                .ifPresent(table -> table.forEachRemaining(row -> {
                    line = row.line();
                    if (row.complete()) {
                        rows.read(line, row.fields(), faults)
                                .filter(this::isFirst)
                                .ifPresent(people::add);
                    } else {
                        faults.add(line, "line.columns", "expected", Column.ALL.size(), "found", row.columns());
                    }
                }));
        return people;
    }

    private boolean isFirst(Pensioner person) {
        Long earlier = lineOf.putIfAbsent(person.pensionNumber(), line);
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
