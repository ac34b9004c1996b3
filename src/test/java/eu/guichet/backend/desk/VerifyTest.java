package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return new Verify(counter.desk, _ -> true).verify(counter.here(), request);
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

    @Test
    void a_document_is_seen_only_where_there_is_a_counter() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> new Verify(counter.desk, _ -> false)
                        .verify(
                                counter.here(),
                                new VerificationRequest(VerificationMethod.DOCUMENT_SEEN, null, null, null, null)));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("method", "no-counter"));
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
}
