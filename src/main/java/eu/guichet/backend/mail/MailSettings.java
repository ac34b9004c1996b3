package eu.guichet.backend.mail;

import eu.guichet.backend.settings.Authorities;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Through which mail server e-mail goes out, in whose name, and where bounces come in.
 *
 * @param from what the pensioner sees as sender
 * @param bounces the address to which mail servers return what they cannot deliver
 * @param timeout how long to wait for the server, for connecting and for each answer
 * @param mailbox that of {@code bounces}; null where nobody reads it
 * @param toDigit how cases are handed over
 */
public record MailSettings(
        Server server,
        String from,
        String bounces,
        Duration timeout,
        @Nullable Mailbox mailbox,
        ToDigit toDigit) {
    private static final Set<String> NAMES = Set.of(
            "mail.host",
            "mail.port",
            "mail.security",
            "mail.user",
            "mail.password-file",
            "mail.authority",
            "mail.from",
            "mail.bounces",
            "mail.timeout",
            "mail.mailbox.host",
            "mail.mailbox.port",
            "mail.mailbox.security",
            "mail.mailbox.user",
            "mail.mailbox.password-file",
            "mail.mailbox.authority",
            "mail.mailbox.folder",
            "mail.office.BRU",
            "mail.office.LUX",
            "mail.office.ISP",
            "mail.ticket");
    private static final int LONGEST_PATTERN = 200;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int IMAP = 143;
    private static final int IMAP_TLS = 993;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** How a connection is kept from being read. */
    public enum Security {
        /** Only for a server on this machine. */
        NONE,
        /** Begun in the clear, and given up where the server does not offer encryption. */
        STARTTLS,
        TLS
    }

    /**
     * A server and who we are there.
     *
     * @param user null where the server asks for none
     * @param trusted who may vouch for the server; null for those whom the Java runtime trusts
     */
    public record Server(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable SSLSocketFactory trusted) {}

    /** @param folder which is read; reports of delivery are marked as read in it, and nothing else is */
    public record Mailbox(Server server, String folder) {}

    /**
     * How cases are handed to DIGIT.
     *
     * @param offices from whose address; an office left out writes from that of {@link MailSettings#from}
     * @param ticket finds DIGIT's number in the subject of its answer: its first group, or all of it where it has none
     */
    public record ToDigit(Map<OfficeCode, String> offices, Pattern ticket) {
        /** A prefix such as IM, INC or SR/ or a number sign, and then at least five digits, parted by spaces at most. */
        public static final ToDigit STANDARD = new ToDigit(
                Map.of(), Pattern.compile("(?:\\b[A-Za-z]{2,8}[-/ ]?|# ?|[nN]° ?)[0-9](?: ?[0-9]){4,15}\\b"));

        public ToDigit {
            offices = Map.copyOf(offices);
        }
    }

    /** What DIGIT sees as sender. */
    String from(OfficeCode office) {
        return toDigit.offices().getOrDefault(office, from);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /**
     * Empty where no mail server is named.
     *
     * @throws IllegalArgumentException where a line is missing or cannot be used
     */
    public static Optional<MailSettings> read(SettingLines lines) {
        if (lines.text("mail.host").isEmpty()) {
            return Optional.empty();
        }
        Server server = server(lines, "mail.", SUBMISSION, SUBMISSION_TLS);
        String from = address("mail.from", lines.required("mail.from"));
        String bounces = lines.text("mail.bounces")
                .map(written -> address("mail.bounces", written))
                .orElse(from);
        Mailbox mailbox = lines.text("mail.mailbox.host").isEmpty()
                ? null
                : new Mailbox(
                        server(lines, "mail.mailbox.", IMAP, IMAP_TLS),
                        lines.text("mail.mailbox.folder").orElse("INBOX"));
        return Optional.of(
                new MailSettings(server, from, bounces, lines.time("mail.timeout", TIMEOUT), mailbox, toDigit(lines)));
    }

    private static ToDigit toDigit(SettingLines lines) {
        Map<OfficeCode, String> offices = new EnumMap<>(OfficeCode.class);
        for (OfficeCode office : OfficeCode.values()) {
            String name = "mail.office." + office;
            lines.text(name).ifPresent(written -> offices.put(office, address(name, written)));
        }
        Pattern ticket = lines.text("mail.ticket").map(MailSettings::pattern).orElse(ToDigit.STANDARD.ticket());
        return new ToDigit(offices, ticket);
    }

    private static Pattern pattern(String written) {
        try {
            if (written.length() <= LONGEST_PATTERN) {
                return Pattern.compile(written);
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("mail.ticket: " + e.getDescription() + " in the pattern", e);
        }
        throw new IllegalArgumentException("mail.ticket: a pattern has up to " + LONGEST_PATTERN + " characters");
    }

    private static Server server(SettingLines lines, String prefix, int plainPort, int tlsPort) {
        Security security = lines.choice(prefix + "security", Security.STARTTLS);
        String host = lines.required(prefix + "host");
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
        if (security == Security.NONE && !here) {
            throw new IllegalArgumentException(
                    prefix + "security: none is only for a server on this machine; " + host + " needs starttls or tls");
        }
        String user = lines.text(prefix + "user").orElse(null);
        Secret password = lines.secretIn(prefix + "password-file").orElse(null);
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(prefix + "user and " + prefix + "password-file belong together");
        }
        int usual = security == Security.TLS ? tlsPort : plainPort;
        SSLSocketFactory trusted = lines.path(prefix + "authority")
                .map(file -> Authorities.of(prefix + "authority", file).getSocketFactory())
                .orElse(null);
        return new Server(host, lines.port(prefix + "port", usual), security, user, password, trusted);
    }

    private static String address(String name, String written) {
        try {
            return new InternetAddress(written, true).toString();
        } catch (AddressException e) {
            throw new IllegalArgumentException(name + ": an address is written PMO <pmo@example.org>", e);
        }
    }

    /** The part of the sender's address behind the {@code @}. */
    String domain() {
        String address = bare(from);
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The address alone, without the name before it. */
    static String bare(String address) {
        try {
            return new InternetAddress(address, true).getAddress();
        } catch (AddressException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
