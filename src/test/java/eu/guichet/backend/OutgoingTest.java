package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend of an institution sends by the gateways that its settings name. */
class OutgoingTest {
    private static final long LONGEST_WAIT = 20_000;

    @TempDir
    Path folder;

    private GreenMail mail;

    @BeforeEach
    void start() {
        mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void what_waits_in_the_outbox_leaves_by_the_mail_server_that_is_set_up() throws IOException {
        String store = storeWith("m1", MessageKind.LETTER_ORDERED_EMAIL);
        String settings = "mail.host = localhost\nmail.security = none\nmail.port = "
                + mail.getSmtp().getPort() + "\nmail.from = PMO <pmo@pmo.example>\n";
        try (Backend running = Backend.start(backend(store, settings))) {
            assertThat(running.url()).isNotNull();
            assertThat(mail.waitForIncomingEmail(LONGEST_WAIT, 1)).isTrue();
        }
        assertThat(status(store, "m1")).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void an_SMS_leaves_by_the_gateway_that_is_set_up() throws IOException, InterruptedException {
        String store = storeWith("m1", MessageKind.LETTER_ORDERED_SMS);
        try (MockWebServer gateway = new MockWebServer()) {
            gateway.start();
            gateway.enqueue(new MockResponse.Builder().code(202).build());
            String settings = "sms.gateway = http\nsms.sender = PMO\nsms.url = " + gateway.url("/sms")
                    + "\nsms.body = {\"to\":\"{to}\",\"text\":\"{text}\"}\n";
            try (Backend running = Backend.start(backend(store, settings))) {
                assertThat(running.url()).isNotNull();
                RecordedRequest request = gateway.takeRequest(LONGEST_WAIT, TimeUnit.MILLISECONDS);
                assertThat(request).isNotNull();
                assertThat(request.getBody().utf8()).contains("+352621123456", "Einschreiben");
            }
        }
        assertThat(status(store, "m1")).isEqualTo(MessageStatus.SENT);
    }

    private String storeWith(String id, MessageKind kind) {
        String store = folder.resolve("g.db").toString();
        Instant now = Instant.now();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody("p1"));
                tx.messages().add(new StoredMessage(id, "p1", kind, "de", MessageStatus.QUEUED, now, now, null));
            });
        }
        return store;
    }

    private BackendSettings backend(String store, String settings) throws IOException {
        return BackendSettings.production(
                        store, Institution.read(Files.writeString(folder.resolve("institution.properties"), settings)))
                .withPort(0);
    }

    private static MessageStatus status(String store, String id) {
        try (Database database = Database.open(store)) {
            return database.read(tx -> tx.messages().find(id)).orElseThrow().status();
        }
    }
}
