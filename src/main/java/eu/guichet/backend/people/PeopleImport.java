package eu.guichet.backend.people;

import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the institution's file of people into the store, in batches, so that nobody's work waits for it; where anything in the
 * file is wrong, nothing. Who is on file already, by pension number, is brought up to date, and the history says which data are
 * other ones; nobody is ever removed. An import that was broken off goes on when the same file is imported again: who is in
 * already is left as is. The audit trail has a row an import, and one more for its beginning where it takes several batches.
 */
public final class PeopleImport {
    static final int MOST_FAULTS = 100;
    /** An import is done for all offices; its audit row names that of the seat. */
    private static final OfficeCode SEAT = OfficeCode.BRU;

    private static final int BATCH = 250;

    private final Locale locale;
    private final InstantSource clock;
    private final String account;

    /**
     * @param locale of the sentences about faults: French, English, or whichever of them is nearest
     * @param account of the machine under which the import runs, for the audit trail
     */
    public PeopleImport(Locale locale, InstantSource clock, String account) {
        this.locale = locale;
        this.clock = clock;
        this.account = account;
    }

    /**
     * As {@link #run(Path, Database)}, with a store that is opened once the file is found sound, and closed again: a file that
     * is refused leaves no empty store behind.
     *
     * @throws eu.guichet.backend.store.CannotOpenException when the store cannot be opened
     */
    public ImportReport run(Path csv, Supplier<Database> store, Progress progress) {
        ImportErrors faults = new ImportErrors(locale);
        List<Pensioner> people = read(csv, faults);
        if (!faults.none()) {
            return faults.report();
        }
        try (Database database = store.get()) {
            return merge(database, people, progress);
        }
    }

    /** As the other, telling nobody how far it is. */
    public ImportReport run(Path csv, Supplier<Database> store) {
        return run(csv, store, (_, _) -> {});
    }

    /** @throws java.io.UncheckedIOException when the disk fails while reading */
    public ImportReport run(Path csv, Database database) {
        ImportErrors faults = new ImportErrors(locale);
        List<Pensioner> people = read(csv, faults);
        return faults.none() ? merge(database, people, (_, _) -> {}) : faults.report();
    }

    /** Is told how far an import is, after each batch. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);
    }

    private List<Pensioner> read(Path csv, ImportErrors faults) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new PeopleFile(csv, new PersonRow(today), faults).read();
    }

    private ImportReport merge(Database database, List<Pensioner> people, Progress progress) {
        ImportReport whole = new ImportReport(0, 0, 0, List.of(), false);
        for (int from = 0; from == 0 || from < people.size(); from += BATCH) {
            List<Pensioner> batch = people.subList(from, Math.min(from + BATCH, people.size()));
            boolean first = from == 0;
            boolean last = from + batch.size() == people.size();
            ImportReport before = whole;
            long begun = System.nanoTime();
            whole = database.write(tx -> {
                ImportReport now = plus(before, merge(tx, batch));
                if (first && !last) {
                    audit(tx, "begun, " + people.size() + " lines");
                }
                if (last) {
                    audit(tx, now.added() + " new, " + now.changed() + " changed, " + now.unchanged() + " unchanged");
                }
                return now;
            });
            progress.at(from + batch.size(), people.size());
            if (!last) {
                leaveToOthers(System.nanoTime() - begun);
            }
        }
        return whole;
    }

    /** Whoever waits to write, in another program too, gets as much time as a batch has taken. */
    private static void leaveToOthers(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    private static ImportReport plus(ImportReport one, ImportReport other) {
        return new ImportReport(
                one.added() + other.added(),
                one.changed() + other.changed(),
                one.unchanged() + other.unchanged(),
                List.of(),
                false);
    }

    private ImportReport merge(Tx tx, List<Pensioner> batch) {
        Map<String, Pensioner> onFile = onFile(tx, batch);
        int added = 0;
        int changed = 0;
        try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), clock.instant())) {
            for (Pensioner person : batch) {
                Pensioner before = onFile.get(person.pensionNumber());
                if (before == null) {
                    bulk.add(person, List.of(), List.of(), List.of());
                    added++;
                } else if (bulk.change(before, as(before, person))) {
                    changed++;
                }
            }
        }
        return new ImportReport(added, changed, batch.size() - added - changed, List.of(), false);
    }

    /** By pension number; nobody else changes them until the batch is in. */
    private static Map<String, Pensioner> onFile(Tx tx, List<Pensioner> batch) {
        List<String> ids = tx.pensioners()
                .idsByPensionNumber(batch.stream().map(Pensioner::pensionNumber).toList());
        tx.lock(ids);
        return tx.pensioners().find(ids).stream()
                .collect(Collectors.toMap(Pensioner::pensionNumber, Function.identity()));
    }

    private void audit(Tx tx, String outcome) {
        tx.beforeCommit(
                new Object(),
                () -> tx.audit()
                        .add(new AuditRow(
                                clock.instant(),
                                "import",
                                account,
                                Role.PROCESS,
                                SEAT,
                                AuditAct.IMPORT,
                                null,
                                null,
                                null,
                                outcome,
                                true)));
    }

    private static Pensioner as(Pensioner before, Pensioner now) {
        return new Pensioner(
                before.id(),
                now.pensionNumber(),
                now.lastName(),
                now.firstName(),
                now.birthDate(),
                now.office(),
                now.languages(),
                now.address(),
                now.email(),
                now.phone(),
                before.version());
    }
}
