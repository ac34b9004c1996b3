package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.process.CodeShape;
import eu.guichet.process.Event;
import eu.guichet.process.Verifying;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens, corrects and closes contacts, and keeps the agent's own line in them. */
public final class ManageContacts {
    /** How many are closed in one round. */
    private static final int AT_ONCE = 50;

    private final Desk desk;

    public ManageContacts(Desk desk) {
        this.desk = desk;
    }

    /** @param isNew false where it was open already */
    public record Opened(StoredContact contact, boolean isNew) {}

    /** @param acts what was done for the person in it, oldest first */
    public record Closed(StoredContact contact, Instant at, List<AuditAct> acts) {
        public Closed {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Opens one. Where the agent has one open about this person it is that one, with this reason, and identity has to be
     * verified anew: whoever lost the answer asks again, and whoever comes after a crash of the desktop may be somebody else.
     */
    public Opened open(Principal who, String pensionerId, AccessReason reason) {
        return desk.act(who, AuditAct.CONTACT_OPENED, pensionerId, reason.value(), tx -> {
            Pensioner about = tx.pensioners().find(pensionerId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            desk.require(who, new Asked.OpenFile(about.office()));
            Optional<StoredContact> before = tx.contacts().open(who.id(), pensionerId);
            if (before.isPresent()) {
                String id = before.get().id();
                tx.contacts().correct(id, reason);
                tx.contacts().touch(id, desk.now());
                tx.verifications().end(id, desk.now());
                return Done.nothing(new Opened(find(tx, id), false), "open already");
            }
            tx.holdUp(who.id());
            if (tx.contacts().open(who.id()).size() >= desk.policy().contacts().open()) {
                throw Refusal.of(ProblemType.TOO_MANY_CONTACTS);
            }
            StoredContact contact = new StoredContact(
                    UUID.randomUUID().toString(),
                    pensionerId,
                    who.id(),
                    who.name(),
                    who.office(),
                    reason,
                    desk.now(),
                    null,
                    null,
                    "");
            tx.contacts().add(contact);
            return new Done<>(new Opened(contact, true), "opened");
        });
    }

    /** All that the agent has open, oldest first. */
    public List<StoredContact> mine(Principal who) {
        return desk.read(tx -> tx.contacts().open(who.id()));
    }

    /** @param reason why after all; a verification that it does not allow ends */
    public StoredContact correct(Principal who, String contactId, AccessReason reason) {
        StoredContact contact = ownOrRefused(who, AuditAct.CONTACT_CHANGED, contactId);
        return desk.act(who, AuditAct.CONTACT_CHANGED, contact.pensionerId(), reason.value(), tx -> {
            Instant now = desk.now();
            own(tx, who, contactId);
            tx.contacts().correct(contactId, reason);
            tx.contacts().touch(contactId, now);
            tx.verifications()
                    .inForce(contactId, now)
                    .filter(made -> !Verifying.allowed(made.method(), reason))
                    .ifPresent(_ -> tx.verifications().end(contactId, now));
            return new Done<>(
                    find(tx, contactId),
                    "was " + contact.reason().value(),
                    !contact.reason().equals(reason));
        });
    }

    /**
     * Keeps the agent's own line. It comes at every key press and is audited when the contact is closed. Where it has the
     * shape of a code, nothing is kept of it, nor of the line before, which may be its beginning.
     */
    public StoredContact note(Principal who, String contactId, String note) {
        boolean code = CodeShape.in(note);
        String about = ownOrRefused(who, AuditAct.CONTACT_CHANGED, contactId).pensionerId();
        StoredContact kept = desk.write(about, tx -> {
            own(tx, who, contactId);
            tx.contacts().note(contactId, code ? "" : note);
            tx.contacts().touch(contactId, desk.now());
            return find(tx, contactId);
        });
        if (code) {
            throw Refusal.invalid("note", "looks-like-a-code");
        }
        return kept;
    }

    /** Closes one; closed already, it answers the same. */
    public Closed close(Principal who, String contactId) {
        Optional<StoredContact> contact = desk.read(tx -> tx.contacts().find(contactId));
        return close(
                who,
                contact.filter(found -> found.agentId().equals(who.id()))
                        .orElseThrow(() -> refused(who, AuditAct.CONTACT_CLOSED, contact)));
    }

    /** Closes those that nobody has touched for long, and answers whether there may be more of them. */
    public boolean closeAbandoned() {
        Instant since = desk.now().minus(desk.policy().contacts().idle());
        List<StoredContact> abandoned = desk.read(tx -> tx.contacts().untouchedSince(since, AT_ONCE));
        abandoned.forEach(contact -> close(program(contact), contact));
        return abandoned.size() == AT_ONCE;
    }

    private static Principal program(StoredContact contact) {
        return new Principal("guichet", "Guichet", Role.PROCESS, contact.office());
    }

    private Closed close(Principal who, StoredContact contact) {
        Instant before = contact.closedAt();
        if (before != null) {
            return new Closed(contact, before, desk.read(tx -> tx.audit().doneIn(contact.id())));
        }
        return desk.act(who, AuditAct.CONTACT_CLOSED, contact, tx -> {
            StoredContact open = find(tx, contact.id());
            List<AuditAct> acts = tx.audit().doneIn(contact.id());
            Instant earlier = open.closedAt();
            if (earlier != null) {
                return Done.nothing(new Closed(open, earlier, acts), "repeated");
            }
            Instant now = desk.now();
            tx.contacts().close(open.id(), now);
            tx.afterCommit(() -> desk.live().closed(open.agentId(), open.pensionerId()));
            if (!acts.isEmpty() || !open.note().isEmpty()) {
                desk.record(tx, desk.open(tx, open.pensionerId()), closing(open, now, acts));
            }
            return new Done<>(new Closed(open, now, acts), open.note().isEmpty() ? "closed" : "closed, with a note");
        });
    }

    private static Event.ContactClosed closing(StoredContact open, Instant now, List<AuditAct> acts) {
        return new Event.ContactClosed(
                now, open.id(), open.reason(), open.openedAt(), acts, open.note(), open.agentName());
    }

    /** A contact that is another's, or none, leaves a row. */
    private StoredContact ownOrRefused(Principal who, AuditAct act, String contactId) {
        Optional<StoredContact> contact = desk.read(tx -> tx.contacts().find(contactId));
        return contact.filter(found -> found.openFor(who.id(), found.pensionerId()))
                .orElseThrow(() -> refused(who, act, contact));
    }

    private Refusal refused(Principal who, AuditAct act, Optional<StoredContact> contact) {
        String about = contact.map(StoredContact::pensionerId).orElse(null);
        return desk.refused(who, act, about, Refusal.of(ProblemType.CONTACT_REQUIRED));
    }

    private static StoredContact own(Tx tx, Principal who, String contactId) {
        return tx.contacts()
                .find(contactId)
                .filter(found -> found.openFor(who.id(), found.pensionerId()))
                .orElseThrow(() -> Refusal.of(ProblemType.CONTACT_REQUIRED));
    }

    private static StoredContact find(Tx tx, String contactId) {
        return tx.contacts().find(contactId).orElseThrow();
    }
}
