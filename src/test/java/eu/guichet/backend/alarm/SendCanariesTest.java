package eu.guichet.backend.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.delivery.CanarySettings;
import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.delivery.SendCanaries;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredCanary;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class SendCanariesTest {
    private static final Instant SEVEN = Instant.parse("2026-11-27T06:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final CanarySettings BOTH = new CanarySettings(
            Map.of(Channel.EMAIL, "own@office.example", Channel.SMS, "+352621000000"), Duration.ofHours(1));

    @TempDir
    Path folder;

    private Database database;
    private Instant now = SEVEN;
    private CanarySettings settings = BOTH;
    private boolean away;
    private final List<Parcel> carried = new ArrayList<>();

    @BeforeEach
    void open() {
        database = Stores.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void carry(Parcel parcel) throws NotCarriedException {
        if (!parcel.useAt(now).isPositive()) {
            throw new NotCarriedException("it is of no more use", new IOException("late"));
        }
        if (away) {
            throw new NotCarriedException("the gateway is away", new IOException("away"));
        }
        carried.add(parcel);
    }

    private SendCanaries sending(CanarySettings settings, Policy policy) {
        return new SendCanaries(
                database, policy, settings, _ -> this::carry, channel -> channel == Channel.SMS, () -> now);
    }

    private void round(CanarySettings settings, Policy policy) {
        SendCanaries sending = sending(settings, policy);
        for (Channel channel : Channel.values()) {
            assertThat(sending.round(channel)).isFalse();
        }
    }

    private void round() {
        round(settings, Policy.standard());
    }

    private List<String> alarms() {
        try (Watchers watchers = new Watchers(database, Policy.standard(), settings, () -> now)) {
            boolean _ = watchers.look();
            return watchers.current().stream()
                    .map(alarm -> alarm.kind() + " " + alarm.channel())
                    .toList();
        }
    }

    private String id(Channel channel) {
        return database.read(tx -> tx.canaries()
                        .of(channel, FRIDAY, settings.digest(channel).orElseThrow()))
                .map(StoredCanary::id)
                .orElseThrow();
    }

    private boolean told(Channel channel, MessageStatus status) {
        Policy policy = Policy.standard();
        LiveHub live = new LiveHub(() -> now);
        return new DeliveryReports(database, new EnrolmentJournal(policy, () -> now, live), () -> now)
                .told(id(channel), status, null);
    }

    @Test
    void one_of_each_goes_to_the_own_addresses_every_morning_and_is_nobody_s_message() {
        now = SEVEN.minusSeconds(1);
        round();
        assertThat(carried).isEmpty();
        now = SEVEN;
        round();
        round();
        assertThat(carried)
                .extracting(Parcel::destination)
                .containsExactlyInAnyOrder("own@office.example", "+352621000000");
        assertThat(carried).allSatisfy(parcel -> assertThat(parcel.text()).contains("2026-11-27"));
        now = SEVEN.plus(Duration.ofDays(1));
        round();
        assertThat(carried).hasSize(4);
        assertThat(database.<Long>read(tx -> tx.messages().waiting().messages()))
                .isZero();
    }

    @Test
    void none_goes_where_no_address_is_named_or_the_channel_is_off() {
        round(CanarySettings.NONE, Policy.standard());
        assertThat(carried).isEmpty();
        round(BOTH, Policy.standard().withChannels(Set.of(Channel.EMAIL)));
        assertThat(carried).extracting(Parcel::destination).containsExactly("own@office.example");
    }

    @Test
    void an_sms_that_is_not_confirmed_within_an_hour_is_an_alarm_until_it_is() {
        round();
        now = SEVEN.plus(Duration.ofMinutes(59));
        assertThat(alarms()).isEmpty();
        now = SEVEN.plus(Duration.ofHours(1));
        assertThat(alarms()).containsExactly("CANARY_MISSING SMS");
        assertThat(told(Channel.SMS, MessageStatus.DELIVERED)).isTrue();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void an_email_that_comes_back_is_an_alarm_at_once() {
        round();
        assertThat(told(Channel.SMS, MessageStatus.DELIVERED)).isTrue();
        assertThat(told(Channel.EMAIL, MessageStatus.BOUNCED)).isTrue();
        assertThat(alarms()).containsExactly("CANARY_MISSING EMAIL");
        assertThat(told(Channel.EMAIL, MessageStatus.SENT)).isTrue();
        assertThat(alarms()).as("what was told later").containsExactly("CANARY_MISSING EMAIL");
    }

    @Test
    void what_no_gateway_takes_over_is_tried_again_and_is_an_alarm_after_an_hour() {
        away = true;
        round();
        now = SEVEN.plus(Duration.ofMinutes(30));
        round();
        assertThat(alarms()).isEmpty();
        now = SEVEN.plus(Duration.ofHours(1));
        assertThat(alarms()).containsExactly("CANARY_MISSING EMAIL", "CANARY_MISSING SMS");
        away = false;
        round();
        assertThat(carried).hasSize(2);
        assertThat(told(Channel.SMS, MessageStatus.DELIVERED)).isTrue();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void it_is_never_given_up_so_that_an_outage_of_hours_ends_the_alarm_as_well() {
        away = true;
        round();
        now = SEVEN.plus(Duration.ofHours(5));
        assertThat(alarms()).hasSize(2);
        away = false;
        round();
        assertThat(carried).hasSize(2);
        assertThat(alarms()).containsExactly("CANARY_MISSING SMS");
        assertThat(told(Channel.SMS, MessageStatus.DELIVERED)).isTrue();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void what_did_not_arrive_stays_an_alarm_on_the_second_morning_until_that_of_the_day_arrives_or_is_overdue_itself() {
        away = true;
        round();
        now = SEVEN.plus(Duration.ofDays(1));
        round();
        assertThat(alarms()).containsExactly("CANARY_MISSING EMAIL", "CANARY_MISSING SMS");
        now = now.plus(Duration.ofMinutes(10));
        away = false;
        round();
        assertThat(alarms()).as("taken over, not confirmed").containsExactly("CANARY_MISSING SMS");
        now = now.plus(Duration.ofMinutes(50));
        assertThat(alarms()).as("overdue itself").containsExactly("CANARY_MISSING SMS");
    }

    @Test
    void two_nodes_at_once_hand_it_over_once() {
        away = true;
        round();
        away = false;
        now = SEVEN.plusSeconds(60);
        round();
        assertThat(carried).as("another one is trying").isEmpty();
        now = SEVEN.plus(Duration.ofMinutes(5));
        round();
        assertThat(carried).hasSize(2);
    }

    @Test
    void a_corrected_address_is_tried_on_the_same_day_and_a_removed_one_is_no_alarm_any_more() {
        round();
        assertThat(told(Channel.EMAIL, MessageStatus.BOUNCED)).isTrue();
        assertThat(told(Channel.SMS, MessageStatus.FAILED)).isTrue();
        now = SEVEN.plus(Duration.ofHours(1));
        carried.clear();
        settings = new CanarySettings(Map.of(Channel.EMAIL, "right@office.example"), Duration.ofHours(1));
        assertThat(alarms()).isEmpty();
        round();
        assertThat(carried).extracting(Parcel::destination).containsExactly("right@office.example");
        now = SEVEN.plus(Duration.ofHours(2));
        assertThat(alarms()).isEmpty();
        assertThat(told(Channel.EMAIL, MessageStatus.BOUNCED)).isTrue();
        assertThat(alarms()).containsExactly("CANARY_MISSING EMAIL");
    }

    @Test
    void the_time_within_which_it_has_to_arrive_is_from_five_minutes_to_twelve_hours() {
        for (String within : List.of("5m", "12h")) {
            assertThat(CanarySettings.read(new SettingLines(Map.of("canary.within", within)))
                            .within())
                    .isBetween(Duration.ofMinutes(5), Duration.ofHours(12));
        }
        for (String within : List.of("0s", "299s", "13h")) {
            assertThatThrownBy(() -> CanarySettings.read(new SettingLines(Map.of("canary.within", within))))
                    .hasMessage("canary.within: a time from 5m to 12h is expected");
        }
    }

    @Test
    void one_of_long_ago_is_no_alarm_any_more() {
        away = true;
        round();
        now = SEVEN.plus(Duration.ofHours(37));
        assertThat(alarms()).isEmpty();
    }
}
