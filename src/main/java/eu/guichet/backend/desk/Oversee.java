package eu.guichet.backend.desk;

import static java.util.stream.Collectors.toSet;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.ActOutcome.Performed;
import eu.guichet.backend.desk.ActOutcome.Waits;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.process.ApprovalReason;
import eu.guichet.text.Digests;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a supervisor and an auditor look at, and the unlocking of a verification. Their looks are recorded as well. */
public final class Oversee {
    private static final int PAGE = 100;

    private final Desk desk;
    private final AskApproval asking;
    private final Function<OfficeCode, ZoneId> zones;
    private final Supplier<List<Alarm>> alarms;

    /**
     * @param zones the zone of each office
     * @param alarms what was found at the last look
     */
    public Oversee(Desk desk, Function<OfficeCode, ZoneId> zones, Supplier<List<Alarm>> alarms) {
        this.alarms = alarms;
        this.desk = desk;
        this.asking = new AskApproval(desk);
        this.zones = zones;
    }

    /** What the people of the own offices did; a day begins and ends as in the office where whoever asks works. */
    public AuditPage audit(Principal who, AuditQuery wanted) {
        return desk.look(who, AuditAct.AUDIT_READ, wanted.pensionerId(), null, tx -> {
            AuditPage page = tx.audit().page(wanted, desk.access().trail(who), zones.apply(who.office()), PAGE);
            return new Done<>(page, page.entries().size() + " rows");
        });
    }

    /**
     * Those of the own offices whose verification is locked, and those whom somebody of them locked.
     *
     * @param sentences why whoever asks may not end a lock, in words
     */
    public List<LockedVerification> locked(Principal who, Function<Ground, String> sentences) {
        return desk.look(who, AuditAct.LOCKS_READ, null, null, tx -> {
            List<LockedVerification> locked = tx.verifications().locked(desk.now()).stream()
                    .flatMap(lock -> described(tx, lock, who, sentences).stream())
                    .toList();
            return new Done<>(locked, locked.size() + " locked");
        });
    }

    /** Who was refused of late because of a limit: a supervisor sees those of the own offices, an auditor all. */
    public List<ReachedLimit> reachedLimits(Principal who) {
        return desk.look(who, AuditAct.LIMITS_READ, null, null, tx -> {
            List<ReachedLimit> reached = tx.limitUses().reached(desk.access().trail(who), desk.now());
            return new Done<>(reached, reached.size() + " rows");
        });
    }

    /**
     * What goes wrong now in the own offices, and in what all offices have in common; an auditor sees all. It names nobody, so that
     * reading it leaves no audit row.
     */
    public List<Alarm> alarms(Principal who) {
        Set<OfficeCode> shown = desk.access().trail(who);
        return alarms.get().stream()
                .filter(alarm -> alarm.office() == null || shown.contains(alarm.office()))
                .toList();
    }

    /**
     * Ends the lock, or asks another supervisor where the policy wants that; misses before it count no more. Somebody who missed
     * does not end it.
     *
     * @param key under which another supervisor is asked, once
     */
    public ActOutcome<String> unlock(Principal who, String pensionerId, String reason, String key) {
        WrittenDown.requireNoCode("reason", reason);
        String hash = Digests.sha256("unlock " + pensionerId + " " + reason);
        AskApproval.Asking asked =
                new AskApproval.Asking(who, key, hash, new ApprovalRequest.Unlock(new Justification(reason)));
        return desk.act(who, AuditAct.VERIFICATION_UNLOCKED, pensionerId, reason, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            Optional<StoredApproval> before = asking.before(tx, asked).or(() -> asking.same(tx, about, asked));
            if (before.isPresent()) {
                return Done.nothing(new Waits<>(before.get()), "repeated");
            }
            List<Verifications.Missed> missed = missed(tx, pensionerId);
            desk.require(who, unlocked(about.pensioner(), missed));
            AskApproval.requireNoneAsked(about, ApprovalAct.UNLOCK_VERIFICATION);
            List<ApprovalReason> why = desk.policy().approvals().always(ApprovalAct.UNLOCK_VERIFICATION);
            if (!why.isEmpty() && !missed.isEmpty()) {
                return Done.nothing(new Waits<>(asking.ask(tx, about, asked, why)), "approval asked");
            }
            return new Done<>(new Performed<>(pensionerId), approved(tx, who, about));
        });
    }

    /** What another supervisor has approved, or what wants no second one; answers what the trail keeps of it. */
    String approved(Tx tx, Principal who, OpenEnrolment about) {
        desk.require(who, unlocked(about.pensioner(), missed(tx, about.id())));
        if (!tx.verifications().unlock(about.id(), desk.now())) {
            throw Refusal.closed("not-locked");
        }
        desk.tellChanged(tx, about);
        return "unlocked";
    }

    /** Whose misses led to the lock in force; nobody's where there is none. */
    private List<Verifications.Missed> missed(Tx tx, String pensionerId) {
        return tx.verifications().locked(desk.now()).stream()
                .filter(lock -> lock.pensionerId().equals(pensionerId))
                .flatMap(lock -> lock.missed().stream())
                .toList();
    }

    private static Asked.SeeLock seen(Pensioner pensioner, List<Verifications.Missed> missed) {
        return new Asked.SeeLock(
                pensioner.office(),
                missed.stream()
                        .flatMap(one -> Optional.ofNullable(one.office()).stream())
                        .collect(toSet()));
    }

    private static Asked.Unlock unlocked(Pensioner pensioner, List<Verifications.Missed> missed) {
        return new Asked.Unlock(
                seen(pensioner, missed),
                missed.stream().map(Verifications.Missed::agentId).collect(toSet()));
    }

    private Optional<LockedVerification> described(
            Tx tx, Verifications.Locked lock, Principal who, Function<Ground, String> sentences) {
        Pensioner pensioner =
                tx.pensioners().find(lock.pensionerId()).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        if (!desk.access().allows(who, seen(pensioner, lock.missed()))) {
            return Optional.empty();
        }
        return Optional.of(new LockedVerification(
                pensioner.id(),
                FileAssembler.name(pensioner),
                pensioner.birthDate().getYear(),
                pensioner.office(),
                lock.since(),
                lock.until(),
                lock.missed().stream()
                        .map(missed -> name(tx, missed))
                        .distinct()
                        .toList(),
                desk.access()
                        .refusal(who, unlocked(pensioner, lock.missed()))
                        .map(sentences)
                        .orElse(null)));
    }

    private static String name(Tx tx, Verifications.Missed missed) {
        String name = missed.name();
        return name == null ? tx.audit().nameOf(missed.agentId()) : name;
    }
}
