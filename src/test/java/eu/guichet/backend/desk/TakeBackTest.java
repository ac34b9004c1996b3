package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class TakeBackTest {
    private static final Principal COLLEAGUE = new Principal("a2", "R. S.", Role.AGENT, OfficeCode.LUX);
    private static final Principal OTHER_SUPERVISOR = new Principal("s3", "K. S.", Role.SUPERVISOR, OfficeCode.LUX);
    private static final Principal ELSEWHERE = new Principal("s2", "B. B.", Role.SUPERVISOR, OfficeCode.BRU);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void she_waits_for_an_SMS() {
        counter = new Counter(folder);
        counter.phoneAdded();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void correct(Principal who, CorrectionKind what, String id, CorrectionReason reason, String remark) {
        new TakeBack(counter.desk).correct(who, Counter.HER, new CorrectionRequest(what, id, reason, remark), key());
    }

    private void takeBackVerification(Principal who) {
        correct(who, CorrectionKind.VERIFICATION, made().id(), CorrectionReason.WRONG_PERSON, "");
    }

    private Refusal refused(Principal who) {
        return catchThrowableOfType(Refusal.class, () -> takeBackVerification(who));
    }

    private Verifications.Made made() {
        List<Verifications.Made> made =
                counter.database.read((Tx tx) -> tx.verifications().made(Counter.HER));
        assertThat(made).isNotEmpty();
        return made.getFirst();
    }

    private List<Event.VerificationRetracted> retracted() {
        return counter.database.read((Tx tx) -> tx.events()
                .history(Counter.HER)
                .all(Event.VerificationRetracted.class)
                .toList());
    }

    private void resend() {
        new Resend(counter.desk).resend(counter.here(), MessageKind.CHALLENGE_SMS, key());
    }

    private HandoverStatus handedOver() {
        handOver(HandoverMatter.LOST_FACTOR, null, true);
        return only();
    }

    private void handOver(HandoverMatter matter, @Nullable String ticket, boolean sentFromHere) {
        new HandOver(counter.desk, (_, day, count) -> day.plusDays(count), true)
                .handOver(
                        counter.here(),
                        new HandoverRequest(ticket, matter, null, sentFromHere),
                        key(),
                        (_, _) -> new HandOver.Mail("digit@post.example", "s", "b", "en"));
    }

    private HandoverStatus only() {
        return counter.database
                .read((Tx tx) -> tx.events().history(Counter.HER).handovers())
                .getFirst();
    }

    @Test
    void a_verification_taken_back_closes_what_it_opened() {
        counter.verified();
        takeBackVerification(Counter.AGENT);
        assertThat(catchThrowableOfType(Refusal.class, this::resend).type())
                .isEqualTo(ProblemType.VERIFICATION_REQUIRED);
        counter.verified();
        resend();
    }

    @Test
    void what_was_done_under_it_is_named_and_not_undone() {
        counter.accessRequested();
        StoredLetter letter = counter.generate();
        takeBackVerification(Counter.AGENT);
        assertThat(retracted()).singleElement().satisfies(taken -> {
            assertThat(taken.under()).containsExactly(letter.id());
            assertThat(taken.reason()).isEqualTo(CorrectionReason.WRONG_PERSON);
        });
        assertThat(counter.status(letter).state().outstanding()).isTrue();
    }

    private DecideApproval supervisors() {
        return new DecideApproval(
                counter.desk,
                new GenerateLetter(counter.desk, new SecureRandom(), _ -> true),
                new LiftAlert(counter.desk),
                new Oversee(counter.desk, _ -> ZoneId.of("Europe/Luxembourg"), List::of));
    }

    private String approvalOfALetter() {
        counter.decided("approval.letters", "1");
        counter.accessRequested();
        return switch (counter.ask(LetterRequest.PLAIN, key())) {
            case ActOutcome.Waits<StoredLetter>(StoredApproval approval) -> approval.id();
            case ActOutcome.Performed<StoredLetter> _ -> throw new AssertionError("generated at once");
        };
    }

    private void approve(String approval) {
        var _ = supervisors()
                .decide(
                        Counter.SUPERVISOR,
                        approval,
                        ApprovalDecision.approve(),
                        Etag.of(counter.pensioner().version()));
    }

    @Test
    void nobody_approves_a_letter_that_was_asked_for_under_it() {
        String approval = approvalOfALetter();
        takeBackVerification(Counter.AGENT);

        assertThat(catchThrowableOfType(Refusal.class, () -> approve(approval)).why())
                .isEqualTo("approval-lapsed");
        assertThat(counter.database.read((Tx tx) -> tx.letters().of(Counter.HER)))
                .isEmpty();
    }

    @Test
    void a_letter_that_was_approved_long_after_it_is_named_as_well() {
        String approval = approvalOfALetter();
        counter.pass(Duration.ofHours(3));
        approve(approval);
        takeBackVerification(Counter.AGENT);

        String letter = counter.database
                .read((Tx tx) -> tx.letters().of(Counter.HER))
                .getFirst()
                .id();
        assertThat(retracted().getFirst().under()).containsExactly(letter);
    }

    private List<String> laid() {
        return counter.database.read((Tx tx) -> tx.reviews().open(Set.of(OfficeCode.values()), "nobody", 100)).stream()
                .map(review -> review.why() + " " + review.act().act())
                .toList();
    }

    @Test
    void what_was_done_under_it_is_laid_before_a_supervisor_once() {
        counter.verified();
        resend();
        var _ = handedOver();
        takeBackVerification(Counter.AGENT);
        assertThat(laid())
                .containsExactly("VERIFICATION_TAKEN_BACK message-sent", "VERIFICATION_TAKEN_BACK handed-over");
    }

    private List<String> outcomesLaid() {
        return counter.database.read((Tx tx) -> tx.reviews().open(Set.of(OfficeCode.values()), "nobody", 100)).stream()
                .map(review -> review.act().act() + " " + review.act().outcome())
                .toList();
    }

    @Test
    void of_hand_overs_those_alone_are_laid_that_wanted_a_verification() {
        counter.close();
        counter = new Counter(folder.resolve("early"));
        counter.happened(new Event.AccountRequested(counter.now.minus(Duration.ofHours(2))));
        counter.verified();
        counter.pass(Duration.ofMinutes(1));
        handOver(HandoverMatter.ACCOUNT, null, true);
        counter.pass(Duration.ofMinutes(1));
        handOver(HandoverMatter.SECOND_ACCOUNT, "IM0012345678", false);
        counter.pass(Duration.ofMinutes(1));
        handOver(HandoverMatter.ACCOUNT, "IM0087654321", false);
        takeBackVerification(Counter.AGENT);
        assertThat(outcomesLaid()).containsExactly("handed-over ticket IM0012345678");
        assertThat(retracted().getFirst().under()).hasSize(1);
    }

    private String approvalOfALift() {
        counter.decided("approval.alert-lifts", "on");
        counter.happened(new Event.Frozen(counter.now.minusSeconds(600), "R. S."));
        counter.verifiedBy(OTHER_SUPERVISOR);
        counter.pass(Duration.ofMinutes(1));
        return switch (new LiftAlert(counter.desk)
                .lift(OTHER_SUPERVISOR, Counter.HER, new AlertLift(Alert.FROZEN, "DIGIT has checked."), key())) {
            case ActOutcome.Waits<Alert>(StoredApproval approval) -> approval.id();
            case ActOutcome.Performed<Alert> _ -> throw new AssertionError("lifted at once");
        };
    }

    @Test
    void an_alert_whose_lifting_was_approved_long_after_it_is_named_and_laid_as_well() {
        String approval = approvalOfALift();
        counter.pass(Duration.ofHours(3));
        approve(approval);
        counter.pass(Duration.ofHours(1));
        takeBackVerification(Counter.SUPERVISOR);
        assertThat(retracted().getFirst().under()).singleElement().asString().startsWith("lift-");
        assertThat(outcomesLaid()).containsExactly("alert-lifted frozen");
    }

    @Test
    void nobody_approves_a_lifting_that_was_asked_for_under_it() {
        String approval = approvalOfALift();
        takeBackVerification(OTHER_SUPERVISOR);
        assertThat(catchThrowableOfType(Refusal.class, () -> approve(approval)).why())
                .isEqualTo("approval-lapsed");
        assertThat(outcomesLaid()).isEmpty();
    }

    @Test
    void an_alert_that_was_lifted_under_it_is_named_and_laid_before_another_supervisor() {
        counter.happened(new Event.Frozen(counter.now.minusSeconds(600), "R. S."));
        counter.verifiedBy(Counter.SUPERVISOR);
        counter.pass(Duration.ofMinutes(1));
        var _ = new LiftAlert(counter.desk)
                .lift(Counter.SUPERVISOR, Counter.HER, new AlertLift(Alert.FROZEN, "DIGIT has checked."), key());
        counter.pass(Duration.ofMinutes(1));
        takeBackVerification(Counter.SUPERVISOR);
        assertThat(laid()).containsExactly("VERIFICATION_TAKEN_BACK alert-lifted");
        assertThat(retracted().getFirst().under()).singleElement().asString().startsWith("lift-");
        assertThat(counter.database.read(
                        (Tx tx) -> tx.reviews().open(Set.of(OfficeCode.values()), Counter.SUPERVISOR.id(), 100)))
                .isEmpty();
    }

    @Test
    void a_letter_that_was_approved_after_it_ended_is_laid_as_well() {
        String approval = approvalOfALetter();
        counter.pass(Duration.ofHours(3));
        approve(approval);
        takeBackVerification(Counter.AGENT);
        assertThat(laid()).containsExactly("VERIFICATION_TAKEN_BACK letter-generated");
    }

    @Test
    void what_was_done_before_it_or_after_it_is_not_named() {
        counter.verified();
        resend();
        counter.pass(Duration.ofMinutes(30));
        counter.verified();
        Verifications.Made second = counter.database
                .read((Tx tx) -> tx.verifications().made(Counter.HER))
                .getLast();
        correct(Counter.AGENT, CorrectionKind.VERIFICATION, second.id(), CorrectionReason.NOT_DONE, "");
        assertThat(retracted().getFirst().under()).isEmpty();
    }

    @Test
    void for_a_time_whoever_recorded_it_takes_it_back_and_later_a_supervisor_of_the_person_s_office() {
        counter.verified();
        assertThat(refused(COLLEAGUE).why()).isEqualTo(Ground.CORRECTION_OF_ANOTHER.key());
        counter.pass(Duration.ofHours(24));
        assertThat(refused(Counter.AGENT).why()).isEqualTo(Ground.CORRECTION_OF_ANOTHER.key());
        assertThat(refused(ELSEWHERE).why()).isEqualTo(Ground.PERSON_OF_ANOTHER_OFFICE.key());
        takeBackVerification(Counter.SUPERVISOR);
        assertThat(retracted()).hasSize(1);
    }

    @Test
    void the_institution_decides_for_how_long() {
        counter.decided("corrections.own", "1h");
        counter.verified();
        counter.pass(Duration.ofHours(1));
        assertThat(refused(Counter.AGENT).why()).isEqualTo(Ground.CORRECTION_OF_ANOTHER.key());
    }

    @Test
    void once_for_each_key_and_a_second_time_it_is_refused() {
        counter.verified();
        String key = key();
        CorrectionRequest asked =
                new CorrectionRequest(CorrectionKind.VERIFICATION, made().id(), CorrectionReason.WRONG_PERSON, null);
        new TakeBack(counter.desk).correct(Counter.AGENT, Counter.HER, asked, key);
        new TakeBack(counter.desk).correct(Counter.AGENT, Counter.HER, asked, key);
        assertThat(retracted()).hasSize(1);
        assertThat(refused(Counter.AGENT).why()).isEqualTo("taken-back-already");
    }

    @Test
    void a_hand_over_whose_message_has_not_left_does_not_leave_any_more() {
        counter.verified();
        HandoverStatus one = handedOver();
        correct(Counter.AGENT, CorrectionKind.HANDOVER, one.id(), CorrectionReason.WRONG_PERSON, "her sister");
        assertThat(only().end()).isEqualTo(HandoverStatus.End.RETRACTED);
        assertThat(counter.database.read((Tx tx) -> tx.handoverMails().find(Objects.requireNonNull(one.messageId()))))
                .isEmpty();
        assertThat(counter.database.read((Tx tx) -> tx.worklists().of(Counter.HER)))
                .noneMatch(entry -> entry.list().key().equals("handed-over"));
        assertThat(counter.database.read((Tx tx) -> tx.messages().of(Counter.HER)))
                .extracting(StoredMessage::kind)
                .contains(MessageKind.HANDOVER_EMAIL);
    }

    @Test
    void after_a_hand_over_was_taken_back_the_right_one_is_recorded() {
        counter.verified();
        HandoverStatus wrong = handedOver();
        correct(Counter.AGENT, CorrectionKind.HANDOVER, wrong.id(), CorrectionReason.WRONG_TICKET, "");
        var _ = handedOver();
        assertThat(counter.database.read(
                        (Tx tx) -> tx.events().history(Counter.HER).openHandovers()))
                .hasSize(1);
    }

    @Test
    void another_reason_needs_a_remark_without_a_code_and_a_ticket_is_no_matter_of_a_verification() {
        counter.verified();
        String id = made().id();
        assertThat(fault(id, CorrectionReason.OTHER, " ")).isEqualTo("required");
        assertThat(fault(id, CorrectionReason.OTHER, "7KQ4-93VX-ABCD-EFGH")).isEqualTo("looks-like-a-code");
        assertThat(fault(id, CorrectionReason.WRONG_TICKET, "")).isEqualTo("not-expected");
        assertThat(retracted()).isEmpty();
    }

    private String fault(String id, CorrectionReason reason, String remark) {
        return catchThrowableOfType(
                        Refusal.class, () -> correct(Counter.AGENT, CorrectionKind.VERIFICATION, id, reason, remark))
                .faults()
                .getFirst()
                .key();
    }

    @Test
    void what_there_is_not_is_refused_and_leaves_a_row() {
        Refusal none = catchThrowableOfType(
                Refusal.class,
                () -> correct(Counter.AGENT, CorrectionKind.HANDOVER, "none", CorrectionReason.NOT_DONE, ""));
        assertThat(none.why()).isEqualTo("no-such-record");
        assertThat(counter.database.read((Tx tx) -> tx.audit().all(Counter.HER)))
                .anyMatch(row -> row.act().equals("corrected") && row.outcome().equals("action-closed"));
    }
}
