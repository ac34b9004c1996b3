package eu.guichet.backend.sms;

import static eu.guichet.backend.sms.SmsDesk.insist;
import static eu.guichet.backend.sms.SmsDesk.smpp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two SMPP servers, of which the second is there for when the first is not. */
class TwoGatewaysTest {
    private static final String TEXT = "EU Login: ABC123";

    @TempDir
    Path folder;

    private SmsDesk desk;
    private SmppPeer first;
    private SmppPeer second;

    @BeforeEach
    void start() throws Exception {
        desk = new SmsDesk(folder);
        first = new SmppPeer();
        second = new SmppPeer();
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        first.close();
        second.close();
    }

    private SmsCarrier carrier() {
        return desk.carrier(smpp(first.port()), smpp(second.port()));
    }

    /** Both are connected, and have taken something. */
    private SmsCarrier warm() throws Exception {
        SmsCarrier carrier = carrier();
        assertThat(first.nextBind() && second.nextBind()).isTrue();
        first.answer(_ -> SMPPConstant.STAT_ESME_RSYSERR);
        insist(carrier, desk.order("w", TEXT));
        first.answer(_ -> 0);
        second.nextSubmission();
        SmsDesk.await("the first is not connected", () -> {
            try {
                carrier.carry(desk.order("w" + System.nanoTime(), TEXT));
            } catch (NotCarriedException e) {
                throw new AssertionError(e);
            }
            return first.submissions() > 0;
        });
        return carrier;
    }

    @Test
    void while_both_are_there_the_first_has_all() throws Exception {
        SmsCarrier carrier = warm();
        int before = second.submissions();
        for (int i = 0; i < 5; i++) {
            carrier.carry(desk.order("m" + i, TEXT));
        }
        assertThat(second.submissions()).isEqualTo(before);
    }

    @Test
    void the_second_takes_over_where_the_first_is_down() throws Exception {
        first.close();
        insist(carrier(), desk.order("m1", TEXT));
        assertThat(second.submissions()).isEqualTo(1);
    }

    @Test
    void the_second_takes_over_where_the_first_is_slower_than_its_limit_and_neither_gets_it_again() throws Exception {
        SmsCarrier carrier = warm();
        CountDownLatch latch = new CountDownLatch(1);
        first.hold(latch);
        int atFirst = first.submissions();
        int atSecond = second.submissions();
        Parcel parcel = desk.order("m1", TEXT);
        carrier.carry(parcel);
        assertThat(second.submissions()).isEqualTo(atSecond + 1);
        latch.countDown();
        SmsDesk.await(
                "the late answer is lost",
                () -> desk.database().read(tx -> tx.smsParts().of("m1")).size() == 2);
        carrier.carry(parcel);
        assertThat(first.submissions()).isEqualTo(atFirst + 1);
        assertThat(second.submissions()).isEqualTo(atSecond + 1);
    }

    @Test
    void the_one_that_was_slow_is_asked_last_for_a_while() throws Exception {
        SmsCarrier carrier = warm();
        CountDownLatch latch = new CountDownLatch(1);
        first.hold(latch);
        carrier.carry(desk.order("m1", TEXT));
        latch.countDown();
        int atFirst = first.submissions();
        carrier.carry(desk.order("m2", TEXT));
        assertThat(first.submissions()).isEqualTo(atFirst);
    }

    @Test
    void what_is_still_on_its_way_is_not_sent_there_anew() throws Exception {
        SmsCarrier carrier = warm();
        CountDownLatch latch = new CountDownLatch(1);
        first.hold(latch);
        int atFirst = first.submissions();
        second.answer(_ -> SMPPConstant.STAT_ESME_RTHROTTLED);
        Parcel parcel = desk.order("m1", TEXT);
        NotCarriedException failure = catchThrowableOfType(NotCarriedException.class, () -> carrier.carry(parcel));
        assertThat(failure)
                .hasMessage("the first SMS gateway is slower than its limit;"
                        + " the second SMS gateway did not take it: status 88");
        latch.countDown();
        insist(carrier, parcel);
        assertThat(first.submissions()).isEqualTo(atFirst + 1);
    }

    @Test
    void a_number_that_the_first_refuses_for_good_is_not_tried_at_the_second() throws Exception {
        SmsCarrier carrier = warm();
        int atSecond = second.submissions();
        first.answer(_ -> SMPPConstant.STAT_ESME_RINVDSTADR);
        NotCarriedException failure =
                catchThrowableOfType(NotCarriedException.class, () -> carrier.carry(desk.order("m1", TEXT)));
        assertThat(failure.isForGood()).isTrue();
        assertThat(second.submissions()).isEqualTo(atSecond);
    }

    @Test
    void they_can_be_tried_out_without_sending_anything() throws Exception {
        SmsSettings settings = new SmsSettings("PMO", 3, smpp(first.port()), smpp(second.port()));
        second.refuseBinds(SMPPConstant.STAT_ESME_RBINDFAIL);
        try (SmsCarrier carrier =
                new SmsCarrier(settings, desk.database(), desk.reports(), InstantSource.system(), new Random(1))) {
            assertThat(carrier.tryOut()).isEqualTo(Map.of("second", "it refuses the bind with status 13"));
        }
        assertThat(first.submissions() + second.submissions()).isZero();
    }
}
