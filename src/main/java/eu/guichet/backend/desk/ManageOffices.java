package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.StoredOfficeEntry;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.process.Closure;
import eu.guichet.process.DatedOffice;
import java.time.LocalDate;
import java.util.List;

/** What is written down of the offices. A supervisor adds to it, each time from a day on; what held before stays as it was. */
public final class ManageOffices {
    private static final int MOST_YEARS_AHEAD = 2;

    private final Desk desk;
    private final OfficeBook book;

    public ManageOffices(Desk desk, OfficeBook book) {
        this.desk = desk;
        this.book = book;
    }

    /**
     * All that was written down of one office.
     *
     * @param entries in the order in which they were written
     * @param mayEdit whether whoever asks may add to it
     */
    public record Written(DatedOffice office, List<StoredOfficeEntry> entries, boolean mayEdit) {
        public Written {
            entries = List.copyOf(entries);
        }

        public String etag() {
            return Etag.of(entries.size());
        }
    }

    public Written read(Principal who, OfficeCode code) {
        return desk.read(tx -> written(who, code, tx.officeEntries().of(code)));
    }

    /**
     * @param etag the version of the office that whoever edits it has seen
     * @param content what is wanted, but for its number
     */
    public Written write(
            Principal who,
            OfficeCode code,
            String etag,
            OfficeEntryRequest wanted,
            DatedOffice.Entry content,
            String key) {
        return desk.act(who, AuditAct.OFFICE_EDITED, null, null, tx -> {
            tx.holdUp("office " + code);
            String request = "office " + code + " " + etag + " " + wanted;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.require(who, new Asked.EditOffice(code));
                Written before = written(who, code, tx.officeEntries().of(code));
                if (!before.etag().equals(etag)) {
                    throw Refusal.officeChanged();
                }
                requireDays(content, before.office().today(desk.now()));
                long number = before.entries().size() + 1L;
                tx.officeEntries()
                        .add(code, new StoredOfficeEntry(content.numbered(number), desk.now(), who.id(), who.name()));
                tx.afterCommit(() -> {
                    book.refresh(() -> {});
                    desk.live().officesChanged();
                });
                return code + " " + number;
            });
            return result.done(written(who, code, tx.officeEntries().of(code)), code + " from " + content.from());
        });
    }

    private Written written(Principal who, OfficeCode code, List<StoredOfficeEntry> entries) {
        boolean mayEdit = Permissions.allow(who.role(), Permission.EDIT_OFFICE)
                && desk.access().allows(who, new Asked.EditOffice(code));
        return new Written(book.dated(code, entries), entries, mayEdit);
    }

    /** What has been is not written anew, and nobody writes for a day that nobody thinks of. */
    private static void requireDays(DatedOffice.Entry content, LocalDate today) {
        if (content.from().isBefore(today)) {
            throw Refusal.invalid("from", "in-the-past");
        }
        LocalDate furthest = today.plusYears(MOST_YEARS_AHEAD);
        if (content.from().isAfter(furthest)) {
            throw Refusal.invalid("from", "further-than-two-years");
        }
        for (Closure closure : content.closures()) {
            if (closure.first().isBefore(content.from())) {
                throw Refusal.invalid("data.closures", "before-it-holds");
            }
            if (closure.last().isAfter(furthest)) {
                throw Refusal.invalid("data.closures", "further-than-two-years");
            }
        }
    }
}
