package eu.guichet.backend.desk;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Decision;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Outage;
import eu.guichet.process.Policy;
import eu.guichet.process.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every act stands on: the store, the policy, the clock, the audit trail and whom to tell afterwards. */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Database database;
    private final DatedPolicy policy;
    private final InstantSource clock;
    private final LiveHub live;
    private final EnrolmentJournal journal;
    private final Runnable outboxFilled;

    /** @param outboxFilled told after a transaction that put something into the outbox or the print queue; it must not
     *     block */
    public Desk(
            Database database,
            DatedPolicy policy,
            InstantSource clock,
            LiveHub live,
            EnrolmentJournal journal,
            Runnable outboxFilled) {
        this.database = database;
        this.policy = policy;
        this.clock = clock;
        this.live = live;
        this.journal = journal;
        this.outboxFilled = outboxFilled;
    }

    /**
     * @param value what the act answers
     * @param outcome what the audit trail keeps of it; never personal data. Null where nothing came of it that anybody did
     * @param effective whether it did something; a miss or a repetition does nothing
     */
    public record Done<T>(T value, @Nullable String outcome, boolean effective) {
        public Done(T value, String outcome) {
            this(value, outcome, true);
        }

        static <T> Done<T> nothing(T value, String outcome) {
            return new Done<>(value, outcome, false);
        }

        /** Another was quicker, whose row says all: it leaves none of its own. */
        static <T> Done<T> overtaken(T value) {
            return new Done<>(value, null, false);
        }
    }

    /**
     * Runs an act in one transaction with its audit row; a refusal is kept in a row of its own. Where the caller has a contact
     * about this person open, before the act or after it, the row names it.
     *
     * @param reason as the agent gave it for this act, or null: the row then has the contact's
     */
    <T> T act(
            Principal who, AuditAct act, @Nullable String about, @Nullable String reason, Function<Tx, Done<T>> work) {
        return act(who, act, about, reason, tx -> openContact(tx, who, about), work);
    }

    /** As the other, within a contact that may be somebody else's. */
    <T> T act(Principal who, AuditAct act, StoredContact contact, Function<Tx, Done<T>> work) {
        Optional<StoredContact> within = Optional.of(contact);
        return act(who, act, contact.pensionerId(), null, _ -> within, work);
    }

    private <T> T act(
            Principal who,
            AuditAct act,
            @Nullable String about,
            @Nullable String reason,
            Function<Tx, Optional<StoredContact>> contact,
            Function<Tx, Done<T>> work) {
        try {
            return about(about, tx -> {
                Optional<StoredContact> before = contact.apply(tx);
                Done<T> done = work.apply(tx);
                StoredContact within = before.or(() -> contact.apply(tx)).orElse(null);
                audit(tx, who, act, about, within, reason, done);
                tx.afterCommit(() -> LOG.debug("{} of {}: done", act, about));
                return done.value();
            });
        } catch (Refusal refusal) {
            String outcome = refusal.type().key();
            LOG.debug("{} of {}: {}", act, about, outcome);
            database.append(tx -> audit(tx, who, act, about, contact.apply(tx).orElse(null), reason, outcome, false));
            throw refusal;
        }
    }

    /** Acts about different people run side by side. */
    private <T extends @Nullable Object> T about(@Nullable String pensionerId, Function<Tx, T> work) {
        return pensionerId == null ? database.writeBeside(work) : database.writeAbout(pensionerId, work);
    }

    /**
     * Shows something: it is read from one moment of the store, beside whoever writes, and answered once the audit row is on
     * disk. A refusal is kept in a row as well.
     */
    public <T> T look(
            Principal who, AuditAct act, @Nullable String about, @Nullable String reason, Function<Tx, Done<T>> look) {
        return look(who, act, about, reason, look, _ -> {});
    }

    /** Refuses what is not for this one to do. */
    public void require(Principal who, Asked asked) {
        access().refusal(who, asked).ifPresent(ground -> {
            throw Refusal.notAllowed(ground);
        });
    }

    /** With the figures that hold now. */
    public Access access() {
        return new Access(policy().contacts().otherOffices());
    }

    /** @param mark is written together with the audit row, in a short transaction */
    <T> T look(
            Principal who,
            AuditAct act,
            @Nullable String about,
            @Nullable String reason,
            Function<Tx, Done<T>> look,
            Consumer<Tx> mark) {
        try {
            Looked<T> seen = database.read(tx ->
                    new Looked<>(look.apply(tx), openContact(tx, who, about).orElse(null)));
            Done<T> done = seen.done();
            database.append(tx -> {
                mark.accept(tx);
                audit(tx, who, act, about, seen.within(), reason, done);
            });
            LOG.debug("{} of {}: done", act, about);
            return done.value();
        } catch (Refusal refusal) {
            String outcome = refusal.type().key();
            LOG.debug("{} of {}: {}", act, about, outcome);
            database.append(
                    tx -> audit(tx, who, act, about, openContact(tx, who, about).orElse(null), reason, outcome, false));
            throw refusal;
        }
    }

    /** Keeps a row of what was refused before an act could begin, and answers the refusal. */
    Refusal refused(Principal who, AuditAct act, @Nullable String about, Refusal refusal) {
        recordRefusal(who, act, about, refusal.type().key());
        return refusal;
    }

    /** Keeps a row of what was refused before an act could begin. */
    void recordRefusal(Principal who, AuditAct act, @Nullable String about, String outcome) {
        database.append(tx -> audit(tx, who, act, about, null, null, outcome, false));
    }

    private record Looked<T>(Done<T> done, @Nullable StoredContact within) {}

    private static Optional<StoredContact> openContact(Tx tx, Principal who, @Nullable String about) {
        return Optional.ofNullable(about).flatMap(person -> tx.contacts().open(who.id(), person));
    }

    /** For what leaves no audit row. */
    public <T> T read(Function<Tx, T> work) {
        return database.read(work);
    }

    /** For what is no act of its own and leaves no audit row. */
    <T> T write(String pensionerId, Function<Tx, T> work) {
        return database.writeAbout(pensionerId, work);
    }

    /** As the other, of rows that are about nobody alone. */
    <T> T writeBeside(Function<Tx, T> work) {
        return database.writeBeside(work);
    }

    public Instant now() {
        return clock.instant();
    }

    /** The figures that hold now. */
    public Policy policy() {
        return policy.at(now());
    }

    DatedPolicy datedPolicy() {
        return policy;
    }

    LiveHub live() {
        return live;
    }

    OpenEnrolment open(Tx tx, String pensionerId) {
        Pensioner pensioner = tx.pensioners().find(pensionerId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        return open(pensioner, tx.events().history(pensionerId), tx.notices().outages(now()));
    }

    /** Several people, whose histories are read at once. */
    List<OpenEnrolment> open(Tx tx, Collection<Pensioner> people) {
        List<Outage> outages = tx.notices().outages(now());
        Map<String, History> histories =
                tx.events().histories(people.stream().map(Pensioner::id).toList());
        return people.stream()
                .map(one -> open(one, Objects.requireNonNull(histories.get(one.id())), outages))
                .toList();
    }

    private OpenEnrolment open(Pensioner pensioner, History history, List<Outage> outages) {
        Enrolment enrolment = pensioner.enrolment(history, policy, now()).during(outages, pensioner.phone(), now());
        return new OpenEnrolment(pensioner, history, enrolment);
    }

    /** Adds the event and, once it is committed, tells whoever has the file open. */
    void record(Tx tx, OpenEnrolment about, Event event) {
        journal.append(tx, about.id(), event);
    }

    /** What the file shows changes, though nothing happened to the enrolment. */
    void tellChanged(Tx tx, OpenEnrolment about) {
        journal.touched(tx, about.id(), about.pensioner().version());
    }

    void outboxFilled(Tx tx) {
        tx.afterCommit(outboxFilled);
    }

    /** The contact within which the act is done; from here on it counts as touched. */
    StoredContact requireContact(Tx tx, InContact within) {
        StoredContact contact = contact(tx, within);
        tx.contacts().touch(contact.id(), now());
        return contact;
    }

    /** The contact within which something was looked at counts as touched. */
    void touch(Tx tx, InContact within) {
        String id = within.contactId();
        if (id != null) {
            tx.contacts().touch(id, now());
        }
    }

    /** The contact within which something is looked at. */
    StoredContact contact(Tx tx, InContact within) {
        return Optional.ofNullable(within.contactId())
                .flatMap(tx.contacts()::find)
                .filter(found -> found.openFor(within.who().id(), within.pensionerId()))
                .orElseThrow(() -> Refusal.of(ProblemType.CONTACT_REQUIRED));
    }

    /** As {@link #requireContact}, with identity verified in it. */
    void requireVerified(Tx tx, InContact within) {
        StoredContact contact = requireContact(tx, within);
        if (tx.verifications().inForce(contact.id(), now()).isEmpty()) {
            throw Refusal.of(ProblemType.VERIFICATION_REQUIRED);
        }
    }

    void requireOpen(OpenEnrolment about, ActionKind kind) {
        Decision decision = about.enrolment().decision(kind);
        Reason reason = decision.reason();
        if (reason != null) {
            throw Refusal.closed(decision, reason);
        }
    }

    /**
     * Keeps that something else was done in this transaction as well, by whoever it may be.
     *
     * @param within the contact in which it was done or asked for, or null
     */
    void alsoDone(Tx tx, Principal who, AuditAct act, String about, @Nullable StoredContact within, String outcome) {
        audit(tx, who, act, about, within, null, outcome, true);
    }

    private void audit(
            Tx tx,
            Principal who,
            AuditAct act,
            @Nullable String about,
            @Nullable StoredContact within,
            @Nullable String reason,
            Done<?> done) {
        String outcome = done.outcome();
        if (outcome != null) {
            audit(tx, who, act, about, within, reason, outcome, done.effective());
        }
    }

    private void audit(
            Tx tx,
            Principal who,
            AuditAct act,
            @Nullable String about,
            @Nullable StoredContact within,
            @Nullable String reason,
            String outcome,
            boolean effective) {
        String why = reason == null && within != null ? within.reason().value() : reason;
        tx.audit()
                .add(new AuditRow(
                        now(),
                        who.id(),
                        who.name(),
                        who.role(),
                        who.office(),
                        act,
                        about,
                        within == null ? null : within.id(),
                        why,
                        outcome,
                        effective));
    }
}
