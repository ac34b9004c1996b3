package eu.guichet.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a real mailbox, in which reports lie as different mail servers write them. */
class IncomingMailTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:12:00Z");
    /** Fewer than otherwise: for each of them its server is asked several times, and takes 40 ms to answer. */
    private static final int AT_ONCE = 20;

    @TempDir
    Path folder;

    private GreenMail mail;
    private GreenMailUser user;
    private Database database;
    private IncomingMail incoming;

    @BeforeEach
    void start() {
        mail = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
        mail.start();
        user = mail.setUser("bounces@pmo.example", "bounces", "secret");
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
        InstantSource clock = InstantSource.fixed(NOW);
        EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), clock, new LiveHub(clock));
        MailSettings.Server server = new MailSettings.Server(
                "localhost",
                mail.getImap().getPort(),
                MailSettings.Security.NONE,
                "bounces",
                new Secret("secret"),
                null);
        MailSettings settings = new MailSettings(
                server,
                "pmo@pmo.example",
                "bounces@pmo.example",
                Duration.ofSeconds(5),
                new MailSettings.Mailbox(server, "INBOX"),
                MailSettings.ToDigit.STANDARD);
        incoming = new IncomingMail(
                settings,
                new MailSettings.Mailbox(server, "INBOX"),
                new DeliveryReports(database, journal, clock),
                new HandoverAnswers(database, journal, clock, settings.toDigit().ticket()),
                database,
                AT_ONCE);
    }

    @AfterEach
    void stop() {
        database.close();
        mail.stop();
    }

    private void sent(String id) {
        database.execute(tx -> tx.messages()
                .add(new StoredMessage(
                        id, "p1", MessageKind.LETTER_ORDERED_EMAIL, "de", MessageStatus.SENT, NOW, NOW, null)));
    }

    private StoredMessage message(String id) {
        return database.read(tx -> tx.messages().find(id)).orElseThrow();
    }

    private void arrives(String text) throws Exception {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(null, new ByteArrayInputStream(bytes)));
    }

    private static String report(String fields, String original) {
        return """
                From: MAILER-DAEMON@mx.example
                To: bounces@pmo.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                """ + fields + "\n--b\n" + original + "\n--b--\n";
    }

    @Test
    void a_bounce_as_postfix_writes_it_is_found_by_the_id_of_its_envelope() throws Exception {
        sent("m1");
        arrives(report("""
                Reporting-MTA: dns; mx.example
                Original-Envelope-Id: m1
                X-Postfix-Queue-ID: 4ABC

                Final-Recipient: rfc822; annelise@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such
                    user
                """, "Content-Type: text/rfc822-headers\n\nSubject: x\n"));
        assertThat(incoming.look()).isFalse();
        assertThat(message("m1").status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(message("m1").detail()).isEqualTo("returned");
    }

    @Test
    void without_the_envelope_s_id_the_returned_message_tells_which_it_was() throws Exception {
        sent("m2");
        arrives(report("""
                reporting-mta: dns;exchange.example


                final-recipient: rfc822;annelise@example.org
                action: FAILED
                status: 5.2.2
                """, """
                Content-Type: message/rfc822

                From: pmo@pmo.example
                Message-Id:
                 <m2@PMO.example>

                text
                """));
        incoming.look();
        assertThat(message("m2").status()).isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void a_delivery_is_told_and_a_delay_is_nothing_final() throws Exception {
        sent("m3");
        sent("m4");
        arrives(report(
                "Original-Envelope-Id: m3\n\nAction: delivered\nStatus: 2.0.0\n", "Content-Type: text/plain\n\n"));
        arrives(report("Original-Envelope-Id: m4\n\nAction: delayed\nStatus: 4.4.1\n", "Content-Type: text/plain\n\n"));
        incoming.look();
        assertThat(message("m3").status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(message("m4").status()).isEqualTo(MessageStatus.SENT);
    }

    private void handedOver(String messageId) {
        database.execute(tx -> {
            tx.messages()
                    .add(new StoredMessage(
                            messageId, "p1", MessageKind.HANDOVER_EMAIL, "en", MessageStatus.SENT, NOW, NOW, null));
            tx.events()
                    .add(
                            "p1",
                            new Event.HandedOver(
                                    NOW, messageId, HandoverMatter.ACCOUNT, null, messageId, null, "M. D.", "a1"));
        });
    }

    private @Nullable String ticket() {
        return database.read((Tx tx) -> tx.events().history("p1").handovers())
                .getFirst()
                .ticket();
    }

    private List<Boolean> read() throws Exception {
        Store store = mail.getImap().createStore();
        store.connect("bounces", "secret");
        try (Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            List<Boolean> seen = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                seen.add(message.isSet(Flags.Flag.SEEN));
            }
            return seen;
        } finally {
            store.close();
        }
    }

    @Test
    void DIGIT_s_number_is_taken_from_the_subject_of_its_answer_and_the_answer_is_left_for_people() throws Exception {
        handedOver("h1");
        arrives("""
                From: digit@post.example
                In-Reply-To: <h1@pmo.example>
                Subject: =?UTF-8?Q?R=C3=A9=3A_EU_Login_=5BIM_0012_345_678=5D?=

                We look at it.
                """);
        incoming.look();
        assertThat(ticket()).isEqualTo("IM0012345678");
        assertThat(read()).containsExactly(false);
    }

    @Test
    void an_answer_that_only_refers_to_the_message_counts_as_well_and_the_first_number_stays() throws Exception {
        handedOver("h1");
        arrives("""
                From: digit@post.example
                References: <other@post.example>
                 <h1@PMO.example>
                Subject: Ticket #2026112610

                Hello
                """);
        arrives("From: digit@post.example\nIn-Reply-To: <h1@pmo.example>\nSubject: INC999999\n\nHello\n");
        incoming.look();
        assertThat(ticket()).isEqualTo("2026112610");
        assertThat(database.read((Tx tx) ->
                        tx.events().history("p1").all(Event.TicketNoted.class).toList()))
                .hasSize(1);
    }

    @Test
    void an_answer_without_a_number_or_to_somebody_else_s_message_changes_nothing_and_stays_unread() throws Exception {
        handedOver("h1");
        sent("m1");
        arrives("In-Reply-To: <h1@pmo.example>\nSubject: Out of office until 4 May\n\nAway\n");
        arrives("In-Reply-To: <h1@elsewhere.example>\nSubject: IM0012345678\n\nHello\n");
        arrives("In-Reply-To: <m1@pmo.example>\nSubject: IM0012345678\n\nHello\n");
        arrives("From: somebody@post.example\nSubject: Lunch\n\nAt noon?\n");
        incoming.look();
        assertThat(ticket()).isNull();
        assertThat(read()).containsExactly(false, false, false, false);
    }

    @Test
    void a_message_to_DIGIT_that_comes_back_is_told_like_any_other() throws Exception {
        handedOver("h1");
        arrives(report("Original-Envelope-Id: h1\n\nAction: failed\nStatus: 5.1.1\n", "Content-Type: text/plain\n\n"));
        incoming.look();
        assertThat(message("h1").status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(read()).containsExactly(true);
    }

    @Test
    void what_somebody_has_opened_before_is_read_all_the_same_and_nothing_twice() throws Exception {
        incoming.look();
        handedOver("h1");
        arrives("From: somebody@post.example\nSubject: Lunch\n\nAt noon?\n");
        arrives("In-Reply-To: <h1@pmo.example>\nSubject: IM0012345678\n\nHello\n");
        openAll();
        incoming.look();
        assertThat(ticket()).isEqualTo("IM0012345678");
        assertThat(incoming.look()).isFalse();
        assertThat(read()).containsExactly(true, true);
    }

    private void openAll() throws Exception {
        Store store = mail.getImap().createStore();
        store.connect("bounces", "secret");
        try (Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            for (Message message : inbox.getMessages()) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
        } finally {
            store.close();
        }
    }

    @Test
    void more_than_are_read_at_once_are_read_in_several_looks() throws Exception {
        incoming.look();
        for (int i = 0; i <= AT_ONCE; i++) {
            arrives("From: somebody@post.example\nSubject: " + i + "\n\nHello\n");
        }
        handedOver("h1");
        arrives("In-Reply-To: <h1@pmo.example>\nSubject: IM0012345678\n\nHello\n");
        assertThat(incoming.look()).isTrue();
        assertThat(ticket()).isNull();
        assertThat(incoming.look()).isFalse();
        assertThat(ticket()).isEqualTo("IM0012345678");
    }

    @Test
    void what_is_no_report_of_ours_stops_nothing_and_is_read_once() throws Exception {
        sent("m5");
        arrives("From: somebody@example.org\nSubject: Out of office\n\nI am away.\n");
        arrives("Content-Type: multipart/report; boundary=\"nowhere\"\n\nbroken");
        arrives(report("Original-Envelope-Id: unknown\n\nAction: failed\n", "Content-Type: text/plain\n\n"));
        arrives(report("Original-Envelope-Id: m5\n\nAction: failed\n", "Content-Type: text/plain\n\n"));
        incoming.look();
        assertThat(message("m5").status()).isEqualTo(MessageStatus.BOUNCED);
        database.execute(tx -> tx.messages().set("m5", MessageStatus.SENT, NOW, null));
        incoming.look();
        assertThat(message("m5").status()).as("not read again").isEqualTo(MessageStatus.SENT);
    }
}
