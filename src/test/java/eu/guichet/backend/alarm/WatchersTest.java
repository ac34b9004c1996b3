package eu.guichet.backend.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.delivery.CanarySettings;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.AlarmKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class WatchersTest {
    private static final StoredLetter.Person SOMEBODY = new StoredLetter.Person("agent", "Somebody");
    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private Watchers watchers;
    private Instant now = START;
    private int messages;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p")));
        watchers = new Watchers(database, Policy.standard(), CanarySettings.NONE, () -> now);
    }

    @AfterEach
    void close() {
        watchers.close();
        database.close();
    }

    private void message(MessageKind kind, MessageStatus status, Instant requested) {
        String id = "m" + messages++;
        database.execute(tx -> tx.messages()
                .add(new StoredMessage(id, "p", kind, "fr", MessageStatus.QUEUED, requested, requested, null)));
        if (status != MessageStatus.QUEUED) {
            Instant then = requested.isAfter(now) ? requested : now;
            database.execute(tx -> {
                tx.messages().lease(then, Duration.ofMinutes(1), 1000).stream()
                        .filter(lease -> lease.message().id().equals(id))
                        .forEach(lease -> tx.messages().settle(lease, status, requested, null));
            });
        }
    }

    private List<Alarm> seen() {
        assertThat(watchers.look()).isFalse();
        return watchers.current();
    }

    @Test
    void nothing_is_wrong_with_an_empty_store() {
        assertThat(seen()).isEmpty();
    }

    @Test
    void an_sms_that_nobody_takes_over_is_an_alarm_after_five_minutes_and_an_email_after_an_hour() {
        message(MessageKind.SIGN_IN_SMS, MessageStatus.QUEUED, START);
        message(MessageKind.ACTIVATION_EMAIL, MessageStatus.QUEUED, START);
        now = START.plus(Watchers.SMS_WAITS);
        assertThat(seen()).isEmpty();

        now = now.plusSeconds(1);
        assertThat(seen()).containsExactly(new Alarm(AlarmKind.SMS_WAITING, null, Channel.SMS, 1, null, START));

        now = START.plus(Watchers.MESSAGE_WAITS).plusSeconds(1);
        assertThat(seen())
                .contains(new Alarm(AlarmKind.MESSAGE_UNSENT, null, null, 2, null, START))
                .hasSize(2);
    }

    @Test
    void an_sms_waits_in_peace_where_none_is_sent() {
        watchers.close();
        watchers = new Watchers(
                database, Policy.standard().withChannels(Set.of(Channel.EMAIL)), CanarySettings.NONE, () -> now);
        message(MessageKind.SIGN_IN_SMS, MessageStatus.QUEUED, START);
        now = START.plus(Duration.ofMinutes(30));
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_gateway_fails_when_more_than_fifteen_per_cent_of_enough_messages_do_not_arrive() {
        for (int i = 0; i < 17; i++) {
            message(MessageKind.SIGN_IN_SMS, MessageStatus.DELIVERED, START);
        }
        message(MessageKind.SIGN_IN_SMS, MessageStatus.FAILED, START.plusSeconds(60));
        message(MessageKind.SIGN_IN_SMS, MessageStatus.BOUNCED, START.plusSeconds(30));
        message(MessageKind.SIGN_IN_SMS, MessageStatus.FAILED, START.plusSeconds(90));
        assertThat(seen()).isEmpty();

        message(MessageKind.SIGN_IN_SMS, MessageStatus.BOUNCED, START.plusSeconds(120));
        now = START.plusSeconds(130);
        assertThat(seen())
                .containsExactly(
                        new Alarm(AlarmKind.GATEWAY_FAILING, null, Channel.SMS, 4, 21L, START.plusSeconds(30)));

        now = START.plusSeconds(121).plus(Watchers.ARRIVALS);
        assertThat(seen()).isEmpty();
    }

    @Test
    void an_outbox_that_grows_for_ten_minutes_is_one() {
        for (int minute = 0; minute <= 11; minute++) {
            now = START.plus(Duration.ofMinutes(minute));
            for (int i = 0; i < 5; i++) {
                message(MessageKind.ACTIVATION_EMAIL, MessageStatus.QUEUED, now);
            }
            List<Alarm> seen = seen();
            assertThat(seen.stream().map(Alarm::kind))
                    .as("minute " + minute)
                    .isEqualTo(minute < 10 ? List.of() : List.of(AlarmKind.OUTBOX_GROWING));
        }
        for (int minute = 12; minute <= 24; minute++) {
            now = START.plus(Duration.ofMinutes(minute));
            assertThat(watchers.look()).isFalse();
        }
        assertThat(watchers.current()).isEmpty();
    }

    @Test
    void a_letter_that_was_taken_and_never_printed_is_its_offices() {
        database.execute(tx -> {
            tx.letters()
                    .add(StoredLetter.ordered(
                            "l",
                            "p",
                            LetterKind.CODE,
                            "LTR-l",
                            OfficeCode.LUX,
                            PrintPlace.DESK,
                            SOMEBODY,
                            START,
                            null));
            tx.letters().claim("l", new StoredLetter.Claim("claim", START, SOMEBODY));
        });
        now = START.plus(Duration.ofMinutes(30));
        assertThat(seen()).isEmpty();

        now = now.plusSeconds(1);
        assertThat(seen())
                .containsExactly(new Alarm(AlarmKind.LETTER_NOT_PRINTED, OfficeCode.LUX, null, 1, null, START));

        database.execute(tx -> tx.letters().release("l", "claim"));
        assertThat(seen()).isEmpty();
    }
}
