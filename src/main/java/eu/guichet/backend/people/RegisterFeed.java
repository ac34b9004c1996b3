package eu.guichet.backend.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import eu.guichet.backend.people.PersonRow.Found;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.RegisterImports.State;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.RegisterSummary;
import eu.guichet.contract.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the register of people as it arrives, in batches, so that nobody's work waits for it and it is never in memory as a
 * whole. A row in which something is wrong is left out and told of; the others go in. How far it has come is kept in the
 * transaction of each batch under the sender's key: sent again, it goes on where it broke off, and nothing is done twice.
 */
public final class RegisterFeed {
    /** The numbers of the people in it are kept in memory, as nobody may be in it twice. */
    private static final long MOST_ROWS = 1_000_000;
    /** Rows after which it is kept how far it is, though all of them are at fault. */
    private static final int MOST_BETWEEN = 2000;

    private static final byte FIELD_ENDS = 0x1F;
    private static final byte ROW_ENDS = 0x1E;

    private final Database database;
    private final InstantSource clock;

    public RegisterFeed(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who sends it, for the audit trail. */
    public record Sender(String id, String name, Role role, OfficeCode office) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** All of it was read. */
        record Taken(RegisterSummary summary) implements Outcome {}

        /** Under this key other rows came before. */
        record OtherRows() implements Outcome {}

        /** More rows than can be taken at once; those before are in. */
        record TooMany() implements Outcome {}

        /** The same was sent again meanwhile, and is taken there. */
        record Overtaken() implements Outcome {}

        /**
         * It cannot be read as a table of people from here on; the rows before are in.
         *
         * @param sentence where, and why
         */
        record Unreadable(String sentence) implements Outcome {}
    }

    /**
     * @param key under which the sender sends the same rows again where no answer came
     * @param language of the sentences about faults: French, English, or whichever of them is nearest
     * @param body a table in UTF-8 with the header of an import
     * @throws UncheckedIOException when the body breaks off; what was read before is in but for the last rows
     */
    public Outcome take(Sender sender, String key, Locale language, InputStream body) {
        Taking taking = new Taking(sender, key, language);
        // closing is the caller's
        Reader text = new BufferedReader(new InputStreamReader(body, UTF_8.newDecoder()));
        try {
            return read(taking, text);
        } catch (OtherRowsException _) {
            return new Outcome.OtherRows();
        } catch (OvertakenException _) {
            return new Outcome.Overtaken();
        }
    }

    private static Outcome read(Taking taking, Reader text) {
        try {
            return taking.read(text);
        } catch (CharacterCodingException _) {
            return taking.unreadable("file.encoding");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            return taking.unreadable("file.encoding");
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return taking.unreadable("file.quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OtherRowsException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One sending of it. */
    private final class Taking {
        private final Sender sender;
        private final String key;
        private final String holder = UUID.randomUUID().toString();
        private final ImportErrors faults;
        private final PersonRow rows;
        private final MessageDigest digest = sha256();
        private final Map<String, Long> lineOf = new HashMap<>();
        private final List<Found> batch = new ArrayList<>();
        private final Pace pace = new Pace(database.importing());
        private final State before;
        private State kept;
        private long read;
        private long refused;
        private Set<Column> columns = Column.REQUIRED;
        private long line = 1;
        private boolean told;

        Taking(Sender sender, String key, Locale language) {
            this.sender = sender;
            this.key = key;
            this.faults = new ImportErrors(language);
            this.rows = new PersonRow(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), false);
            this.before = database.writeBeside(
                    tx -> tx.registerImports().takeOver(sender.id(), key, holder, clock.instant()));
            this.kept = before;
        }

        Outcome read(Reader text) throws IOException {
            PeopleTable.Opened opened = PeopleTable.open(text);
            if (opened.table().isEmpty()) {
                return switch (opened.fault().orElseThrow()) {
                    case EMPTY -> unreadable("file.empty");
                    case OTHER_HEADER -> unreadable("file.header", "columns", Column.header());
                };
            }
            PeopleTable records = opened.table().get();
            columns = records.columns();
            line = 2;
            while (records.hasNext()) {
                if (read == MOST_ROWS) {
                    return new Outcome.TooMany();
                }
                take(records.next());
            }
            if (read < before.taken()) {
                throw new OtherRowsException();
            }
            if (!before.complete()) {
                keep(true);
            }
            return new Outcome.Taken(summary());
        }

        private void take(PeopleTable.Row row) {
            line = row.line();
            boolean settled = read < before.taken();
            if (!settled && before.complete()) {
                throw new OtherRowsException();
            }
            if (!settled && (batch.size() >= pace.rows() || read - kept.taken() == MOST_BETWEEN)) {
                keepAndPause();
            }
            read++;
            count(row);
            Optional<Found> person = person(row);
            if (person.isEmpty()) {
                refused++;
            } else if (!settled) {
                batch.add(person.get());
            }
            if (read == before.taken() && !digest().equals(before.digest())) {
                throw new OtherRowsException();
            }
        }

        private void count(PeopleTable.Row row) {
            for (String field : row.fields()) {
                digest.update(field.getBytes(UTF_8));
                digest.update(FIELD_ENDS);
            }
            digest.update(ROW_ENDS);
        }

        private Optional<Found> person(PeopleTable.Row row) {
            if (!row.complete()) {
                faults.add(line, "line.columns", "expected", columns.size(), "found", row.columns());
                return Optional.empty();
            }
            Optional<Found> person = rows.read(line, row.fields(), columns, faults);
            Long earlier = person.map(one -> lineOf.putIfAbsent(one.person().pensionNumber(), line))
                    .orElse(null);
            if (earlier != null) {
                faults.add(line, Column.PENSION_NUMBER, "pension-number.twice", "line", Long.toString(earlier));
                return Optional.empty();
            }
            return person;
        }

        private void keepAndPause() {
            int rows = batch.size();
            long begun = System.nanoTime();
            keep(false);
            pace.rest(rows, System.nanoTime() - begun);
        }

        /** The batch and how far it is with it go in together. */
        private void keep(boolean complete) {
            String rowsSoFar = digest();
            kept = database.write(tx -> {
                ImportReport merged = Merging.merge(tx, batch, clock.instant());
                State now = new State(
                        read,
                        rowsSoFar,
                        kept.added() + merged.added(),
                        kept.changed() + merged.changed(),
                        kept.unchanged() + merged.unchanged(),
                        complete);
                if (!tx.registerImports().advance(sender.id(), key, holder, now, clock.instant())) {
                    throw new OvertakenException();
                }
                trail(tx, now);
                return now;
            });
            told = true;
            batch.clear();
        }

        private void trail(Tx tx, State now) {
            if (now.complete()) {
                audit(
                        tx,
                        now.added() + " new, " + now.changed() + " changed, " + now.unchanged() + " unchanged, "
                                + refused + " refused");
            } else if (!told) {
                audit(tx, before.taken() == 0 ? "begun" : "gone on after " + before.taken() + " rows");
            }
        }

        private void audit(Tx tx, String outcome) {
            tx.audit()
                    .add(new AuditRow(
                            clock.instant(),
                            sender.id(),
                            sender.name(),
                            sender.role(),
                            sender.office(),
                            AuditAct.IMPORT,
                            null,
                            null,
                            null,
                            outcome,
                            true));
        }

        Outcome unreadable(String fault, Object... namesAndValues) {
            if (read > before.taken()) {
                keep(false);
            }
            return new Outcome.Unreadable(faults.from(line, fault, namesAndValues));
        }

        private RegisterSummary summary() {
            ImportReport report = faults.report(true, (int) refused);
            return new RegisterSummary(
                    read,
                    kept.added(),
                    kept.changed(),
                    kept.unchanged(),
                    refused,
                    report.faults().stream()
                            .map(fault -> new RegisterSummary.RowFault(
                                    fault.line(), fault.column().isEmpty() ? null : fault.column(), fault.sentence()))
                            .toList(),
                    report.moreFaults());
        }

        private String digest() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("every Java's SHA-256 can be copied", e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
