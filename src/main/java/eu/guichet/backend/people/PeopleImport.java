package eu.guichet.backend.people;

import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

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
        for (int from = 0; from == 0 || from < people.size(); from += Merging.BATCH) {
            List<Pensioner> batch = people.subList(from, Math.min(from + Merging.BATCH, people.size()));
            boolean first = from == 0;
            boolean last = from + batch.size() == people.size();
            ImportReport before = whole;
            long begun = System.nanoTime();
            whole = database.write(tx -> {
                ImportReport now = Merging.plus(before, Merging.merge(tx, batch, clock.instant()));
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
                Merging.leaveToOthers(System.nanoTime() - begun);
            }
        }
        return whole;
    }

    private void audit(Tx tx, String outcome) {
        tx.audit()
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
                        true));
    }
}
