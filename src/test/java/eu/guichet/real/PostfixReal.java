package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E-mails leave by a Postfix of Debian's, and what it reports of them is read in a Dovecot's mailbox, both by STARTTLS. Run by
 * {@code mvn -ntp verify -Preal}.
 */
class PostfixReal {
    /** The mailbox is looked at once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void an_e_mail_that_arrives_and_one_that_comes_back_are_both_told_on_the_file() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        String store = storeWith("annelise@pensioners.example", "somebody.else@pensioners.example");
        try (Postfix postfix = Postfix.start(certificate);
                Backend backend = backend(store, postfix, certificate);
                Database database = Database.open(store)) {
            assertThat(backend.url()).isNotNull();

            awaitStatus(database, "m1", MessageStatus.DELIVERED, postfix);
            awaitStatus(database, "m2", MessageStatus.BOUNCED, postfix);

            assertThat(postfix.mailbox())
                    .contains("Message-ID: <m1@pmo.example>", "Auto-Submitted: auto-generated")
                    .containsPattern("using TLSv1\\.[23]");
            assertThat(postfix.log())
                    .as("signed in")
                    .contains("sasl_username=" + Postfix.USER)
                    .contains("status=bounced (unknown user: \"somebody.else\")");
            assertThat(database.read(tx -> tx.events().history("p2"))
                            .all(Event.MessageProgressed.class)
                            .map(Event.MessageProgressed::status))
                    .containsExactly(MessageStatus.SENT, MessageStatus.BOUNCED);
        }
    }

    private String storeWith(String... addresses) {
        String store = folder.resolve("g.db").toString();
        Instant now = Instant.now();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                for (int i = 1; i <= addresses.length; i++) {
                    tx.pensioners().add(at(Stores.somebody("p" + i), addresses[i - 1]));
                    tx.messages()
                            .add(new StoredMessage(
                                    "m" + i,
                                    "p" + i,
                                    MessageKind.LETTER_ORDERED_EMAIL,
                                    "de",
                                    MessageStatus.QUEUED,
                                    now,
                                    now,
                                    null));
                }
            });
        }
        return store;
    }

    private static Pensioner at(Pensioner somebody, String email) {
        return new Pensioner(
                somebody.id(),
                somebody.pensionNumber(),
                somebody.lastName(),
                somebody.firstName(),
                somebody.birthDate(),
                somebody.office(),
                somebody.languages(),
                somebody.address(),
                email,
                somebody.phone(),
                somebody.version());
    }

    private Backend backend(String store, Postfix postfix, HeldCertificate certificate) throws IOException {
        Path authority = Files.writeString(folder.resolve("authority.pem"), certificate.certificatePem());
        Path password = Files.writeString(folder.resolve("password"), Postfix.PASSWORD + "\n");
        Path file = Files.writeString(folder.resolve("institution.properties"), """
                mail.host = localhost
                mail.port = %d
                mail.user = %s
                mail.password-file = %s
                mail.authority = %s
                mail.from = PMO <pmo@pmo.example>
                mail.bounces = bounces@pmo.example
                mail.mailbox.host = localhost
                mail.mailbox.port = %d
                mail.mailbox.user = bounces
                mail.mailbox.password-file = %s
                mail.mailbox.authority = %s
                """.formatted(
                        postfix.smtp(), Postfix.USER, password, authority, postfix.imap(), password, authority));
        return Backend.start(
                BackendSettings.production(store, Institution.read(file)).withPort(0));
    }

    private static void awaitStatus(Database database, String id, MessageStatus expected, Postfix postfix)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        CountDownLatch never = new CountDownLatch(1);
        MessageStatus now = MessageStatus.QUEUED;
        while (now != expected && Instant.now().isBefore(end)) {
            var _ = never.await(200, TimeUnit.MILLISECONDS);
            now = database.read(tx -> tx.messages().find(id)).orElseThrow().status();
        }
        assertThat(now).as(postfix.log()).isEqualTo(expected);
    }
}
