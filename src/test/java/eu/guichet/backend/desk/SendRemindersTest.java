package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class SendRemindersTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate POSTED = LocalDate.of(2026, 3, 4);
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.accessRequested();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private void at(LocalDate day, LocalTime time) {
        counter.now = day.atTime(time).atZone(BRUSSELS).toInstant();
    }

    private void remind() {
        assertThat(new SendReminders(counter.desk).round()).isFalse();
    }

    private StoredLetter posted() {
        StoredLetter letter = counter.generate();
        String _ = counter.codeOf(letter);
        at(POSTED, LocalTime.of(16, 0));
        counter.record(letter, new LetterPatch.Posted("RR473124829BE", POSTED));
        return letter;
    }

    private void received(StoredLetter letter) {
        at(RECEIVED, LocalTime.of(16, 0));
        counter.record(letter, new LetterPatch.Received(RECEIVED));
    }

    /** All that came on each day, asked twice an hour from morning to night. */
    private NavigableMap<LocalDate, List<MessageKind>> reminded(LocalDate from, LocalDate to) {
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (int hour : List.of(3, 9, 10, 17, 22)) {
                at(day, LocalTime.of(hour, 30));
                remind();
            }
        }
        return sent();
    }

    private NavigableMap<LocalDate, List<MessageKind>> sent() {
        NavigableMap<LocalDate, List<MessageKind>> days = new TreeMap<>();
        counter.database
                .read(tx -> tx.events().history(Counter.HER))
                .all(Event.MessageRequested.class)
                .filter(request -> !request.kind().name().startsWith("LETTER_ORDERED"))
                .forEach(request -> {
                    assertThat(request.by()).isEmpty();
                    days.merge(
                            request.at().atZone(BRUSSELS).toLocalDate(),
                            List.of(request.kind()),
                            (some, more) ->
                                    Stream.concat(some.stream(), more.stream()).toList());
                });
        return days;
    }

    @Test
    void whoever_does_nothing_is_reminded_once_of_each_thing_by_day() {
        StoredLetter letter = posted();
        assertThat(reminded(POSTED, RECEIVED))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of(POSTED.plusDays(7), List.of(MessageKind.LETTER_WAITS_EMAIL))));
        received(letter);

        assertThat(reminded(RECEIVED.plusDays(1), RECEIVED.plusMonths(7)))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        POSTED.plusDays(7), List.of(MessageKind.LETTER_WAITS_EMAIL),
                        RECEIVED.plusDays(14), List.of(MessageKind.CODE_UNUSED_EMAIL),
                        RECEIVED.plusMonths(6).minusDays(30), List.of(MessageKind.CODE_LAPSES_EMAIL),
                        RECEIVED.plusMonths(6).minusDays(7), List.of(MessageKind.CODE_LAPSES_EMAIL))));
    }

    @Test
    void each_is_a_message_that_waits_to_be_handed_over() {
        posted();
        at(POSTED.plusDays(7), LocalTime.of(9, 0));
        remind();

        String id = counter.database
                .read(tx -> tx.events().history(Counter.HER))
                .last(Event.MessageRequested.class)
                .orElseThrow()
                .messageId();
        assertThat(counter.database
                        .read(tx -> tx.messages().find(id))
                        .orElseThrow()
                        .status())
                .isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void whoever_has_redeemed_the_code_is_reminded_of_nothing() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        at(POSTED, LocalTime.of(16, 0));
        counter.record(letter, new LetterPatch.Posted("RR473124829BE", POSTED));
        at(POSTED.plusDays(6), LocalTime.of(20, 0));
        counter.enter(code);

        assertThat(reminded(POSTED.plusDays(7), POSTED.plusMonths(7))).isEmpty();
    }

    @Test
    void nobody_writes_to_the_deceased_or_within_a_frozen_file() {
        StoredLetter letter = posted();
        at(POSTED.plusDays(6), LocalTime.of(16, 0));
        new Freeze(counter.desk, new FreezeNotice(counter.desk, new SecureRandom()))
                .freeze(counter.here(), "key-00001");
        assertThat(reminded(POSTED.plusDays(7), POSTED.plusDays(11))).isEmpty();

        at(POSTED.plusDays(11), LocalTime.of(16, 0));
        counter.record(letter, new LetterPatch.Returned(POSTED.plusDays(11), ReturnReason.DECEASED));
        assertThat(reminded(POSTED.plusDays(12), POSTED.plusMonths(7))).isEmpty();
    }

    @Test
    void what_is_switched_off_is_not_sent() {
        counter.decided("reminders.at-post", "0");
        counter.decided("reminders.unused", "0");
        counter.decided("reminders.lapsing", "0");
        StoredLetter letter = posted();
        assertThat(reminded(POSTED, RECEIVED)).isEmpty();
        received(letter);

        assertThat(reminded(RECEIVED, RECEIVED.plusMonths(7)))
                .containsOnlyKeys(RECEIVED.plusMonths(6).minusDays(7));
    }

    @Test
    void without_an_email_an_sms_is_sent() {
        counter.decided("channels", "sms");
        posted();

        assertThat(reminded(POSTED, RECEIVED)).containsValue(List.of(MessageKind.LETTER_WAITS_SMS));
    }

    @Test
    void what_nobody_could_send_for_days_comes_late_or_not_at_all() {
        posted();

        assertThat(reminded(POSTED.plusDays(9), POSTED.plusDays(10))).hasSize(1);
        StoredLetter second = counter.generate();
        String _ = counter.codeOf(second);
        LocalDate again = counter.now.atZone(BRUSSELS).toLocalDate();
        counter.record(second, new LetterPatch.Posted("RR473124832BE", again));

        assertThat(reminded(again.plusDays(10), again.plusDays(14))).hasSize(1);
    }

    @Test
    void a_receipt_that_is_recorded_weeks_later_is_reminded_of_then() {
        StoredLetter letter = posted();
        at(RECEIVED.plusDays(30), LocalTime.of(8, 0));
        counter.record(letter, new LetterPatch.Received(RECEIVED));

        assertThat(reminded(RECEIVED.plusDays(30), RECEIVED.plusDays(80)))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of(RECEIVED.plusDays(30), List.of(MessageKind.CODE_UNUSED_EMAIL))));
    }

    @Test
    void a_way_that_is_disturbed_is_left_out_and_without_another_it_waits() {
        posted();
        counter.decided("channels", "sms");
        LocalDate first = POSTED.plusDays(7);
        at(first, LocalTime.of(8, 0));
        counter.database.execute(tx -> tx.notices()
                .add(new StoredNotice(
                        "n",
                        NoticeTopic.SMS,
                        null,
                        "+352",
                        Map.of("fr", "perturbé"),
                        counter.now,
                        counter.now.plus(Duration.ofHours(30)),
                        true,
                        "s1",
                        "A. K.",
                        counter.now,
                        null,
                        null)));

        assertThat(reminded(first, first.plusDays(3)))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of(first.plusDays(1), List.of(MessageKind.LETTER_WAITS_SMS))));
    }

    @Test
    void two_nodes_at_once_remind_once() throws Exception {
        posted();
        at(POSTED.plusDays(7), LocalTime.of(9, 30));
        Instant before = counter.now;
        List<Thread> nodes = List.of(
                Thread.ofVirtual().unstarted(this::remind), Thread.ofVirtual().unstarted(this::remind));
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            assertThat(node.join(Duration.ofSeconds(60))).isTrue();
        }

        assertThat(counter.now).isEqualTo(before);
        assertThat(sent().firstEntry().getValue()).hasSize(1);
    }
}
