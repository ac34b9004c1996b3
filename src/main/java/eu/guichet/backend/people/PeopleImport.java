package eu.guichet.backend.people;

import eu.guichet.backend.people.PersonRow.Found;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.RegisterImports.State;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.text.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the institution's file of people into the store, in batches, so that nobody's work waits for it; where anything in the
 * file is wrong, nothing. Who is on file already, by pension number, is brought up to date, and the history says which data are
 * other ones; nobody is ever removed. An import that was broken off goes on when the same file is imported again: who is in
 * already is left as is. The audit trail has a row an import, and one more for its beginning where it takes several batches; of one
 * that goes on, that row says how far the import had come.
 */
public final class PeopleImport {
    static final int MOST_FAULTS = 100;
    /** An import is done for all offices; its audit row names that of the seat. */
    private static final OfficeCode SEAT = OfficeCode.BRU;

    private static final String ACCOUNT = "import";

    private final Locale locale;
    private final InstantSource clock;
    private final String account;
    private final ImportOptions options;

    /** As an institution's nightly file is taken. */
    public PeopleImport(Locale locale, InstantSource clock, String account) {
        this(locale, clock, account, ImportOptions.STANDARD);
    }

    /**
     * @param locale of the sentences about faults: French, English, or whichever of them is nearest
     * @param account of the machine under which the import runs, for the audit trail
     */
    public PeopleImport(Locale locale, InstantSource clock, String account, ImportOptions options) {
        this.locale = locale;
        this.clock = clock;
        this.account = account;
        this.options = options;
    }

    /**
     * As {@link #run(Path, Database)}, with a store that is opened once the file is found sound, and closed again: a file that
     * is refused leaves no empty store behind. For a table of changes it is opened before.
     *
     * @throws eu.guichet.backend.store.CannotOpenException when the store cannot be opened
     */
    public ImportReport run(Path csv, Supplier<Database> store, Progress progress) {
        if (options.changes()) {
            try (Database database = store.get()) {
                return run(csv, database, progress);
            }
        }
        Checked checked = check(csv, Optional.empty());
        if (!checked.report().imported()) {
            return checked.report();
        }
        try (Database database = store.get()) {
            return merge(database, csv, checked, progress);
        }
    }

    /** As the other, telling nobody how far it is. */
    public ImportReport run(Path csv, Supplier<Database> store) {
        return run(csv, store, (_, _) -> true);
    }

    /** @throws java.io.UncheckedIOException when the disk fails while reading */
    public ImportReport run(Path csv, Database database) {
        return run(csv, database, (_, _) -> true);
    }

    private ImportReport run(Path csv, Database database, Progress progress) {
        Checked checked = check(csv, Optional.of(database));
        return checked.report().imported() ? merge(database, csv, checked, progress) : checked.report();
    }

    /**
     * What {@link #run(Path, Database)} would answer; nothing is written.
     *
     * @param database empty where there is none yet
     */
    public ImportReport tryOut(Path csv, Optional<Database> database) {
        Checked checked = check(csv, database);
        ImportReport whole = checked.report();
        if (!whole.imported()) {
            return whole;
        }
        if (database.isEmpty()) {
            return whole.plus(Merging.allNew(checked.people()));
        }
        List<Found> people = checked.people();
        for (int from = 0; from < people.size(); from += Merging.COMPARED) {
            List<Found> some = people.subList(from, Math.min(from + Merging.COMPARED, people.size()));
            whole = whole.plus(database.get().read(tx -> Merging.compare(tx, some)));
        }
        return whole;
    }

    /** Is told how far an import is, after each batch, and answers whether it goes on. */
    @FunctionalInterface
    public interface Progress {
        boolean at(int done, int all);
    }

    /** Everybody who can be taken, and whether the file is. */
    private record Checked(List<Found> people, ImportReport report) {}

    private Checked check(Path csv, Optional<Database> database) {
        ImportErrors faults = new ImportErrors(locale, options.everyFault() ? Integer.MAX_VALUE : MOST_FAULTS);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PeopleFile file = new PeopleFile(csv, new PersonRow(today, options.acceptDamaged()), faults);
        Optional<PeopleFile.Read> read = options.changes()
                ? file.readChanges(
                        numbers -> database.map(store -> onFile(store, numbers)).orElseGet(Map::of))
                : file.read();
        boolean taken = read.isPresent() && (faults.none() || options.acceptDamaged());
        return new Checked(
                read.map(PeopleFile.Read::people).orElseGet(List::of),
                faults.report(taken, read.map(PeopleFile.Read::leftOut).orElse(0)));
    }

    private static Map<String, Pensioner> onFile(Database database, List<String> numbers) {
        return database.read(tx -> tx.pensioners().find(tx.pensioners().idsByPensionNumber(numbers)).stream()
                .collect(Collectors.toMap(Pensioner::pensionNumber, Function.identity())));
    }

    private ImportReport merge(Database database, Path csv, Checked checked, Progress progress) {
        List<Found> people = checked.people();
        ImportReport whole = checked.report();
        Pace pace = new Pace(database.importing());
        Course course = new Course(csv, people.size());
        boolean wanted = true;
        int done = 0;
        do {
            List<Found> batch = people.subList(done, Math.min(done + pace.rows(), people.size()));
            int from = done;
            done += batch.size();
            int to = done;
            ImportReport before = whole;
            long begun = System.nanoTime();
            whole = database.write(tx -> {
                ImportReport now = before.plus(Merging.merge(tx, batch, clock.instant()));
                course.record(tx, from, to, now);
                return now;
            });
            wanted = progress.at(done, people.size());
            if (wanted && done < people.size()) {
                pace.rest(batch.size(), System.nanoTime() - begun);
            }
        } while (wanted && done < people.size());
        if (done < people.size()) {
            database.execute(course::stopped);
            return whole.stopped();
        }
        return whole;
    }

    /**
     * How far an import has come, kept in the transaction of each batch for as long as it is not at its end, so that the trail can
     * say so when it goes on, also after it was killed.
     */
    private final class Course {
        private final String file;
        private final int all;
        private long taken;

        Course(Path csv, int all) {
            this.file = name(csv) + (options.acceptDamaged() ? "-damaged" : "");
            this.all = all;
        }

        void record(Tx tx, int from, int to, ImportReport now) {
            if (to == all) {
                tx.registerImports().forget(ACCOUNT, file);
                audit(tx, outcome(now));
                return;
            }
            if (from == 0) {
                taken = tx.registerImports()
                        .takeOver(ACCOUNT, file, file, clock.instant())
                        .taken();
                audit(tx, taken == 0 ? "begun, " + all + " lines" : "gone on after " + taken + " of " + all + " lines");
            }
            // what was in before is looked at again, and none of it is lost on the way
            taken = Math.max(taken, to);
            State state = new State(taken, "", now.added(), now.changed(), now.unchanged(), false);
            boolean _ = tx.registerImports().advance(ACCOUNT, file, file, state, clock.instant());
        }

        /** The same rows have the same one. */
        private static String name(Path csv) {
            try {
                return Digests.sha256(csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stopped(Tx tx) {
            audit(tx, "stopped after " + taken + " of " + all + " lines");
        }
    }

    private static String outcome(ImportReport now) {
        String figures = now.added() + " new, " + now.changed() + " changed, " + now.unchanged() + " unchanged";
        return now.damaged() + now.leftOut() == 0
                ? figures
                : figures + ", " + now.damaged() + " damaged, " + now.leftOut() + " refused";
    }

    private void audit(Tx tx, String outcome) {
        tx.audit()
                .add(new AuditRow(
                        clock.instant(),
                        ACCOUNT,
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
