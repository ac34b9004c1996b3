package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class HandOverTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

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

    private HandOver handingOver() {
        return new HandOver(counter.desk, (_, day, count) -> day.plusDays(count), true);
    }

    private void handOver(HandoverRequest asked, @Nullable String key) {
        handingOver()
                .handOver(
                        counter.here(),
                        asked,
                        key,
                        (_, matter) -> new HandOver.Mail("digit@post.example", "About " + matter, "Hello", "en"));
    }

    private Refusal refused(HandoverRequest asked) {
        return catchThrowableOfType(Refusal.class, () -> handOver(asked, key()));
    }

    private void change(HandoverPatch patch) {
        handingOver().change(counter.here(), patch);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static HandoverRequest send(@Nullable HandoverMatter matter) {
        return new HandoverRequest(null, matter, null, true);
    }

    private List<HandoverStatus> cases() {
        return counter.database.read((Tx tx) -> tx.events().history(Counter.HER).handovers());
    }

    private HandoverStatus only() {
        assertThat(cases()).hasSize(1);
        return cases().getFirst();
    }

    private List<StoredMessage> messages() {
        return counter.database.read((Tx tx) -> tx.messages().of(Counter.HER));
    }

    private Worklists.@Nullable Entry onList() {
        return counter.database.read((Tx tx) -> tx.worklists().of(Counter.HER)).stream()
                .filter(entry -> entry.list() == Worklist.HANDED_OVER)
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_message_sent_from_here_waits_in_the_outbox_in_the_words_that_were_read_and_its_number_is_awaited() {
        handOver(send(null), key());
        HandoverStatus one = only();
        assertThat(one.ticket()).isNull();
        assertThat(one.matter()).isEqualTo(HandoverMatter.ACCOUNT);
        assertThat(one.open()).isTrue();
        assertThat(messages()).extracting(StoredMessage::kind).containsExactly(MessageKind.HANDOVER_EMAIL);
        String id = Objects.requireNonNull(one.messageId());
        assertThat(counter.database.read((Tx tx) -> tx.handoverMails().find(id)))
                .hasValueSatisfying(mail -> assertThat(mail.subject()).isEqualTo("About ACCOUNT"));
    }

    @Test
    void asked_twice_with_one_key_it_is_sent_once_and_with_another_it_is_followed_up_instead() {
        String key = key();
        handOver(send(null), key);
        handOver(send(null), key);
        assertThat(messages()).hasSize(1);
        assertThat(refused(send(null)).why()).isEqualTo("with-digit-already");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_message_that_came_back_is_sent_again_and_due_from_that_moment() {
        handOver(send(null), key());
        Instant bounced = counter.now.plusSeconds(60);
        counter.pass(Duration.ofMinutes(5));
        counter.database.execute(tx -> counter.desk.record(
                tx,
                counter.desk.open(tx, Counter.HER),
                new Event.MessageProgressed(
                        bounced, Objects.requireNonNull(only().messageId()), MessageStatus.BOUNCED)));
        assertThat(Objects.requireNonNull(onList()).due()).isEqualTo(bounced);
        handOver(send(null), key());
        assertThat(messages()).hasSize(2);
    }

    @Test
    void a_number_that_comes_later_is_cleaned_and_kept_with_the_case_however_it_is_told() {
        handOver(send(null), key());
        String id = only().id();
        change(new HandoverPatch.Ticket(id, "n° INC 123 456"));
        change(new HandoverPatch.Ticket(id, "INC123456"));
        assertThat(only().ticket()).isEqualTo("INC123456");
        assertThat(counter.database.read((Tx tx) -> tx.events()
                        .history(Counter.HER)
                        .all(Event.TicketNoted.class)
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void a_desktop_from_before_tells_the_number_of_the_case_that_awaits_it() {
        handOver(send(null), key());
        handOver(HandoverRequest.ticket("IM 0042 11"), null);
        assertThat(only().ticket()).isEqualTo("IM004211");
    }

    @Test
    void a_ticket_that_any_case_has_is_not_recorded_again() {
        handOver(HandoverRequest.ticket("IM111111"), null);
        counter.pass(Duration.ofMinutes(1));
        handOver(HandoverRequest.ticket("IM222222"), null);
        handOver(HandoverRequest.ticket("IM111111"), null);
        assertThat(cases()).extracting(HandoverStatus::ticket).containsExactly("IM111111", "IM222222");
    }

    private static HandoverRequest ticket(String number, LocalDate followUp) {
        return new HandoverRequest(number, null, followUp, null);
    }

    private List<String> outcomes() {
        return counter.audit().stream()
                .filter(row -> row.act().equals("handed-over"))
                .map(AuditEntry::outcome)
                .toList();
    }

    @Test
    void a_ticket_told_again_with_another_day_moves_the_day_on_which_digit_is_asked_again() {
        handOver(ticket("IM111111", MONDAY.plusDays(4)), key());
        String key = key();
        handOver(ticket("IM 11 1111", MONDAY.plusDays(9)), key);
        handOver(ticket("IM 11 1111", MONDAY.plusDays(9)), key);
        handOver(ticket("IM111111", MONDAY.plusDays(9)), key());
        handOver(HandoverRequest.ticket("IM111111"), null);
        assertThat(only().followUp()).isEqualTo(MONDAY.plusDays(9));
        assertThat(only().ticket()).isEqualTo("IM111111");
        assertThat(outcomes())
                .containsExactly("repeated", "repeated", "repeated", "follow-up 2026-03-11", "ticket IM111111");
        assertThat(Objects.requireNonNull(onList()).due()).isEqualTo(Instant.parse("2026-03-10T23:00:00Z"));
    }

    @Test
    void a_number_that_comes_with_another_day_is_noted_with_that_day() {
        handOver(send(null), key());
        handOver(ticket("IM111111", MONDAY.plusDays(9)), key());
        assertThat(only().ticket()).isEqualTo("IM111111");
        assertThat(only().followUp()).isEqualTo(MONDAY.plusDays(9));
    }

    @Test
    void the_day_told_again_of_a_case_that_is_over_or_that_is_past_is_refused_and_nothing_is_dropped_in_silence() {
        handOver(ticket("IM111111", MONDAY.plusDays(4)), key());
        Refusal past = refused(ticket("IM111111", MONDAY.minusDays(1)));
        assertThat(past.faults()).extracting(Refusal.Fault::key).containsExactly("in-the-past");
        change(new HandoverPatch.Answered(only().id(), "It is made."));
        assertThat(refused(ticket("IM111111", MONDAY.plusDays(9))).why()).isEqualTo("handover-over");
        handOver(ticket("IM111111", MONDAY.plusDays(4)), key());
        assertThat(only().followUp()).isEqualTo(MONDAY.plusDays(4));
    }

    @Test
    void a_lost_factor_needs_a_verified_person_and_stands_on_the_list_at_every_step() {
        counter.accessRequested();
        assertThat(refused(send(HandoverMatter.LOST_FACTOR)).type()).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
        counter.verified();
        handOver(send(HandoverMatter.LOST_FACTOR), key());
        assertThat(Objects.requireNonNull(onList()).due()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
        assertThat(refused(send(HandoverMatter.ACCOUNT)).why()).isEqualTo("not-digits-now");
    }

    @Test
    void it_is_off_the_list_when_what_was_asked_for_has_happened() {
        counter.phoneAdded();
        counter.verified();
        handOver(send(HandoverMatter.LOST_FACTOR), key());
        counter.pass(Duration.ofDays(1));
        counter.database.execute(
                tx -> counter.desk.record(tx, counter.desk.open(tx, Counter.HER), new Event.PhoneAdded(counter.now)));
        assertThat(only().end()).isEqualTo(HandoverStatus.End.SOLVED);
        assertThat(onList()).isNull();
    }

    @Test
    void it_is_over_once_DIGIT_has_answered_and_told_again_that_changes_nothing() {
        counter.phoneAdded();
        counter.verified();
        handOver(send(HandoverMatter.SECOND_ACCOUNT), key());
        HandoverPatch answered = new HandoverPatch.Answered(only().id(), "They made them one.");
        change(answered);
        change(answered);
        assertThat(only().end()).isEqualTo(HandoverStatus.End.ANSWERED);
        assertThat(onList()).isNull();
        assertThat(counter.database.read((Tx tx) -> tx.events()
                        .history(Counter.HER)
                        .all(Event.DigitAnswered.class)
                        .count()))
                .isEqualTo(1);
        Refusal over = catchThrowableOfType(
                Refusal.class, () -> change(new HandoverPatch.FollowUp(only().id(), MONDAY.plusDays(3))));
        assertThat(over.why()).isEqualTo("handover-over");
    }

    @Test
    void what_DIGIT_said_may_not_hold_a_code() {
        handOver(send(null), key());
        Refusal code = catchThrowableOfType(
                Refusal.class, () -> change(new HandoverPatch.Answered(only().id(), "code 7KQ4-93VX-ABCD-EFGH")));
        assertThat(code.faults()).extracting(Refusal.Fault::key).containsExactly("looks-like-a-code");
        assertThat(only().open()).isTrue();
    }

    @Test
    void the_follow_up_is_the_policy_s_or_the_day_that_was_chosen_and_can_be_moved() {
        handOver(new HandoverRequest(null, null, MONDAY.plusDays(9), false), key());
        assertThat(only().followUp()).isEqualTo(MONDAY.plusDays(9));
        change(new HandoverPatch.FollowUp(only().id(), MONDAY.plusDays(1)));
        assertThat(Objects.requireNonNull(onList()).due()).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
        Refusal past = catchThrowableOfType(
                Refusal.class, () -> change(new HandoverPatch.FollowUp(only().id(), MONDAY.minusDays(1))));
        assertThat(past.faults()).extracting(Refusal.Fault::key).containsExactly("in-the-past");
    }

    @Test
    void without_a_mail_server_nothing_is_sent_and_nothing_is_recorded() {
        Refusal none = catchThrowableOfType(
                Refusal.class,
                () -> new HandOver(counter.desk, (_, day, count) -> day.plusDays(count), false)
                        .handOver(
                                counter.here(),
                                send(null),
                                key(),
                                (_, _) -> new HandOver.Mail("digit@post.example", "s", "b", "en")));
        assertThat(none.why()).isEqualTo("no-mail-from-here");
        assertThat(cases()).isEmpty();
        assertThat(messages()).isEmpty();
    }

    @Test
    void nothing_is_changed_outside_a_contact() {
        handOver(send(null), key());
        Refusal outside = catchThrowableOfType(
                Refusal.class,
                () -> handingOver()
                        .change(
                                new InContact(Counter.AGENT, Counter.HER, null),
                                new HandoverPatch.Ticket(only().id(), "IM111111")));
        assertThat(outside.type()).isEqualTo(ProblemType.CONTACT_REQUIRED);
        assertThat(counter.here(Counter.AGENT, AccessReason.COUNTER).contactId())
                .isNotNull();
    }
}
