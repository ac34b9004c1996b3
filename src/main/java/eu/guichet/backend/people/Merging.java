package eu.guichet.backend.people;

import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.process.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes people into the store, a batch in a transaction. Who is on file already, by pension number, is brought up to date, and
 * the history says which data are other ones; nobody is ever removed.
 */
final class Merging {
    /** In one transaction. */
    static final int BATCH = 250;

    private Merging() {}

    /** @param batch nobody in it twice */
    static ImportReport merge(Tx tx, List<Pensioner> batch, Instant now) {
        Map<String, Pensioner> onFile = onFile(tx, batch);
        int added = 0;
        int changed = 0;
        try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), now)) {
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

    static ImportReport plus(ImportReport one, ImportReport other) {
        return new ImportReport(
                one.added() + other.added(),
                one.changed() + other.changed(),
                one.unchanged() + other.unchanged(),
                List.of(),
                false);
    }

    /** Whoever waits to write, in another program too, gets as much time as a batch has taken. */
    static void leaveToOthers(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    /** By pension number; nobody else changes them until the batch is in. */
    private static Map<String, Pensioner> onFile(Tx tx, List<Pensioner> batch) {
        List<String> ids = tx.pensioners()
                .idsByPensionNumber(batch.stream().map(Pensioner::pensionNumber).toList());
        tx.lock(ids);
        return tx.pensioners().find(ids).stream()
                .collect(Collectors.toMap(Pensioner::pensionNumber, Function.identity()));
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
