package eu.guichet.backend.desk;

import static eu.guichet.contract.VerificationMethod.CALLED_BACK;
import static eu.guichet.contract.VerificationMethod.DOCUMENT_SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.address.Postcodes;
import eu.guichet.backend.desk.Verify.CounterState;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class VerifyTest {
    private static final LocalDate BORN = LocalDate.of(1944, 3, 12);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private VerificationResult verify(VerificationRequest request) {
        return counter.verifying().verify(counter.here(), request);
    }

    private VerificationResult typed(String number, LocalDate born, String postcode) {
        return verify(new VerificationRequest(VerificationMethod.DATA_POINTS, number, born, null, postcode));
    }

    private VerificationResult wrong() {
        return typed("10P1", BORN, "L-9999");
    }

    @Test
    void data_match_in_whatever_notation_they_are_typed() {
        assertThat(typed("10 p.1", BORN, "l 1234").match()).isTrue();
    }

    @Test
    void a_postcode_is_said_with_or_without_the_sign_of_its_country() {
        for (String said : List.of("1234", "L-1234", "L 1234", "lu-1234", "LU1234")) {
            assertThat(typed("10P1", BORN, said).match()).as(said).isTrue();
        }
        assertThat(Postcodes.bare("1050", "LV")).isEqualTo(Postcodes.bare("LV-1050", "LV"));
        assertThat(Postcodes.bare("SW1A 1AA", "GB")).isEqualTo("SW1A1AA");
        assertThat(Postcodes.bare("D-66111", "DE")).isEqualTo("66111");
        assertThat(Postcodes.bare("B-1234", "LU"))
                .as("the sign of another country")
                .isNotEqualTo("1234");
    }

    @Test
    void each_of_the_three_must_be_right() {
        assertThat(typed("10P2", BORN, "L-1234").match()).isFalse();
        assertThat(typed("10P1", BORN.plusDays(1), "L-1234").match()).isFalse();
        assertThat(typed("10P1", BORN, "L-1235").match()).isFalse();
    }

    @Test
    void the_fifth_miss_locks_for_an_hour_whatever_is_typed_then() {
        for (int left = 4; left > 0; left--) {
            assertThat(wrong().triesLeft()).isEqualTo(left);
        }
        assertThat(wrong().lock()).isNotNull();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> typed("10P1", BORN, "L-1234"));
        assertThat(refusal.type()).isEqualTo(ProblemType.VERIFICATION_LOCKED);
        assertThat(refusal.opensAt()).isEqualTo(counter.now.plus(Duration.ofHours(1)));
        counter.pass(Duration.ofHours(1));
        assertThat(typed("10P1", BORN, "L-1234").match()).isTrue();
    }

    @Test
    void a_lock_is_shown_to_the_office_of_the_person_and_to_the_office_where_it_came_about() {
        Principal brussels = new Principal("s2", "L. B.", Role.SUPERVISOR, OfficeCode.BRU);
        Principal ispra = new Principal("s3", "G. V.", Role.SUPERVISOR, OfficeCode.ISP);
        Oversee oversee = new Oversee(counter.desk, _ -> ZoneOffset.UTC, List::of);
        counter.database.execute(tx -> {
            Verifications.Missed there = new Verifications.Missed("a9", "N. O.", OfficeCode.BRU);
            tx.verifications().miss(Counter.HER, there, counter.now);
            tx.verifications().lock(Counter.HER, "a9", counter.now, counter.now.plus(Duration.ofHours(1)));
        });
        assertThat(oversee.locked(Counter.SUPERVISOR, Ground::key)).hasSize(1);
        assertThat(oversee.locked(brussels, Ground::key))
                .extracting(LockedVerification::agents)
                .containsExactly(List.of("N. O."));
        assertThat(oversee.locked(ispra, Ground::key)).isEmpty();
    }

    @Test
    void the_list_says_to_a_supervisor_who_missed_that_another_one_ends_the_lock() {
        Oversee oversee = new Oversee(counter.desk, _ -> ZoneOffset.UTC, List::of);
        counter.database.execute(tx -> {
            Verifications.Missed own =
                    new Verifications.Missed(Counter.SUPERVISOR.id(), Counter.SUPERVISOR.name(), OfficeCode.BRU);
            tx.verifications().miss(Counter.HER, own, counter.now);
            tx.verifications()
                    .lock(Counter.HER, Counter.SUPERVISOR.id(), counter.now, counter.now.plus(Duration.ofHours(1)));
        });
        assertThat(oversee.locked(Counter.SUPERVISOR, Ground::key))
                .extracting(LockedVerification::closed)
                .containsExactly("second-person");
        assertThat(oversee.locked(new Principal("s2", "L. B.", Role.SUPERVISOR, OfficeCode.BRU), Ground::key))
                .extracting(LockedVerification::closed)
                .containsOnlyNulls();
    }

    @Test
    void a_lock_stops_whoever_missed_and_no_colleague() {
        for (int misses = 0; misses < 5; misses++) {
            wrong();
        }
        assertThat(catchThrowableOfType(Refusal.class, this::wrong).type()).isEqualTo(ProblemType.VERIFICATION_LOCKED);
        counter.verifiedBy(Counter.OFFICER);
    }

    @Test
    void a_lock_is_ended_by_a_supervisor_who_is_shown_it_and_not_with_a_code_for_a_reason() {
        counter.database.execute(tx -> {
            Verifications.Missed there = new Verifications.Missed("a9", "N. O.", OfficeCode.BRU);
            tx.verifications().miss(Counter.HER, there, counter.now);
            tx.verifications().lock(Counter.HER, "a9", counter.now, counter.now.plus(Duration.ofHours(1)));
        });
        Oversee oversee = new Oversee(counter.desk, _ -> ZoneOffset.UTC, List::of);
        Principal ispra = new Principal("s3", "G. V.", Role.SUPERVISOR, OfficeCode.ISP);
        Principal brussels = new Principal("s2", "L. B.", Role.SUPERVISOR, OfficeCode.BRU);
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> oversee.unlock(ispra, Counter.HER, "she is here", "first-key"))
                        .why())
                .isEqualTo("person-of-another-office");
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> oversee.unlock(brussels, Counter.HER, "DDMW-D3P6-8J8T-XAYW", "second-key"))
                        .faults())
                .containsExactly(new Refusal.Fault("reason", "looks-like-a-code"));
        Counter.performed(oversee.unlock(brussels, Counter.HER, "she is here", "third-key"));
        assertThat(oversee.locked(Counter.SUPERVISOR, Ground::key)).isEmpty();
    }

    @Test
    void after_five_misses_a_document_and_a_call_back_are_locked_as_well() {
        for (int misses = 0; misses < 5; misses++) {
            wrong();
        }
        for (VerificationMethod method : List.of(VerificationMethod.DOCUMENT_SEEN, VerificationMethod.CALLED_BACK)) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> verify(new VerificationRequest(method, null, null, null, null)));
            assertThat(refusal).as("%s", method).isNotNull();
            assertThat(refusal.type()).isEqualTo(ProblemType.VERIFICATION_LOCKED);
        }
    }

    private VerificationResult verifyWith(
            CounterState state, int namesakes, AccessReason reason, VerificationRequest request) {
        return new Verify(counter.desk, (_, _) -> state, _ -> namesakes)
                .verify(counter.here(Counter.AGENT, reason), request);
    }

    private Refusal.Fault fault(CounterState state, int namesakes, AccessReason reason, VerificationRequest request) {
        return catchThrowableOfType(Refusal.class, () -> verifyWith(state, namesakes, reason, request))
                .faults()
                .getFirst();
    }

    @Test
    void day_and_month_are_typed_from_the_document_and_compared_and_a_miss_counts() {
        VerificationResult miss = verify(VerificationRequest.documentSeen(MonthDay.of(12, 3)));
        assertThat(miss.match()).isFalse();
        assertThat(miss.triesLeft()).isEqualTo(4);
        assertThat(verify(VerificationRequest.documentSeen(MonthDay.of(3, 12))).match())
                .isTrue();
    }

    @Test
    void a_document_without_its_birth_day_is_not_seen() {
        assertThat(fault(CounterState.OPEN, 0, AccessReason.COUNTER, dated(DOCUMENT_SEEN, null)))
                .isEqualTo(new Refusal.Fault("birthDay", "required"));
    }

    @Test
    void a_document_is_seen_only_at_a_counter_that_there_is_and_that_is_open() {
        VerificationRequest seen = VerificationRequest.documentSeen(MonthDay.of(3, 12));
        assertThat(fault(CounterState.NONE, 0, AccessReason.COUNTER, seen))
                .isEqualTo(new Refusal.Fault("method", "no-counter"));
        assertThat(fault(CounterState.CLOSED, 0, AccessReason.COUNTER, seen))
                .isEqualTo(new Refusal.Fault("method", "counter-closed"));
        counter.decided("identity.counter-hours", "off");
        assertThat(verifyWith(CounterState.CLOSED, 0, AccessReason.COUNTER, seen)
                        .match())
                .isTrue();
    }

    @Test
    void a_document_is_seen_only_by_whoever_has_her_at_the_counter() {
        VerificationRequest seen = VerificationRequest.documentSeen(MonthDay.of(3, 12));
        assertThat(fault(CounterState.OPEN, 0, AccessReason.CALL, seen))
                .isEqualTo(new Refusal.Fault("method", "only-at-the-counter"));
    }

    @Test
    void nobody_at_the_counter_is_called_back() {
        assertThat(fault(CounterState.OPEN, 0, AccessReason.COUNTER, VerificationRequest.calledBack()))
                .isEqualTo(new Refusal.Fault("method", "not-at-the-counter"));
        counter.database.execute(
                tx -> tx.contacts().close(Objects.requireNonNull(counter.here().contactId()), counter.now));
        assertThat(verifyWith(CounterState.OPEN, 0, AccessReason.CALL, VerificationRequest.calledBack())
                        .match())
                .isTrue();
    }

    @Test
    void where_there_are_namesakes_a_document_needs_the_full_birth_date() {
        assertThat(fault(
                        CounterState.OPEN,
                        1,
                        AccessReason.COUNTER,
                        VerificationRequest.documentSeen(MonthDay.of(3, 12))))
                .isEqualTo(new Refusal.Fault("birthDay", "not-expected"));
        assertThat(verifyWith(CounterState.OPEN, 1, AccessReason.COUNTER, dated(DOCUMENT_SEEN, BORN.plusYears(1)))
                        .match())
                .isFalse();
        assertThat(verifyWith(CounterState.OPEN, 1, AccessReason.COUNTER, dated(DOCUMENT_SEEN, BORN))
                        .match())
                .isTrue();
        assertThat(fault(CounterState.OPEN, 0, AccessReason.COUNTER, dated(DOCUMENT_SEEN, BORN)))
                .as("without namesakes")
                .isEqualTo(new Refusal.Fault("birthDate", "not-expected"));
    }

    @Test
    void where_there_are_namesakes_a_call_back_needs_the_full_birth_date() {
        assertThat(fault(CounterState.OPEN, 2, AccessReason.CALL, VerificationRequest.calledBack()))
                .isEqualTo(new Refusal.Fault("birthDate", "required"));
        assertThat(verifyWith(CounterState.OPEN, 2, AccessReason.CALL, dated(CALLED_BACK, BORN.minusDays(1)))
                        .match())
                .isFalse();
        assertThat(verifyWith(CounterState.OPEN, 2, AccessReason.CALL, dated(CALLED_BACK, BORN))
                        .match())
                .isTrue();
    }

    private static VerificationRequest dated(VerificationMethod method, @Nullable LocalDate born) {
        return new VerificationRequest(method, null, born, null, null);
    }

    @Test
    void an_agent_who_has_missed_too_often_about_whomever_has_to_wait() {
        counter.decided("identity.agent-misses", "3");
        counter.database.execute(tx -> {
            tx.pensioners().add(Stores.somebody("p2"));
            tx.pensioners().add(Stores.somebody("p3"));
            tx.verifications().miss("p2", by(Counter.AGENT), counter.now.minus(Duration.ofMinutes(61)));
            tx.verifications().miss("p2", by(Counter.AGENT), counter.now.minus(Duration.ofMinutes(50)));
            tx.verifications().miss("p3", by(Counter.AGENT), counter.now.minus(Duration.ofMinutes(20)));
            tx.verifications().miss("p3", by(Counter.OFFICER), counter.now.minus(Duration.ofMinutes(20)));
        });
        assertThat(wrong().match()).isFalse();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> typed("10P1", BORN, "L-1234"));
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refusal.why()).isEqualTo("misses");
        assertThat(refusal.opensAt()).isEqualTo(counter.now.plus(Duration.ofMinutes(10)));
        counter.verifiedBy(Counter.OFFICER);
        counter.pass(Duration.ofMinutes(10));
        assertThat(typed("10P1", BORN, "L-1234").match()).isTrue();
    }

    @Test
    void the_audit_trail_keeps_that_it_missed_and_none_of_what_was_typed() {
        wrong();
        typed("10P1", BORN, "L-1234");
        assertThat(counter.audit())
                .filteredOn(entry -> entry.act().equals(AuditAct.VERIFICATION.key()))
                .extracting(AuditEntry::outcome)
                .containsExactly("match data_points", "miss");
        assertThat(counter.audit().toString()).doesNotContain("9999", "1234", "1944", "10P1");
    }

    private static Verifications.Missed by(Principal who) {
        return new Verifications.Missed(who.id(), who.name(), who.office());
    }
}
