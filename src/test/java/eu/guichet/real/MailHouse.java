package eu.guichet.real;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server in a process of its own: says on which port, then a line for each e-mail that comes. */
final class MailHouse {
    private MailHouse() {}

    static void main() throws MessagingException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.out.println(server.getSmtp().getPort());
        for (int seen = 0; ; seen++) {
            if (!server.waitForIncomingEmail(Long.MAX_VALUE / 2, seen + 1)) {
                return;
            }
            MimeMessage came = server.getReceivedMessages()[seen];
            System.out.println("came for " + came.getAllRecipients()[0]);
        }
    }
}
