package eu.guichet.backend.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.MessageStatus;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification (RFC 3464), as mail servers write it: with fields missing, in another case, folded, or
 * with the original message instead of its headers.
 */
final class StatusReader {
    private static final int LONGEST = 1 << 20;
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");

    private final String domain;

    /** @param domain of the ids of our e-mails */
    StatusReader(String domain) {
        this.domain = domain;
    }

    /**
     * What became of an e-mail.
     *
     * @param detail a key that says why, or null
     */
    record Report(
            String messageId,
            MessageStatus status,
            @Nullable String detail) {}

    /** Empty for what is no report, or one about somebody else's e-mail, or one that says nothing final. */
    Optional<Report> read(Part message) throws MessagingException, IOException {
        List<Part> parts = new ArrayList<>();
        collect(message, parts);
        List<InternetHeaders> groups = new ArrayList<>();
        Optional<String> original = Optional.empty();
        for (Part part : parts) {
            if (part.isMimeType("message/delivery-status")) {
                groups.addAll(groups(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original = returned(part);
            }
        }
        if (original.isEmpty()) {
            original = header(message, "In-Reply-To");
        }
        Optional<String> id = first(groups, group -> field(group, "Original-Envelope-Id"));
        if (id.isEmpty()) {
            id = original.flatMap(header -> MessageIds.read(header, domain));
        }
        Optional<MessageStatus> status = first(groups, StatusReader::status);
        if (id.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        String detail = status.get() == MessageStatus.BOUNCED ? "returned" : null;
        return Optional.of(new Report(id.get(), status.get(), detail));
    }

    private static <T> Optional<T> first(List<InternetHeaders> groups, Function<InternetHeaders, Optional<T>> read) {
        return groups.stream().flatMap(group -> read.apply(group).stream()).findFirst();
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        parts.add(part);
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart one = several.getBodyPart(i);
                collect(one, parts);
            }
        }
    }

    /** The groups of fields, each ended by an empty line: first about the message, then about each recipient. */
    private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
        String text = text(part).replace("\r\n", "\n").strip();
        List<InternetHeaders> groups = new ArrayList<>();
        for (String group : BLANK_LINE.split(text, -1)) {
            groups.add(headers(group.strip()));
        }
        return groups;
    }

    private static Optional<String> returned(Part part) throws MessagingException, IOException {
        return field(headers(text(part).replace("\r\n", "\n").stripLeading()), "Message-ID");
    }

    private static InternetHeaders headers(String group) throws MessagingException {
        return new InternetHeaders(
                new ByteArrayInputStream((group.replace("\n", "\r\n") + "\r\n\r\n").getBytes(UTF_8)));
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST), UTF_8);
        }
    }

    private static Optional<String> header(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return Stream.ofNullable(values).flatMap(Stream::of).findFirst();
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, null)).map(String::strip);
    }

    private static Optional<MessageStatus> status(InternetHeaders recipient) {
        String action = field(recipient, "Action").orElse("").toLowerCase(Locale.ROOT);
        String code = field(recipient, "Status").orElse("");
        if (action.startsWith("failed") || (action.isEmpty() && code.startsWith("5."))) {
            return Optional.of(MessageStatus.BOUNCED);
        }
        return action.startsWith("delivered") || (action.isEmpty() && code.startsWith("2."))
                ? Optional.of(MessageStatus.DELIVERED)
                : Optional.empty();
    }
}
