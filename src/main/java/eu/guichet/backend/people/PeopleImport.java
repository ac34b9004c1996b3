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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes the institution's file of people into the store: all of it, or, where anything in it is wrong, nothing. Who is on
 * file already, by pension number, is brought up to date, and her history says which of her data are other ones; nobody is
 * ever removed. The audit trail has one row an import.
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
    public ImportReport run(Path csv, Supplier<Database> store) {
        ImportErrors faults = new ImportErrors(locale);
        List<Pensioner> people = read(csv, faults);
        if (!faults.none()) {
            return faults.report();
        }
        try (Database database = store.get()) {
            return database.write(tx -> merge(tx, people));
        }
    }

    /** @throws java.io.UncheckedIOException when the disk fails while reading */
    public ImportReport run(Path csv, Database database) {
        ImportErrors faults = new ImportErrors(locale);
        List<Pensioner> people = read(csv, faults);
        return faults.none() ? database.write(tx -> merge(tx, people)) : faults.report();
    }

    private List<Pensioner> read(Path csv, ImportErrors faults) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new PeopleFile(csv, new PersonRow(today), faults).read();
    }

    private ImportReport merge(Tx tx, List<Pensioner> people) {
        Map<String, Pensioner> onFile = new HashMap<>();
        tx.pensioners().forEach(person -> onFile.put(person.pensionNumber(), person));
        int added = 0;
        int changed = 0;
        try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), clock.instant())) {
            for (Pensioner person : people) {
                Pensioner before = onFile.get(person.pensionNumber());
                if (before == null) {
                    bulk.add(person, List.of(), List.of(), List.of());
                    added++;
                } else if (bulk.change(before, as(before, person))) {
                    changed++;
                }
            }
        }
        ImportReport report = new ImportReport(added, changed, people.size() - added - changed, List.of(), false);
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
                        added + " new, " + changed + " changed, " + report.unchanged() + " unchanged",
                        true));
        return report;
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
