package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.guichet.backend.ipp.IppPeer;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class SelfCheckTest {
    @TempDir
    Path folder;

    private List<SelfCheck.Finding> check(String database, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("own.properties"), List.of(lines));
        BackendSettings settings = BackendSettings.production(database, Institution.read(file));
        return SelfCheck.of(settings, Files.createDirectories(folder.resolve("check")));
    }

    @Test
    void what_answers_is_good_and_what_is_not_set_up_is_said() throws IOException {
        GreenMail mail = new GreenMail(
                new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
        mail.start();
        try (StandInProvider provider = new StandInProvider();
                IppPeer printer = new IppPeer()) {
            mail.setUser("bounces", "secret");
            Path password = Files.writeString(folder.resolve("password"), "secret\n");
            List<SelfCheck.Finding> findings = check(
                    Stores.url(folder),
                    "listen.address = 127.0.0.1:0",
                    "messages.cap = 4",
                    "letters.life-months@2999-01-01 = 12",
                    "channels@2999-01-01 = email",
                    "mail.host = localhost",
                    "mail.security = none",
                    "mail.port = " + mail.getSmtp().getPort(),
                    "mail.from = PMO <pmo@pmo.example>",
                    "mail.mailbox.host = localhost",
                    "mail.mailbox.security = none",
                    "mail.mailbox.port = " + mail.getImap().getPort(),
                    "mail.mailbox.user = bounces",
                    "mail.mailbox.password-file = " + password,
                    "printer.BRU = " + printer.address(),
                    "printer.LUX = " + printer.address(),
                    "printer.LUX.tray = tray-7",
                    provider.lines());
            assertThat(findings)
                    .as("%s", findings)
                    .filteredOn(SelfCheck.Finding::good)
                    .extracting(SelfCheck.Finding::sentence)
                    .containsExactly(
                            "The figures of the policy that are not the usual ones today: messages.cap = 4.",
                            "From 2999-01-01 on: channels = email, letters.life-months = 12.",
                            "The database answers and can be written to.",
                            "The backend can listen on 127.0.0.1, port 0.",
                            "The provider that signs people in answers.",
                            "The mail server lets us in.",
                            "The mailbox for bounces can be read.",
                            "The printer of BRU answers and would take a letter.");
            assertThat(findings)
                    .filteredOn(finding -> !finding.good())
                    .extracting(SelfCheck.Finding::sentence)
                    .containsExactly(
                            "No gateway for SMS is set up (sms.first.*): SMS wait until they are of no more use.",
                            "The printer of LUX knows no tray tray-7; it has: main, tray-2.",
                            "No printer is set up for ISP (printer.ISP): its letters wait until there is one.");
            assertThat(printer.documents).as("nothing is printed by a check").isEmpty();
        } finally {
            mail.stop();
        }
    }

    @Test
    void each_thing_that_is_wrong_is_told_in_a_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<SelfCheck.Finding> findings = new ArrayList<>(check(
                    "jdbc:postgresql://127.0.0.1:1/guichet",
                    "listen.address = 127.0.0.1:" + taken.getLocalPort(),
                    "listen.certificate = " + folder.resolve("none.pem"),
                    "listen.key = " + folder.resolve("none.key"),
                    "mail.host = localhost",
                    "mail.security = none",
                    "mail.port = 1",
                    "mail.from = PMO <pmo@pmo.example>",
                    "printer.BRU = ipp://127.0.0.1:1/ipp/print"));
            assertThat(findings.removeFirst().sentence())
                    .isEqualTo("The figures of the policy are the usual ones today.");
            assertThat(findings).extracting(SelfCheck.Finding::good).containsOnly(false);
            assertThat(findings)
                    .extracting(SelfCheck.Finding::sentence)
                    .anyMatch(sentence -> sentence.startsWith("The database"))
                    .anyMatch(sentence -> sentence.startsWith("The backend cannot listen on 127.0.0.1"))
                    .anyMatch(sentence -> sentence.startsWith("The certificate"))
                    .anyMatch(sentence -> sentence.startsWith("No provider signs people in"))
                    .anyMatch(sentence -> sentence.startsWith("The mail server localhost cannot be reached"))
                    .anyMatch(
                            sentence -> sentence.startsWith("The printer of BRU, ipp://127.0.0.1:1/ipp/print, cannot"));
        }
    }
}
