package eu.guichet.backend.people;

import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.people.PersonRow.Found;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import eu.guichet.process.RegisterField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes people into the store, a batch in a transaction. Who is on file already, by pension number, is brought up to date, and
 * the history says which data are other ones; nobody is ever removed.
 */
final class Merging {
    /** In one look. */
    static final int COMPARED = 250;

    private Merging() {}

    /** @param batch nobody in it twice */
    static ImportReport merge(Tx tx, List<Found> batch, Instant now) {
        List<String> ids = ids(tx, batch);
        // nobody else changes them until the batch is in
        tx.lock(ids);
        Map<String, Pensioner> onFile = onFile(tx, ids);
        int added = 0;
        int changed = 0;
        try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), now)) {
            for (Found found : batch) {
                Pensioner before = onFile.get(found.person().pensionNumber());
                if (before == null) {
                    bulk.add(found.person(), damage(found, now), List.of(), List.of());
                    added++;
                } else if (bulk.change(before, as(before, found))) {
                    changed++;
                }
            }
        }
        return report(batch, added, changed);
    }

    /** What {@link #merge} would answer now; nothing is changed. */
    static ImportReport compare(Tx tx, List<Found> batch) {
        Map<String, Pensioner> onFile = onFile(tx, ids(tx, batch));
        int added = 0;
        int changed = 0;
        for (Found found : batch) {
            Pensioner before = onFile.get(found.person().pensionNumber());
            if (before == null) {
                added++;
            } else if (!BulkJournal.changed(before, as(before, found)).isEmpty()) {
                changed++;
            }
        }
        return report(batch, added, changed);
    }

    /** As {@link #compare}, where there is no store yet. */
    static ImportReport allNew(List<Found> people) {
        return report(people, people.size(), 0);
    }

    private static ImportReport report(List<Found> batch, int added, int changed) {
        int damaged =
                (int) batch.stream().filter(found -> !found.damaged().isEmpty()).count();
        return new ImportReport(
                true, added, changed, batch.size() - added - changed, damaged, 0, List.of(), false, false);
    }

    private static List<Event> damage(Found found, Instant now) {
        return found.damaged().isEmpty() ? List.of() : List.of(new Event.RegisterDamaged(now, found.damaged()));
    }

    private static List<String> ids(Tx tx, List<Found> batch) {
        return tx.pensioners()
                .idsByPensionNumber(batch.stream()
                        .map(found -> found.person().pensionNumber())
                        .toList());
    }

    /** By pension number. */
    private static Map<String, Pensioner> onFile(Tx tx, List<String> ids) {
        return tx.pensioners().find(ids).stream()
                .collect(Collectors.toMap(Pensioner::pensionNumber, Function.identity()));
    }

    /**
     * What is damaged in the file stays as it is on file, and so does a transfer to another office as long as the register says of
     * the office what it said before.
     */
    private static Pensioner as(Pensioner before, Found found) {
        Pensioner now = found.person();
        return new Pensioner(
                        before.id(),
                        now.pensionNumber(),
                        now.lastName(),
                        now.firstName(),
                        now.birthDate(),
                        now.office(),
                        now.languages(),
                        now.address(),
                        found.damaged().contains(RegisterField.EMAIL) ? before.email() : now.email(),
                        found.damaged().contains(RegisterField.PHONE) ? before.phone() : now.phone(),
                        found.columns().contains(Column.BIRTH_NAME) ? now.birthName() : before.birthName(),
                        before.version())
                .asTransferred(before);
    }
}
