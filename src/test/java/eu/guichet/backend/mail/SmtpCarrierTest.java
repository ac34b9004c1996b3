package eu.guichet.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.settings.Secret;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server in this process, and against one that answers what it is told. */
class SmtpCarrierTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:12:00Z");
    private static final Parcel PARCEL = new Parcel(
            "0b9e1c52-71a4-4b8e-9a4e-2f6f0f7f1a11",
            "p1",
            MessageKind.LETTER_ORDERED_EMAIL,
            "de",
            "annelise@example.org",
            "Ein Einschreiben kommt zu Ihnen",
            "Guten Tag,\n\nein Einschreiben ist unterwegs <bald>.\nBis dann & danke.",
            null,
            NOW.plus(Duration.ofHours(24)),
            OfficeCode.LUX);

    private GreenMail mail;

    @BeforeEach
    void start() {
        mail = new GreenMail(new ServerSetup[] {
            ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort(),
        });
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private static MailSettings settings(int port, MailSettings.Security security, @Nullable String user) {
        Secret password = user == null ? null : new Secret("wrong password");
        return new MailSettings(
                new MailSettings.Server("localhost", port, security, user, password, null),
                "PMO Pensionen <pmo@pmo.example>",
                "bounces@pmo.example",
                Duration.ofSeconds(5),
                null,
                MailSettings.ToDigit.STANDARD);
    }

    private SmtpCarrier carrier(MailSettings.Security security) {
        int port = security == MailSettings.Security.TLS
                ? mail.getSmtps().getPort()
                : mail.getSmtp().getPort();
        return new SmtpCarrier(settings(port, security, null), InstantSource.fixed(NOW));
    }

    @Test
    void an_e_mail_arrives_in_text_and_html_marked_as_sent_by_a_program_under_the_id_of_the_act() throws Exception {
        carrier(MailSettings.Security.NONE).carry(PARCEL);
        MimeMessage arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getHeader("Message-ID", null)).isEqualTo("<" + PARCEL.messageId() + "@pmo.example>");
        assertThat(arrived.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(arrived.getHeader("Content-Language", null)).isEqualTo("de");
        assertThat(arrived.getHeader("Return-Path", null)).contains("bounces@pmo.example");
        assertThat(arrived.getFrom()[0]).hasToString("PMO Pensionen <pmo@pmo.example>");
        assertThat(arrived.getSubject()).isEqualTo(PARCEL.subject());
        assertThat(arrived.getSentDate()).isEqualTo(Date.from(NOW));
        MimeMultipart both = (MimeMultipart) arrived.getContent();
        BodyPart plain = both.getBodyPart(0);
        assertThat(plain.isMimeType("text/plain")).isTrue();
        assertThat(plain.getContent().toString().replace("\r\n", "\n")).isEqualTo(PARCEL.text());
        assertThat(both.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("<html lang=\"de\">", "&lt;bald&gt;.<br>Bis dann &amp; danke.");
    }

    @Test
    void a_message_to_DIGIT_comes_from_the_office_asks_for_an_answer_and_is_no_message_of_a_program() throws Exception {
        MailSettings plain = settings(mail.getSmtp().getPort(), MailSettings.Security.NONE, null);
        MailSettings withOffice = new MailSettings(
                plain.server(),
                plain.from(),
                plain.bounces(),
                plain.timeout(),
                new MailSettings.Mailbox(plain.server(), "INBOX"),
                new MailSettings.ToDigit(
                        Map.of(OfficeCode.LUX, "PMO Luxembourg <pmo-lux@pmo.example>"),
                        MailSettings.ToDigit.STANDARD.ticket()));
        Parcel toDigit = new Parcel(
                "h1",
                "p1",
                MessageKind.HANDOVER_EMAIL,
                "en",
                "digit@post.example",
                "EU Login",
                "Hello",
                null,
                NOW.plus(Duration.ofDays(5)),
                OfficeCode.LUX);
        new SmtpCarrier(withOffice, InstantSource.fixed(NOW)).carry(toDigit);
        MimeMessage arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getFrom()[0]).hasToString("PMO Luxembourg <pmo-lux@pmo.example>");
        assertThat(arrived.getReplyTo())
                .extracting(Object::toString)
                .containsExactly("PMO Luxembourg <pmo-lux@pmo.example>", "bounces@pmo.example");
        assertThat(arrived.getMessageID()).isEqualTo("<h1@pmo.example>");
        assertThat(arrived.getHeader("Auto-Submitted")).isNull();
        assertThat(arrived.getHeader("X-Auto-Response-Suppress")).isNull();
    }

    @Test
    void handed_over_again_it_has_the_same_id() throws Exception {
        SmtpCarrier carrier = carrier(MailSettings.Security.NONE);
        carrier.carry(PARCEL);
        carrier.carry(PARCEL);
        MimeMessage[] both = mail.getReceivedMessages();
        assertThat(both).hasSize(2);
        assertThat(both[0].getMessageID()).isEqualTo(both[1].getMessageID());
    }

    @Test
    void nothing_is_sent_where_the_connection_cannot_be_made_safe() {
        assertThatThrownBy(() -> carrier(MailSettings.Security.STARTTLS).carry(PARCEL))
                .as("the server offers no encryption")
                .isInstanceOf(NotCarriedException.class);
        assertThatThrownBy(() -> carrier(MailSettings.Security.TLS).carry(PARCEL))
                .as("nobody vouches for the server")
                .isInstanceOf(NotCarriedException.class);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_may_be_tried_again_and_its_failure_names_nobody() {
        int port = mail.getSmtp().getPort();
        mail.stop();
        Throwable failure = catchThrowable(
                () -> new SmtpCarrier(settings(port, MailSettings.Security.NONE, null), InstantSource.fixed(NOW))
                        .carry(PARCEL));
        assertThat(failure).isInstanceOf(NotCarriedException.class).hasMessageNotContaining("annelise");
        assertThat(failure.getCause()).hasMessageNotContaining("annelise");
        assertThat(((NotCarriedException) failure).isForGood()).isFalse();
    }

    @Test
    void only_an_address_that_does_not_exist_is_given_up_for_good() throws Exception {
        assertThat(refusal("550 5.1.1 <annelise@example.org>: no such user")).isTrue();
        assertThat(refusal("552 5.2.2 mailbox full")).isTrue();
        assertThat(refusal("550 mailbox unavailable")).isTrue();
        assertThat(refusal("550 5.7.1 relaying denied")).as("our own fault").isFalse();
        assertThat(refusal("554 transaction failed")).isFalse();
        assertThat(refusal("451 4.3.0 try again later")).isFalse();
    }

    private static boolean refusal(String answerToRecipient) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(answerToRecipient)) {
            SmtpCarrier carrier = new SmtpCarrier(
                    settings(server.port(), MailSettings.Security.NONE, null), InstantSource.fixed(NOW));
            Throwable failure = catchThrowable(() -> carrier.carry(PARCEL));
            assertThat(failure).isInstanceOf(NotCarriedException.class).hasMessageNotContaining("annelise");
            return failure instanceof NotCarriedException e && e.toString().contains("refuses the address");
        }
    }
}
