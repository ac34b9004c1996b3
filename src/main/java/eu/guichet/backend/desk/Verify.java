package eu.guichet.backend.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.PensionNumber;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.process.Verifying;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Records how a person was identified. It answers match or no match, never which value was wrong. */
public final class Verify {
    private final Desk desk;
    private final Predicate<OfficeCode> hasCounter;

    /** @param hasCounter whether an office has a counter at which a document can be seen */
    public Verify(Desk desk, Predicate<OfficeCode> hasCounter) {
        this.desk = desk;
        this.hasCounter = hasCounter;
    }

    public VerificationResult verify(InContact within, VerificationRequest request) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.VERIFICATION, pensionerId, null, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            StoredContact contact = desk.requireContact(tx, within);
            Optional<VerificationLock> lock = tx.verifications().lock(pensionerId, desk.now());
            if (lock.isPresent()) {
                throw Refusal.lockedUntil(lock.get().until());
            }
            return matches(who, about.pensioner(), request)
                    ? match(tx, contact, request.method())
                    : miss(tx, who, pensionerId);
        });
    }

    private boolean matches(Principal who, Pensioner pensioner, VerificationRequest request) {
        return switch (request.method()) {
            case DOCUMENT_SEEN -> {
                requireNoData(request);
                if (!hasCounter.test(who.office())) {
                    throw Refusal.invalid("method", "no-counter");
                }
                yield true;
            }
            case CALLED_BACK -> {
                requireNoData(request);
                if (pensioner.phone() == null) {
                    throw Refusal.invalid("method", "no-phone-on-file");
                }
                yield true;
            }
            case DATA_POINTS -> dataMatch(pensioner, request);
        };
    }

    private static boolean dataMatch(Pensioner pensioner, VerificationRequest request) {
        String number = request.pensionNumber();
        LocalDate birthDate = request.birthDate();
        String postcode = request.postcode();
        if (number == null || number.isBlank()) {
            throw Refusal.invalid("pensionNumber", "required");
        }
        if (birthDate == null) {
            throw Refusal.invalid("birthDate", "required");
        }
        if (postcode == null || postcode.isBlank()) {
            throw Refusal.invalid("postcode", "required");
        }
        String country = pensioner.address().country();
        // One comparison of all three, so that the time taken tells nothing of which was wrong.
        return same(
                joined(PensionNumber.canonical(number).orElse(""), birthDate, Postcodes.bare(postcode, country)),
                joined(
                        pensioner.pensionNumber(),
                        pensioner.birthDate(),
                        Postcodes.bare(pensioner.address().postcode(), country)));
    }

    private static String joined(String pensionNumber, LocalDate birthDate, String postcode) {
        return String.join("\n", pensionNumber, birthDate.toString(), postcode);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static void requireNoData(VerificationRequest request) {
        if (request.pensionNumber() != null || request.birthDate() != null || request.postcode() != null) {
            throw Refusal.invalid("method", "takes-no-data");
        }
    }

    private Done<VerificationResult> match(Tx tx, StoredContact contact, VerificationMethod method) {
        Instant now = desk.now();
        Verification verification = Verifying.made(method, desk.policy(), now);
        tx.verifications().add(contact, verification);
        int triesLeft = desk.policy().identity().misses() - misses(tx, contact.pensionerId(), now);
        return new Done<>(
                new VerificationResult(true, verification, triesLeft, null),
                "match " + method.name().toLowerCase(Locale.ROOT));
    }

    private Done<VerificationResult> miss(Tx tx, Principal who, String pensionerId) {
        Instant now = desk.now();
        tx.verifications().miss(pensionerId, who.id(), now);
        Verifying.Miss miss = Verifying.missed(misses(tx, pensionerId, now), desk.policy(), now);
        VerificationLock lock = miss.lock();
        if (lock != null) {
            tx.verifications().lock(pensionerId, now, lock.until());
        }
        return Done.nothing(
                new VerificationResult(false, null, miss.triesLeft(), lock), lock == null ? "miss" : "miss, locked");
    }

    private int misses(Tx tx, String pensionerId, Instant now) {
        return tx.verifications().misses(pensionerId, Verifying.missesSince(desk.policy(), now));
    }
}
