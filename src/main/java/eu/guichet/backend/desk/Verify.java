package eu.guichet.backend.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.address.Postcodes;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.PensionNumber;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.process.Verifying;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records how a person was identified. It answers match or no match, never which value was wrong. Whatever is typed is
 * compared here, so that nobody identifies a person by having looked at the screen.
 */
public final class Verify {
    private final Desk desk;
    private final Counters counters;
    private final Namesakes namesakes;

    public Verify(Desk desk, Counters counters, Namesakes namesakes) {
        this.desk = desk;
        this.counters = counters;
        this.namesakes = namesakes;
    }

    /** Where a document can be seen. */
    public enum CounterState {
        /** The office has none. */
        NONE,
        CLOSED,
        OPEN
    }

    /** Knows the offices' counters. */
    @FunctionalInterface
    public interface Counters {
        CounterState at(OfficeCode office, Instant now);
    }

    /** Knows how many others share a person's name as heard and year of birth. */
    @FunctionalInterface
    public interface Namesakes {
        int of(String pensionerId);
    }

    public VerificationResult verify(InContact within, VerificationRequest request) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        // asked outside the transaction: whoever is asked may have to read in who was just imported
        boolean unique = namesakes.of(pensionerId) == 0;
        return desk.act(who, AuditAct.VERIFICATION, pensionerId, null, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            StoredContact contact = desk.requireContact(tx, within);
            Optional<VerificationLock> lock = tx.verifications().lock(pensionerId, who.id(), desk.now());
            if (lock.isPresent()) {
                throw Refusal.lockedUntil(lock.get().until());
            }
            requireTriesLeft(tx, who);
            requireAllowed(who, contact, request.method());
            return matches(about.pensioner(), unique, request)
                    ? match(tx, contact, request.method())
                    : miss(tx, contact);
        });
    }

    /** Without it an agent could lock verification for everybody, a few misses each. */
    private void requireTriesLeft(Tx tx, Principal who) {
        tx.holdUp(who.id());
        Duration window = desk.policy().identity().lock();
        int most = desk.policy().identity().agentMisses();
        tx.verifications()
                .latestMissesOf(who.id(), desk.now().minus(window), most)
                .ifPresent(oldest -> {
                    throw Refusal.tooManyMisses(oldest.plus(window));
                });
    }

    private void requireAllowed(Principal who, StoredContact contact, VerificationMethod method) {
        if (!Verifying.allowed(method, contact.reason())) {
            throw Refusal.invalid(
                    "method", contact.reason().atCounter() ? "not-at-the-counter" : "only-at-the-counter");
        }
        if (method == VerificationMethod.DOCUMENT_SEEN) {
            switch (counters.at(who.office(), desk.now())) {
                case NONE -> throw Refusal.invalid("method", "no-counter");
                case CLOSED -> {
                    if (desk.policy().identity().counterHours()) {
                        throw Refusal.invalid("method", "counter-closed");
                    }
                }
                case OPEN -> {}
            }
        }
    }

    private static boolean matches(Pensioner pensioner, boolean unique, VerificationRequest request) {
        return switch (request.method()) {
            case DOCUMENT_SEEN -> documentMatches(pensioner, unique, request);
            case CALLED_BACK -> {
                absent("birthDay", request.birthDay());
                if (pensioner.phone() == null) {
                    throw Refusal.invalid("method", "no-phone-on-file");
                }
                if (unique) {
                    absent("birthDate", request.birthDate());
                    yield true;
                }
                yield same(required("birthDate", request.birthDate()), pensioner.birthDate());
            }
            case DATA_POINTS -> {
                absent("birthDay", request.birthDay());
                yield dataMatch(pensioner, request);
            }
        };
    }

    /** What stands on the document the agent types: looking at it is not yet reading it. */
    private static boolean documentMatches(Pensioner pensioner, boolean unique, VerificationRequest request) {
        if (unique) {
            absent("birthDate", request.birthDate());
            return same(required("birthDay", request.birthDay()), MonthDay.from(pensioner.birthDate()));
        }
        absent("birthDay", request.birthDay());
        return same(required("birthDate", request.birthDate()), pensioner.birthDate());
    }

    private static void absent(String field, @Nullable Object value) {
        if (value != null) {
            throw Refusal.invalid(field, "not-expected");
        }
    }

    private static String required(String field, @Nullable Object value) {
        if (value == null) {
            throw Refusal.invalid(field, "required");
        }
        return value.toString();
    }

    private static boolean same(String typed, Object onFile) {
        return same(typed, onFile.toString());
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

    private Done<VerificationResult> match(Tx tx, StoredContact contact, VerificationMethod method) {
        Instant now = desk.now();
        Verification verification = Verifying.made(method, desk.policy(), now);
        tx.verifications().add(contact, verification);
        int triesLeft = desk.policy().identity().misses() - misses(tx, contact, now);
        return new Done<>(
                new VerificationResult(true, verification, triesLeft, null),
                "match " + method.name().toLowerCase(Locale.ROOT));
    }

    private Done<VerificationResult> miss(Tx tx, StoredContact contact) {
        Instant now = desk.now();
        String pensionerId = contact.pensionerId();
        Verifications.Missed by = new Verifications.Missed(contact.agentId(), contact.agentName(), contact.office());
        tx.verifications().miss(pensionerId, by, now);
        Verifying.Miss miss = Verifying.missed(misses(tx, contact, now), desk.policy(), now);
        VerificationLock lock = miss.lock();
        if (lock != null) {
            tx.verifications().lock(pensionerId, contact.agentId(), now, lock.until());
        }
        return Done.nothing(
                new VerificationResult(false, null, miss.triesLeft(), lock), lock == null ? "miss" : "miss, locked");
    }

    private int misses(Tx tx, StoredContact contact, Instant now) {
        return tx.verifications()
                .misses(contact.pensionerId(), contact.agentId(), Verifying.missesSince(desk.policy(), now));
    }
}
