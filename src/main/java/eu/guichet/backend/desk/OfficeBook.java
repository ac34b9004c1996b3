package eu.guichet.backend.desk;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredOfficeEntry;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedOffice;
import eu.guichet.process.Offices;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offices as they are kept in the store, in memory: sentences about people ask for them often, and within transactions. A store
 * that has none of an office takes what the settings say.
 */
public final class OfficeBook {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeBook.class);
    private static final String PROGRAM = "guichet";
    private static final String PROGRAM_NAME = "Guichet";

    private final Database database;
    private final Offices settings;
    private final InstantSource clock;
    private volatile Kept kept = new Kept(Map.of(), 0);

    /** @param count of the entries that were read */
    private record Kept(Map<OfficeCode, DatedOffice> offices, int count) {}

    private OfficeBook(Database database, Offices settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param settings as the institution's file has them */
    public static OfficeBook open(Database database, Offices settings, InstantSource clock) {
        OfficeBook book = new OfficeBook(database, settings, clock);
        database.execute(book::fill);
        book.refresh(() -> {});
        return book;
    }

    /** The same helpdesk, and the offices as they are now. */
    public Offices offices() {
        return settings.keptIn(code -> of(code).at(clock.instant()));
    }

    public DatedOffice of(OfficeCode code) {
        return Objects.requireNonNull(kept.offices().get(code), "every office is in the store");
    }

    /**
     * Reads what was written meanwhile, here or by another node.
     *
     * @param changed told after it was read, where there was something
     */
    public void refresh(Runnable changed) {
        Kept known = kept;
        Kept found = database.read(tx -> tx.officeEntries().count() == known.count() ? known : read(tx));
        if (keep(found)) {
            changed.run();
        }
    }

    /** Entries are only added: of two who read at once, the one who has seen more counts. */
    private synchronized boolean keep(Kept found) {
        boolean more = found.count() > kept.count();
        if (more) {
            kept = found;
        }
        return more;
    }

    DatedOffice dated(OfficeCode code, List<StoredOfficeEntry> entries) {
        return new DatedOffice(
                code,
                settings.read(code).zone(),
                entries.stream().map(StoredOfficeEntry::entry).toList());
    }

    private Kept read(Tx tx) {
        Map<OfficeCode, DatedOffice> offices = new EnumMap<>(OfficeCode.class);
        for (OfficeCode code : OfficeCode.values()) {
            offices.put(code, dated(code, tx.officeEntries().of(code)));
        }
        return new Kept(offices, tx.officeEntries().count());
    }

    private void fill(Tx tx) {
        for (OfficeCode code : OfficeCode.values()) {
            DatedOffice.Entry first = settings.read(code).entries().getFirst();
            List<StoredOfficeEntry> before = tx.officeEntries().of(code);
            if (before.isEmpty()) {
                tx.officeEntries().add(code, new StoredOfficeEntry(first, clock.instant(), PROGRAM, PROGRAM_NAME));
            } else if (!before.getFirst().entry().equals(first)) {
                LOG.warn(
                        "The settings say other things of {} than when its store was filled. They are not read again:"
                                + " a supervisor edits the office in Guichet.",
                        code);
            }
        }
    }
}
