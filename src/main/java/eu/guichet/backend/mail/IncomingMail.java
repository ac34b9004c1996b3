package eu.guichet.backend.mail;

import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.MailboxPositions.Position;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox to which mail servers return what they could not deliver, and to which DIGIT answers. How far it has been
 * read is kept in the store: people read the same mailbox, before it and after it, so that nothing but a report about an e-mail
 * of ours is marked as read.
 */
public final class IncomingMail {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingMail.class);
    private static final int AT_ONCE = 200;
    /** Ids in the headers of an answer, be they folded or side by side. */
    private static final Pattern BETWEEN_IDS = Pattern.compile("(?<=>)\\s*|\\s+");

    private final MailSettings settings;
    private final MailSettings.Mailbox mailbox;
    private final DeliveryReports reports;
    private final HandoverAnswers answers;
    private final Database database;
    private final Session session;
    private final StatusReader reader;
    private final int atOnce;

    public IncomingMail(
            MailSettings settings,
            MailSettings.Mailbox mailbox,
            DeliveryReports reports,
            HandoverAnswers answers,
            Database database) {
        this(settings, mailbox, reports, answers, database, AT_ONCE);
    }

    /** @param atOnce how many e-mails are read in one look */
    IncomingMail(
            MailSettings settings,
            MailSettings.Mailbox mailbox,
            DeliveryReports reports,
            HandoverAnswers answers,
            Database database,
            int atOnce) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.reports = reports;
        this.answers = answers;
        this.database = database;
        this.atOnce = atOnce;
        Properties properties = MailProtocol.properties("imap", mailbox.server(), settings.timeout());
        properties.put("mail.imap.peek", "true");
        this.session = Session.getInstance(properties);
        this.reader = new StatusReader(settings.domain());
    }

    /**
     * Connects, signs in, opens the folder without changing anything, and hangs up.
     *
     * @throws MessagingException when the mailbox cannot be read
     */
    public static void tryOut(MailSettings settings, MailSettings.Mailbox mailbox) throws MessagingException {
        Session session = Session.getInstance(MailProtocol.properties("imap", mailbox.server(), settings.timeout()));
        try (Store store = connected(session, mailbox);
                Folder folder = store.getFolder(mailbox.folder())) {
            folder.open(Folder.READ_ONLY);
        }
    }

    private static Store connected(Session session, MailSettings.Mailbox mailbox) throws MessagingException {
        MailSettings.Server server = mailbox.server();
        Secret password = server.password();
        Store store = session.getStore("imap");
        store.connect(server.host(), server.port(), server.user(), password == null ? "" : password.reveal());
        return store;
    }

    /** Reads what came since, and answers whether there may be more. */
    public boolean look() {
        try (Store store = connected(session, mailbox);
                Folder folder = store.getFolder(mailbox.folder())) {
            folder.open(Folder.READ_WRITE);
            return read(folder);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(
                    "the mailbox for bounces cannot be read: " + e.getClass().getSimpleName(), e));
        }
    }

    private boolean read(Folder folder) throws MessagingException {
        if (!(folder instanceof UIDFolder numbered)) {
            throw new MessagingException("the folder has no numbers of its own for messages");
        }
        long validity = numbered.getUIDValidity();
        Optional<Position> before = database.read(tx -> tx.mailboxPositions().find(name()))
                .filter(known -> known.uidValidity() == validity);
        long last = before.isPresent() ? before.get().lastUid() : beforeTheFirstUnread(folder, numbered);
        List<Message> fresh = new ArrayList<>();
        // to the end and beyond: a server answers the last message where none is as new
        for (Message message : numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (message != null && numbered.getUID(message) > last) {
                fresh.add(message);
            }
        }
        List<Message> some = fresh.stream().limit(atOnce).toList();
        for (Message message : some) {
            tell(folder, message);
            last = numbered.getUID(message);
        }
        Position now = new Position(validity, last);
        if (!before.equals(Optional.of(now))) {
            database.executeBeside(tx -> tx.mailboxPositions().put(name(), now));
        }
        return fresh.size() > some.size();
    }

    /** Programs before this one marked what they had read. */
    private static long beforeTheFirstUnread(Folder folder, UIDFolder numbered) throws MessagingException {
        Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        if (unread.length > 0) {
            return numbered.getUID(unread[0]) - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : numbered.getUID(folder.getMessage(count));
    }

    private String name() {
        MailSettings.Server server = mailbox.server();
        return server.user() + "@" + server.host() + "/" + mailbox.folder();
    }

    private void tell(Folder folder, Message message) throws MessagingException {
        try {
            // as a whole: servers describe the parts of a broken message each in another way
            MimeMessage whole = new MimeMessage((MimeMessage) message);
            Optional<StatusReader.Report> report = reader.read(whole);
            if (report.isPresent()) {
                reported(message, report.get());
            } else {
                answered(whole);
            }
        } catch (MessagingException | IOException e) {
            if (!folder.isOpen()) {
                // not this message's fault: it is read again when there is a connection
                throw new MessagingException("the connection to the mailbox was lost", e);
            }
            LOG.warn(
                    "a message in the mailbox for bounces could not be read: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void reported(Message message, StatusReader.Report told) throws MessagingException {
        if (reports.told(told.messageId(), told.status(), told.detail())) {
            message.setFlag(Flags.Flag.SEEN, true);
            LOG.debug("a report about an e-mail was recorded");
        }
    }

    /** It stays unread: what else DIGIT writes is for people. */
    private void answered(MimeMessage answer) throws MessagingException {
        List<String> ids = Stream.of("In-Reply-To", "References")
                .flatMap(name -> header(answer, name))
                .flatMap(BETWEEN_IDS::splitAsStream)
                .flatMap(id -> MessageIds.read(id, settings.domain()).stream())
                .distinct()
                .toList();
        String subject = answer.getSubject();
        if (!ids.isEmpty() && subject != null) {
            LOG.debug("an answer to a message: {}", answers.answered(ids, subject));
        }
    }

    private static Stream<String> header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, " ");
            return Stream.ofNullable(value);
        } catch (MessagingException e) {
            throw new IllegalStateException("headers that were read can be asked for", e);
        }
    }
}
