package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Enrolment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class FreezeTest {
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

    private void freeze(String key) {
        freeze(counter.here(), key);
    }

    private void freeze(InContact within, String key) {
        counter.pass(Duration.ofMinutes(1));
        new Freeze(counter.desk, new FreezeNotice(counter.desk, new SecureRandom())).freeze(within, key);
    }

    private void lift(Alert alert, String reason) {
        counter.pass(Duration.ofMinutes(1));
        var _ = new LiftAlert(counter.desk)
                .lift(
                        Counter.SUPERVISOR,
                        Counter.HER,
                        new AlertLift(alert, reason),
                        UUID.randomUUID().toString());
    }

    private Enrolment enrolment() {
        return counter.database.read(tx -> counter.desk.open(tx, Counter.HER)).enrolment();
    }

    private List<StoredLetter> notices() {
        return counter.database.read(tx -> tx.letters().of(Counter.HER)).stream()
                .filter(letter -> letter.kind() == LetterKind.FREEZE_NOTICE)
                .toList();
    }

    @Test
    void that_was_not_me_freezes_the_file_without_a_verification_once_for_each_key() {
        counter.phoneAdded();
        freeze("key-00001");
        freeze("key-00001");
        assertThat(enrolment().has(Alert.FROZEN)).isTrue();
        assertThat(notices()).hasSize(1);
        assertThat(counter.audit())
                .filteredOn(entry -> entry.act().equals(AuditAct.FROZEN.key()))
                .extracting(AuditEntry::outcome)
                .containsExactly("repeated", "frozen");
    }

    @Test
    void what_is_frozen_is_not_frozen_again() {
        counter.phoneAdded();
        freeze("key-00001");
        Refusal again = catchThrowableOfType(Refusal.class, () -> freeze("key-00002"));
        assertThat(again.type()).isEqualTo(ProblemType.ACTION_CLOSED);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void nobody_freezes_a_file_without_a_contact_about_that_person() {
        counter.phoneAdded();
        InContact within = new InContact(Counter.AGENT, Counter.HER, null);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> freeze(within, "key-00001"));
        assertThat(refusal.type()).isEqualTo(ProblemType.CONTACT_REQUIRED);
        assertThat(enrolment().alerts()).isEmpty();
    }

    @Test
    void before_an_account_was_asked_for_there_is_nothing_to_freeze() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> freeze("key-00001"));
        assertThat(refusal.type()).isEqualTo(ProblemType.ACTION_CLOSED);
    }

    @Test
    void the_outstanding_letter_is_given_up() {
        counter.accessRequested();
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        freeze("key-00001");
        assertThat(counter.status(letter).state()).isEqualTo(LetterState.VOIDED);
        assertThat(counter.status(letter).voidReason()).isEqualTo(VoidReason.FROZEN);
        assertThat(counter.stored(letter).code()).isNull();
    }

    @Test
    void no_code_of_an_sms_is_accepted_any_more() {
        counter.phoneAdded();
        List<MessageKind> kinds = List.of(MessageKind.CHALLENGE_SMS, MessageKind.SIGN_IN_SMS);
        kinds.forEach(this::sentWithACode);
        assertThat(kinds).allMatch(this::alive);
        freeze("key-00001");
        assertThat(kinds).noneMatch(this::alive);
    }

    private void sentWithACode(MessageKind kind) {
        counter.database.execute(tx -> {
            MessageQueue.send(counter.desk, tx, counter.desk.open(tx, Counter.HER), kind, "");
            for (Lease lease : tx.messages().lease(counter.now, Duration.ofMinutes(1), 1)) {
                tx.codes().issue(lease, CodeHash.seal("123456"), counter.now, counter.now.plusSeconds(600));
                tx.messages().settle(lease, MessageStatus.SENT, counter.now, null);
            }
        });
    }

    private boolean alive(MessageKind kind) {
        return counter.database
                .read(tx -> tx.codes().alive(Counter.HER, kind, counter.now))
                .isPresent();
    }

    @Test
    void a_supervisor_lifts_the_freeze_with_a_reason_that_stays() {
        counter.phoneAdded();
        freeze("key-00001");
        lift(Alert.FROZEN, "DIGIT has checked the account");
        assertThat(enrolment().alerts()).isEmpty();
        assertThat(counter.audit().getFirst())
                .extracting(AuditEntry::act, AuditEntry::reason, AuditEntry::outcome)
                .containsExactly("alert-lifted", "DIGIT has checked the account", "frozen");
        freeze("key-00002");
        assertThat(enrolment().has(Alert.FROZEN)).as("again").isTrue();
    }

    @Test
    void only_what_is_in_force_is_lifted() {
        counter.phoneAdded();
        freeze("key-00001");
        Refusal other = catchThrowableOfType(Refusal.class, () -> lift(Alert.DECEASED, "she stands here"));
        assertThat(other.why()).isEqualTo("no-such-alert");
        lift(Alert.FROZEN, "checked");
        Refusal again = catchThrowableOfType(Refusal.class, () -> lift(Alert.FROZEN, "checked"));
        assertThat(again.type()).isEqualTo(ProblemType.ACTION_CLOSED);
    }

    @Test
    void a_reason_that_looks_like_a_code_is_not_kept() {
        counter.phoneAdded();
        freeze("key-00001");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> lift(Alert.FROZEN, "K7Q4-93VX-2WB5-ZAT0"));
        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(counter.audit()).extracting(AuditEntry::reason).doesNotContain("K7Q4-93VX-2WB5-ZAT0");
    }
}
