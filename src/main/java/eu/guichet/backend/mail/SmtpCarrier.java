package eu.guichet.backend.mail;

import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.settings.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Hands e-mails to the mail server, each over a connection of its own, and asks it for word of what becomes of them. A
 * message keeps its id however often it is handed over.
 */
public final class SmtpCarrier implements Carrier {
    private final MailSettings settings;
    private final Session session;
    private final MailComposer composer;

    public SmtpCarrier(MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.composer = new MailComposer(settings, session, clock);
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = MailProtocol.properties("smtp", settings.server(), settings.timeout());
        properties.put("mail.smtp.from", MailSettings.bare(settings.bounces()));
        properties.put("mail.smtp.dsn.notify", "SUCCESS,FAILURE,DELAY");
        properties.put("mail.smtp.dsn.ret", "HDRS");
        return properties;
    }

    /**
     * Connects, signs in, and hangs up.
     *
     * @throws MessagingException when the server cannot be reached or does not let us in
     */
    public void tryOut() throws MessagingException {
        try (Transport transport = connected()) {
            if (!transport.isConnected()) {
                throw new MessagingException("the mail server hung up");
            }
        }
    }

    private Transport connected() throws MessagingException {
        MailSettings.Server server = settings.server();
        Secret password = server.password();
        Transport transport = session.getTransport("smtp");
        transport.connect(server.host(), server.port(), server.user(), password == null ? null : password.reveal());
        return transport;
    }

    @Override
    public void carry(Parcel parcel) throws NotCarriedException {
        try {
            SMTPMessage message = composer.compose(parcel);
            try (Transport transport = connected()) {
                transport.sendMessage(message, InternetAddress.parse(parcel.destination(), true));
            }
        } catch (MessagingException e) {
            Optional<Reply> reply = reply(e);
            // not the exception itself: its text repeats the address
            String why = e.getClass().getSimpleName()
                    + reply.map(told -> " " + told.code()).orElse("");
            if (reply.filter(Reply::refusesAddress).isPresent()) {
                throw NotCarriedException.forGood("the mail server refuses the address: " + why, null);
            }
            throw new NotCarriedException("the mail server did not take it: " + why, new MessagingException(why));
        }
    }

    /** What the server answered about this e-mail; empty where it failed before. */
    private static Optional<Reply> reply(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException one; e = one.getNextException()) {
            Optional<Reply> reply = switch (one) {
                case SMTPAddressFailedException address ->
                    Optional.of(new Reply(address.getReturnCode(), String.valueOf(address.getMessage())));
                case SMTPSendFailedException send ->
                    Optional.of(new Reply(send.getReturnCode(), String.valueOf(send.getMessage())));
                default -> Optional.empty();
            };
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    /** @param text which may begin with an enhanced status code (RFC 3463) */
    private record Reply(int code, String text) {
        private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.\\d{1,3}\\b");
        private static final int MAILBOX = 550;
        private static final int NAME = 553;

        /** Not where it refuses us: the address and the mailbox are classes 1 and 2, rules and spam are class 7. */
        boolean refusesAddress() {
            Matcher enhanced = ENHANCED.matcher(text);
            return enhanced.find()
                    ? enhanced.group(1).equals("1") || enhanced.group(1).equals("2")
                    : code >= MAILBOX && code <= NAME;
        }
    }
}
