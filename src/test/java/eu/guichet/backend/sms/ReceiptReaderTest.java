package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts as gateways post them, each in its own way. */
class ReceiptReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"4f3a7\",\"status\":\"DELIVRD\"}",
                "{\"message-id\":\"4f3a7\",\"msisdn\":\"352621123456\",\"status\":\"delivered\",\"err-code\":\"0\"}",
                "{\"results\":[{\"messageId\":\"4f3a7\",\"to\":\"352621123456\",\"status\":{\"groupId\":3,\"groupName\":\"DELIVERED\",\"id\":5,\"name\":\"DELIVERED_TO_HANDSET\"},\"error\":{\"id\":0,\"name\":\"NO_ERROR\"}}]}",
                "[{\"data\":{\"payload\":{\"id\":\"4f3a7\",\"delivery_status\":\"Delivered\"}}}]",
                "{\"deliveryReport\":{\"MSG_ID\":\"4f3a7\",\"State\":\"delivered to terminal\"}}"
            })
    void a_delivery_is_found_under_whatever_names(String body) {
        assertThat(ReceiptReader.json(body)).singleElement().satisfies(receipt -> {
            assertThat(receipt.gatewayId()).isEqualTo("4f3a7");
            assertThat(receipt.status()).isEqualTo(MessageStatus.DELIVERED);
        });
    }

    @Test
    void or_in_a_form() {
        assertThat(ReceiptReader.form("SmsSid=SM1&MessageStatus=undelivered&MessageSid=4f3a%2D7&To=%2B352621123456"))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.others()).contains("4f3a-7", "SM1");
                    assertThat(receipt.status()).isEqualTo(MessageStatus.BOUNCED);
                    assertThat(receipt.from()).isEqualTo("+352621123456");
                });
    }

    @Test
    void several_are_several() {
        assertThat(
                        ReceiptReader.json(
                                "{\"messages\":[{\"id\":1,\"state\":\"DELIVRD\"},{\"id\":2,\"state\":\"EXPIRED\"},{\"id\":3,\"state\":\"ENROUTE\"}]}"))
                .extracting(Receipt::status)
                .containsExactly(MessageStatus.DELIVERED, MessageStatus.BOUNCED, null);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDELIV,BOUNCED",
        "undeliverable,BOUNCED",
        "failed,BOUNCED",
        "REJECTED_NETWORK,BOUNCED",
        "EXPIRED_DLR,BOUNCED",
        "delivery_failed,BOUNCED",
        "sent,",
        "accepted,",
        "BUFFRED,",
        "UNKNOWN,",
        "2,"
    })
    void only_what_is_final_and_said_in_a_word_decides(String word, MessageStatus status) {
        assertThat(ReceiptReader.json("{\"id\":\"1\",\"status\":\"" + word + "\"}"))
                .singleElement()
                .extracting(Receipt::status)
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"delivered\"",
                "{\"status\":\"delivered\"}",
                "{\"id\":1}",
                "{\"id\":1",
                "<a/>"
            })
    void what_is_none_is_none(String body) {
        assertThat(ReceiptReader.json(body)).isEmpty();
        assertThat(ReceiptReader.form(body)).isEmpty();
    }
}
