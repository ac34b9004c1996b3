package eu.guichet.backend.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.delivery.Parcel;
import eu.guichet.contract.OfficeCode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Writes an e-mail: plain text and the same as HTML, under the message's own id. What goes to a person is marked as sent by a
 * program (RFC 3834).
 */
final class MailComposer {
    private static final String CHARSET = UTF_8.name();

    private final MailSettings settings;
    private final Session session;
    private final InstantSource clock;

    MailComposer(MailSettings settings, Session session, InstantSource clock) {
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    SMTPMessage compose(Parcel parcel) throws MessagingException {
        SMTPMessage message = new SMTPMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", MessageIds.header(parcel.messageId(), settings.domain()));
            }
        };
        boolean toDigit = !parcel.kind().toPensioner();
        message.setFrom(new InternetAddress(toDigit ? settings.from(parcel.office()) : settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.destination(), true));
        message.setSubject(parcel.subject(), CHARSET);
        message.setSentDate(Date.from(clock.instant()));
        if (toDigit) {
            // an agent has it sent, and a ticket system answers with its number by itself
            message.setReplyTo(answersTo(parcel.office()));
        } else {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        message.setContentLanguage(new String[] {parcel.language()});
        message.setMailExtension("ENVID=" + parcel.messageId());
        message.setContent(both(parcel));
        message.saveChanges();
        return message;
    }

    /** To the office, and to the mailbox that is read here, where there is one of its own. */
    private InternetAddress[] answersTo(OfficeCode office) throws MessagingException {
        InternetAddress sender = new InternetAddress(settings.from(office), true);
        InternetAddress read = new InternetAddress(MailSettings.bare(settings.bounces()), true);
        return settings.mailbox() == null || read.getAddress().equalsIgnoreCase(sender.getAddress())
                ? new InternetAddress[] {sender}
                : new InternetAddress[] {sender, read};
    }

    private static MimeMultipart both(Parcel parcel) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(parcel.text(), CHARSET);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(parcel), CHARSET, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    /** The same words, larger; no picture and nothing to click that the text does not have. */
    private static String html(Parcel parcel) {
        String body = Stream.of(parcel.text().split("\n\n"))
                .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"" + parcel.language() + "\"><head><meta charset=\"utf-8\"><title>"
                + escaped(parcel.subject()) + "</title></head>\n"
                + "<body style=\"font:18px/1.5 Arial,sans-serif;color:#111;max-width:40em\">\n" + body
                + "\n</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
