package eu.guichet.backend.mail;

import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.settings.Secret;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox to which mail servers return what they could not deliver, and tells the history. What is no report about
 * an e-mail of ours is marked as read like the others, and left for people to look at.
 */
public final class Bounces {
    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final int AT_ONCE = 200;

    private final MailSettings.Mailbox mailbox;
    private final DeliveryReports reports;
    private final Session session;
    private final StatusReader reader;

    public Bounces(MailSettings settings, MailSettings.Mailbox mailbox, DeliveryReports reports) {
        this.mailbox = mailbox;
        this.reports = reports;
        this.session = Session.getInstance(MailProtocol.properties("imap", mailbox.server(), settings.timeout()));
        this.reader = new StatusReader(settings.domain());
    }

    /**
     * Connects, signs in, opens the folder without changing anything, and hangs up.
     *
     * @throws MessagingException when the mailbox cannot be read
     */
    public static void tryOut(MailSettings settings, MailSettings.Mailbox mailbox) throws MessagingException {
        Session session = Session.getInstance(MailProtocol.properties("imap", mailbox.server(), settings.timeout()));
        try (Store store = session.getStore("imap")) {
            MailSettings.Server server = mailbox.server();
            Secret password = server.password();
            store.connect(server.host(), server.port(), server.user(), password == null ? "" : password.reveal());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_ONLY);
            }
        }
    }

    /** Reads what came since, and answers whether there may be more. */
    public boolean look() {
        try (Store store = session.getStore("imap")) {
            MailSettings.Server server = mailbox.server();
            Secret password = server.password();
            store.connect(server.host(), server.port(), server.user(), password == null ? "" : password.reveal());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] all = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                List<Message> some = Arrays.stream(all).limit(AT_ONCE).toList();
                for (Message message : some) {
                    tell(message);
                    message.setFlag(Flags.Flag.SEEN, true);
                }
                return all.length > some.size();
            }
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(
                    "the mailbox for bounces cannot be read: " + e.getClass().getSimpleName(), e));
        }
    }

    private void tell(Message message) {
        try {
            // as a whole: servers describe the parts of a broken message each in another way
            Optional<StatusReader.Report> report = reader.read(new MimeMessage((MimeMessage) message));
            boolean known = report.map(told -> reports.told(told.messageId(), told.status(), told.detail()))
                    .orElse(false);
            LOG.debug(
                    known ? "a report about an e-mail was recorded" : "a message is no report about an e-mail of ours");
        } catch (MessagingException | IOException e) {
            LOG.warn(
                    "a message in the mailbox for bounces could not be read: {}",
                    e.getClass().getSimpleName());
        }
    }
}
