package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Looking: every look at a file is recorded with who, when and why, every search with how much it found. */
public final class ReadFile {
    private final Desk desk;

    public ReadFile(Desk desk) {
        this.desk = desk;
    }

    /** @param read what is shown, all of one moment; sentences are made of it afterwards */
    public <T> T open(Principal who, String pensionerId, AccessReason reason, Function<Tx, T> read) {
        Shown<T> shown = desk.look(
                who, AuditAct.FILE_READ, pensionerId, reason.value(), tx -> shown(tx, who, pensionerId, read));
        desk.live().opened(who, pensionerId, shown.etag());
        return shown.file();
    }

    /**
     * Within a contact the first look is recorded; the file is then read again as often as it changes, and that is the same
     * look.
     */
    public <T> T open(InContact within, Function<Tx, T> read) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        Optional<StoredContact> open = desk.read(tx -> Optional.ofNullable(within.contactId())
                .flatMap(tx.contacts()::find)
                .filter(contact -> contact.openFor(who.id(), pensionerId)));
        boolean again = open.map(StoredContact::readAt).isPresent();
        String reason = open.map(contact -> contact.reason().value()).orElse(null);
        Shown<T> shown = again
                ? desk.read(tx -> shown(tx, who, pensionerId, read)).value()
                : desk.look(
                        who,
                        AuditAct.FILE_READ,
                        pensionerId,
                        reason,
                        tx -> {
                            var _ = desk.contact(tx, within);
                            return shown(tx, who, pensionerId, read);
                        },
                        tx -> open.ifPresent(contact -> {
                            desk.touch(tx, within);
                            tx.contacts().read(contact.id(), desk.now());
                        }));
        desk.live().opened(who, pensionerId, shown.etag());
        return shown.file();
    }

    private record Shown<T>(T file, String etag) {}

    private <T> Done<Shown<T>> shown(Tx tx, Principal who, String pensionerId, Function<Tx, T> read) {
        OfficeCode office = tx.pensioners()
                .find(pensionerId)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND))
                .office();
        desk.require(who, new Asked.OpenFile(office));
        long version = tx.pensioners().version(pensionerId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        return new Done<>(
                new Shown<>(read.apply(tx), Etag.of(version)),
                desk.access().foreign(who, office) ? "shown, of another office" : "shown");
    }

    /** What was typed is not kept: it may be anything, a pension number among it. */
    public <T> T search(Principal who, Function<Tx, T> search, ToIntFunction<T> hits) {
        return desk.look(who, AuditAct.SEARCH, null, null, tx -> {
            T found = search.apply(tx);
            return new Done<>(found, hits.applyAsInt(found) + " rows");
        });
    }
}
