package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Environment;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
        Path settings = Files.writeString(
                folder.resolve("institution.properties"),
                "mail.host = localhost\nmail.security = none\nmail.port = "
                        + mail.getSmtp().getPort() + "\nmail.from = PMO <pmo@pmo.example>\n");
        String store = folder.resolve("g.db").toString();
        Instant now = Instant.now();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody("p1"));
                tx.messages()
                        .add(new StoredMessage(
                                "m1",
                                "p1",
                                MessageKind.LETTER_ORDERED_EMAIL,
                                "de",
                                MessageStatus.QUEUED,
                                now,
                                now,
                                null));
            });
        }
        BackendSettings backend = new BackendSettings(
                store,
                ListenSettings.loopback(0),
                false,
                0,
                OfficeCode.LUX,
                Environment.PRODUCTION,
                Institution.read(settings),
                InstantSource.system(),
                Duration.ZERO);
        try (Backend running = Backend.start(backend)) {
            assertThat(running.url()).isNotNull();
            assertThat(mail.waitForIncomingEmail(LONGEST_WAIT, 1)).isTrue();
        }
        try (Database database = Database.open(store)) {
            assertThat(database.read(tx -> tx.messages().find("m1"))
                            .orElseThrow()
                            .status())
                    .isEqualTo(MessageStatus.SENT);
        }
    }
}
