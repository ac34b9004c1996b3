package eu.guichet.backend.sms;

import static eu.guichet.backend.sms.SmsDesk.insist;
import static eu.guichet.backend.sms.SmsDesk.smpp;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real socket to a real SMPP server in this process. */
class SmppCarrierTest {
    private static final String TEXT = "EU Login: Ihr Challenge-Code lautet ABC123. Größe {1}.";

    @TempDir
    Path folder;

    private SmsDesk desk;
    private SmppPeer peer;

    @BeforeEach
    void start() throws Exception {
        desk = new SmsDesk(folder);
        peer = new SmppPeer();
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void an_SMS_goes_out_as_one_part_in_the_GSM_alphabet_and_word_of_it_is_asked_for() throws Exception {
        insist(desk.carrier(smpp(peer.port()), null), desk.order("m1", TEXT));
        SubmitSm submission = peer.nextSubmission();
        assertThat(submission.getDestAddress()).isEqualTo("352621123456");
        assertThat(submission.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(submission.getSourceAddr()).isEqualTo("PMO");
        assertThat(submission.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(submission.getDataCoding()).isZero();
        assertThat(submission.getEsmClass()).isZero();
        assertThat(submission.isSmscDelReceiptSuccessAndFailureRequested()).isTrue();
        assertThat(submission.getShortMessage()).isEqualTo(Gsm7.encode(TEXT).orElseThrow());
    }

    @Test
    void the_gateway_is_told_to_carry_it_no_longer_than_it_is_of_use() throws Exception {
        insist(desk.carrier(smpp(peer.port()), null), desk.order("m1", TEXT));
        assertThat(peer.nextSubmission().getValidityPeriod())
                .as("a little less than ten minutes from now")
                .matches("00000000(09[3-5]\\d|1000)000R");
        assertThat(SmppRoute.validity(Duration.ofHours(30).plusSeconds(61))).isEqualTo("000001060101000R");
        assertThat(SmppRoute.validity(Duration.ofMillis(300)))
                .as("never at once")
                .isEqualTo("000000000001000R");
    }

    @Test
    void what_is_of_no_more_use_is_not_handed_over() {
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        Parcel parcel = desk.order("m1", TEXT);
        assertThatThrownBy(() -> carrier.carry(SmsDesk.until(parcel, Instant.now())))
                .isInstanceOf(NotCarriedException.class)
                .hasMessage("it is of no more use");
        assertThat(peer.submissions()).isZero();
    }

    @Test
    void the_parts_of_a_long_one_find_each_other_by_a_header() throws Exception {
        insist(desk.carrier(smpp(peer.port()), null), desk.order("m1", "x".repeat(200)));
        byte[] first = peer.nextSubmission().getShortMessage();
        SubmitSm second = peer.nextSubmission();
        assertThat(second.isUdhi()).isTrue();
        assertThat(first).hasSize(6 + 153).startsWith(5, 0, 3, first[3], 2, 1);
        assertThat(second.getShortMessage()).hasSize(6 + 47).startsWith(5, 0, 3, first[3], 2, 2);
        assertThat(new String(second.getShortMessage(), 6, 47, ISO_8859_1)).isEqualTo("x".repeat(47));
    }

    @Test
    void or_by_parameters() throws Exception {
        SmsSettings.Smpp sar =
                smpp(peer.port(), SmsSettings.Security.NONE, SmsSettings.Concatenation.SAR, Duration.ofSeconds(10));
        insist(desk.carrier(sar, null), desk.order("m1", "ê".repeat(100)));
        SubmitSm first = peer.nextSubmission();
        SubmitSm second = peer.nextSubmission();
        assertThat(first.isUdhi()).isFalse();
        assertThat(first.getDataCoding()).isEqualTo((byte) 8);
        assertThat(first.getOptionalParameter(Tag.SAR_MSG_REF_NUM))
                .isEqualTo(second.getOptionalParameter(Tag.SAR_MSG_REF_NUM))
                .isNotNull();
        assertThat(second.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM)).hasFieldOrPropertyWithValue("value", (byte) 2);
        assertThat(second.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS)).hasFieldOrPropertyWithValue("value", (byte) 2);
    }

    @Test
    void one_of_more_parts_than_the_institution_pays_for_is_not_sent() {
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        assertThatThrownBy(() -> carrier.carry(desk.order("m1", "x".repeat(460))))
                .isInstanceOf(NotCarriedException.class)
                .hasMessage("it has 4 parts, and sms.most-parts is 3");
        assertThat(peer.submissions()).isZero();
    }

    @Test
    void a_gateway_that_refuses_the_bind_is_called_again_and_serves_once_it_lets_us_in() throws Exception {
        peer.refuseBinds(SMPPConstant.STAT_ESME_RBINDFAIL);
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        Parcel parcel = desk.order("m1", TEXT);
        assertThat(peer.nextBind()).isFalse();
        assertThatThrownBy(() -> carrier.carry(parcel))
                .isInstanceOf(NotCarriedException.class)
                .hasMessage("the first SMS gateway is not connected");
        peer.refuseBinds(0);
        insist(carrier, parcel);
        assertThat(peer.nextBind()).isTrue();
    }

    @Test
    void only_a_number_that_does_not_exist_is_given_up_for_good_and_no_failure_names_anybody() throws Exception {
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        insist(carrier, desk.order("m0", TEXT));
        assertThat(refusal(carrier, "m1", SMPPConstant.STAT_ESME_RTHROTTLED).isForGood())
                .isFalse();
        assertThat(refusal(carrier, "m2", SMPPConstant.STAT_ESME_RMSGQFUL).isForGood())
                .isFalse();
        assertThat(refusal(carrier, "m3", SMPPConstant.STAT_ESME_RINVSRCADR).isForGood())
                .isFalse();
        assertThat(refusal(carrier, "m4", SMPPConstant.STAT_ESME_RINVDSTADR).isForGood())
                .isTrue();
    }

    private NotCarriedException refusal(SmsCarrier carrier, String id, int status) {
        peer.answer(_ -> status);
        NotCarriedException failure =
                catchThrowableOfType(NotCarriedException.class, () -> carrier.carry(desk.order(id, TEXT)));
        assertThat(failure).hasMessageContaining("status " + status).hasMessageNotContaining("621123456");
        return failure;
    }

    @Test
    void what_was_throttled_is_taken_when_it_is_handed_over_again() throws Exception {
        peer.answer(number -> number == 1 ? SMPPConstant.STAT_ESME_RTHROTTLED : 0);
        insist(desk.carrier(smpp(peer.port()), null), desk.order("m1", TEXT));
        byte[] reference = reference(peer.nextSubmission());
        assertThat(reference(peer.nextSubmission()))
                .as("so that the gateway sees that it is the same")
                .isEqualTo(reference);
    }

    private static byte[] reference(SubmitSm submission) {
        return submission.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE).serialize();
    }

    @Test
    void what_a_gateway_has_acknowledged_it_never_gets_again_not_even_after_a_restart() {
        Parcel parcel = desk.order("m1", TEXT);
        SmsCarrier before = desk.carrier(smpp(peer.port()), null);
        insist(before, parcel);
        before.close();
        SmsCarrier after = desk.carrier(smpp(peer.port()), null);
        insist(after, parcel);
        insist(after, desk.order("m2", TEXT));
        assertThat(peer.submissions()).isEqualTo(2);
    }

    @Test
    void of_a_long_one_only_the_part_that_failed_is_sent_again() throws Exception {
        peer.answer(number -> number == 2 ? SMPPConstant.STAT_ESME_RTHROTTLED : 0);
        insist(desk.carrier(smpp(peer.port()), null), desk.order("m1", "x".repeat(400)));
        assertThat(new byte[] {part(), part(), part(), part()}).containsExactly(1, 2, 2, 3);
        assertThat(peer.submissions()).isEqualTo(4);
    }

    private byte part() throws InterruptedException {
        return peer.nextSubmission().getShortMessage()[5];
    }

    @Test
    void a_connection_that_ends_is_made_anew() throws Exception {
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        insist(carrier, desk.order("m1", TEXT));
        assertThat(peer.nextBind()).isTrue();
        peer.hangUp();
        assertThat(peer.nextBind()).isTrue();
        insist(carrier, desk.order("m2", TEXT));
        assertThat(peer.submissions()).isEqualTo(2);
    }

    @Test
    void a_connection_on_which_nothing_comes_any_more_is_closed_and_made_anew() throws Exception {
        try (SilentPeer silent = new SilentPeer()) {
            SmsCarrier carrier = desk.carrier(
                    smpp(
                            silent.port(),
                            SmsSettings.Security.NONE,
                            SmsSettings.Concatenation.UDH,
                            Duration.ofMillis(400)),
                    null);
            try (Socket first = silent.nextCaller()) {
                assertThatThrownBy(() -> {
                            while (true) {
                                carrier.carry(desk.order("m" + System.nanoTime(), TEXT));
                            }
                        })
                        .as("whoever waits for an answer learns of it long before the answer would be overdue")
                        .isInstanceOf(NotCarriedException.class);
                try (Socket second = silent.nextCaller()) {
                    assertThat(second.getPort()).isNotEqualTo(first.getPort());
                }
            }
        }
    }

    @Test
    void no_thread_outlives_the_carrier() throws Exception {
        Set<Thread> before = threads();
        SmsCarrier carrier = desk.carrier(smpp(peer.port()), null);
        insist(carrier, desk.order("m1", TEXT));
        carrier.close();
        peer.close();
        SmsDesk.await("threads are left", () -> before.containsAll(threads()));
    }

    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(thread -> Arrays.stream(new String[] {"PDUReader", "EnquireLink", "pool-", "sms-"})
                .noneMatch(thread.getName()::startsWith));
        return all;
    }

    @Test
    void over_TLS_only_to_a_gateway_that_somebody_vouches_for() throws Exception {
        HeldCertificate root =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(root)
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates here =
                new HandshakeCertificates.Builder().heldCertificate(own).build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(root.certificate())
                .build();
        ServerSocket socket =
                here.sslContext().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        try (SmppPeer safe = new SmppPeer(socket)) {
            SmsSettings.Smpp tls =
                    smpp(safe.port(), SmsSettings.Security.TLS, SmsSettings.Concatenation.UDH, Duration.ofSeconds(10));
            SmsCarrier stranger = desk.carrier(tls, null);
            SmsCarrier carrier = desk.carrier(tls, null, trusting.sslSocketFactory());
            insist(carrier, desk.order("m1", TEXT));
            assertThatThrownBy(() -> stranger.carry(desk.order("m2", TEXT))).isInstanceOf(NotCarriedException.class);
            assertThat(safe.submissions()).isEqualTo(1);
        }
    }
}
