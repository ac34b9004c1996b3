package eu.guichet.backend.sms;

import static eu.guichet.backend.sms.SmsDesk.insist;
import static eu.guichet.backend.sms.SmsDesk.smpp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.MessageStatus;
import java.nio.file.Path;
import java.util.Locale;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts as gateways write them, each over the connection by which the SMS went out. */
@OnBothStores
class ReceiptsTest {
    private static final String TELEPHONE = SmsDesk.TELEPHONE.substring(1);
    private static final int RECEIPT = 0x04;

    @TempDir
    Path folder;

    private SmsDesk desk;
    private SmppPeer peer;
    private SmsCarrier carrier;

    @BeforeEach
    void start() throws Exception {
        desk = new SmsDesk(folder);
        peer = new SmppPeer();
        carrier = desk.carrier(smpp(peer.port()), null);
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        peer.close();
    }

    private void send(String id, String gatewayId) {
        peer.nameThem(_ -> gatewayId);
        insist(carrier, desk.order(id, "EU Login: ABC123"));
    }

    private static String receipt(String id, String state) {
        return "id:" + id + " sub:001 dlvrd:001 submit date:2611260912 done date:2611260913 stat:" + state
                + " err:000 text:EU Login";
    }

    private void becomes(String id, MessageStatus status) {
        SmsDesk.await("still " + desk.message(id), () -> desk.message(id).status() == status);
    }

    private void stays(String id) {
        assertThat(desk.message(id).status()).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void a_delivered_SMS_is_shown_as_delivered() throws Exception {
        send("m1", "4F3A-7");
        peer.deliver(TELEPHONE, RECEIPT, receipt("4F3A-7", "DELIVRD"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void one_that_the_network_cannot_deliver_says_why() throws Exception {
        send("m1", "77");
        peer.deliver(TELEPHONE, RECEIPT, receipt("77", "UNDELIV"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(desk.message("m1").detail()).isEqualTo("undelivered");
    }

    @Test
    void parameters_alone_are_enough() throws Exception {
        send("m1", "a1");
        peer.deliver(
                TELEPHONE,
                RECEIPT,
                "",
                new OptionalParameter.Receipted_message_id("a1"),
                new OptionalParameter.Message_state((byte) 5));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void so_is_the_text_in_a_parameter_written_in_another_way_by_a_gateway_that_does_not_mark_it() throws Exception {
        send("m1", "a1");
        peer.deliver(
                TELEPHONE,
                0,
                "",
                new OptionalParameter.OctetString(Tag.MESSAGE_PAYLOAD.code(), "ID: A1 Stat=Delivered"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void an_id_that_is_hexadecimal_once_and_decimal_then_is_recognised_in_both_directions() throws Exception {
        send("m1", "1F4B2C");
        send("m2", "0000987654321");
        peer.deliver(TELEPHONE, RECEIPT, receipt(String.valueOf(0x1F4B2C), "DELIVRD"));
        peer.deliver(TELEPHONE, RECEIPT, receipt(Long.toHexString(987654321L).toUpperCase(Locale.ROOT), "DELIVRD"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(desk.message("m2").status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void what_is_on_its_way_unknown_or_broken_changes_nothing_and_is_acknowledged() throws Exception {
        send("m1", "55");
        peer.deliver(TELEPHONE, RECEIPT, receipt("55", "ENROUTE"));
        peer.deliver(TELEPHONE, RECEIPT, receipt("55", "ACCEPTD"));
        peer.deliver(TELEPHONE, RECEIPT, receipt("no such", "DELIVRD"));
        peer.deliver(TELEPHONE, RECEIPT, "stat:DELIVRD");
        peer.deliver(TELEPHONE, RECEIPT, "\u0000\u00ff\u001b id: stat");
        peer.deliver(TELEPHONE, RECEIPT, "");
        peer.deliver(TELEPHONE, 0, "Merci, mon id: 55");
        stays("m1");
    }

    @Test
    void a_long_SMS_is_delivered_when_every_part_is() throws Exception {
        peer.nameThem(number -> "p" + number);
        insist(carrier, desk.order("m1", "x".repeat(200)));
        peer.deliver(TELEPHONE, RECEIPT, receipt("p1", "DELIVRD"));
        stays("m1");
        peer.deliver(TELEPHONE, RECEIPT, receipt("p2", "DELIVRD"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void and_not_delivered_when_one_cannot_be() throws Exception {
        peer.nameThem(number -> "p" + number);
        insist(carrier, desk.order("m1", "x".repeat(200)));
        peer.deliver(TELEPHONE, RECEIPT, receipt("p2", "EXPIRED"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void what_was_delivered_stays_so() throws Exception {
        send("m1", "9");
        peer.deliver(TELEPHONE, RECEIPT, receipt("9", "DELIVRD"));
        peer.deliver(TELEPHONE, RECEIPT, receipt("9", "UNDELIV"));
        assertThat(desk.message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void a_receipt_that_is_faster_than_our_record_finds_its_SMS_a_moment_later() throws Exception {
        send("m0", "0");
        desk.order("m1", "EU Login: ABC123");
        peer.deliver(TELEPHONE, RECEIPT, receipt("early", "DELIVRD"));
        stays("m1");
        new Acknowledged(desk.database()).keep("m1", "first", 1, 1, "early");
        becomes("m1", MessageStatus.DELIVERED);
    }

    @Test
    void a_receipt_that_cannot_be_recorded_is_refused_for_now_so_that_it_is_sent_again() throws Exception {
        send("m1", "3");
        desk.database().close();
        assertThatThrownBy(() -> peer.deliver(TELEPHONE, RECEIPT, receipt("3", "DELIVRD")))
                .isInstanceOf(NegativeResponseException.class)
                .hasMessageContaining("64");
    }
}
