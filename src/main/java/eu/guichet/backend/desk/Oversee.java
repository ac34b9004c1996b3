package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a supervisor and an auditor look at, and the unlocking of a verification. Their looks are recorded as well. */
public final class Oversee {
    private static final int PAGE = 100;

    private final Desk desk;
    private final Function<OfficeCode, ZoneId> zones;

    /** @param zones the zone of each office */
    public Oversee(Desk desk, Function<OfficeCode, ZoneId> zones) {
        this.desk = desk;
        this.zones = zones;
    }

    /** A supervisor sees the own office's rows, an auditor all; a day begins and ends as in the office of whoever asks. */
    public AuditPage audit(Principal who, AuditQuery wanted) {
        return desk.look(who, AuditAct.AUDIT_READ, wanted.pensionerId(), null, tx -> {
            AuditPage page = tx.audit().page(wanted, officeOf(who), zones.apply(who.office()), PAGE);
            return new Done<>(page, page.entries().size() + " rows");
        });
    }

    /** Those of the own offices whose verification is locked, and those whom somebody of them locked. */
    public List<LockedVerification> locked(Principal who) {
        return desk.look(who, AuditAct.LOCKS_READ, null, null, tx -> {
            List<LockedVerification> locked = tx.verifications().locked(desk.now()).stream()
                    .flatMap(lock -> described(tx, lock, who).stream())
                    .toList();
            return new Done<>(locked, locked.size() + " locked");
        });
    }

    /** Ends the lock; misses before it count no more. */
    public void unlock(Principal who, String pensionerId, String reason) {
        WrittenDown.requireNoCode("reason", reason);
        desk.act(who, AuditAct.VERIFICATION_UNLOCKED, pensionerId, reason, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            if (!who.actsFor(about.pensioner().office()) && !lockedByOneOf(tx, pensionerId, who)) {
                throw Refusal.notAllowed("person-of-another-office");
            }
            if (!tx.verifications().unlock(pensionerId, desk.now())) {
                throw Refusal.closed("not-locked");
            }
            desk.tellChanged(tx, about);
            return new Done<>(pensionerId, "unlocked");
        });
    }

    private boolean lockedByOneOf(Tx tx, String pensionerId, Principal who) {
        return tx.verifications().locked(desk.now()).stream()
                .filter(lock -> lock.pensionerId().equals(pensionerId))
                .anyMatch(lock -> who.offices().stream().anyMatch(lock::concerns));
    }

    private static @Nullable OfficeCode officeOf(Principal who) {
        return who.role() == Role.AUDITOR ? null : who.office();
    }

    private static Optional<LockedVerification> described(Tx tx, Verifications.Locked lock, Principal who) {
        Pensioner pensioner =
                tx.pensioners().find(lock.pensionerId()).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        if (!who.actsFor(pensioner.office()) && who.offices().stream().noneMatch(lock::concerns)) {
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
                        .toList()));
    }

    private static String name(Tx tx, Verifications.Missed missed) {
        String name = missed.name();
        return name == null ? tx.audit().nameOf(missed.agentId()) : name;
    }
}
