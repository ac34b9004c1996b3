package eu.guichet.backend.sms;

import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.settings.SettingLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which gateways SMS leave, and in whose name.
 *
 * @param sender what the pensioner sees: a number, or up to eleven letters and digits
 * @param mostParts how many parts a message may have; a longer one is not sent
 * @param second takes over when the first is slow or down; null where there is none
 */
public record SmsSettings(
        String sender,
        int mostParts,
        Gateway first,
        @Nullable Gateway second) {
    private static final String FIRST = "sms.";
    private static final String SECOND = "sms.second.";
    private static final Set<String> OF_BOTH = Set.of("sms.sender", "sms.most-parts");
    private static final Set<String> OF_EACH = Set.of(
            "gateway",
            "timeout",
            "limit",
            "host",
            "port",
            "security",
            "user",
            "password-file",
            "system-type",
            "concatenation",
            "enquire",
            "url",
            "headers",
            "body",
            "id",
            "refused",
            "receipts-file");
    private static final Pattern HEADER = Pattern.compile("sms\\.(second\\.)?header\\.[A-Za-z0-9-]{1,64}");
    private static final Pattern SENDER = Pattern.compile("\\+?\\d{3,15}|[A-Za-z0-9 .-]{1,11}");
    private static final Pattern STATUSES = Pattern.compile("[45]\\d\\d( +[45]\\d\\d)*");
    private static final int SMPP_PORT = 2775;
    private static final int SMPP_TLS_PORT = 3550;
    private static final int MOST_PARTS = 10;
    /** SMPP 3.4, 5.2.1 to 5.2.3, without the zero at the end. */
    private static final int LONGEST_USER = 15;

    private static final int SHORTEST_SECRET = 20;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;

    /** How a connection is kept from being read. */
    public enum Security {
        /** Only for a gateway on this machine, or behind a tunnel that ends there. */
        NONE,
        TLS
    }

    /** How the parts of a long message find each other on the telephone. */
    public enum Concatenation {
        /** By a header in the text. */
        UDH,
        /** By parameters of which the gateway makes the header. */
        SAR
    }

    /** Which way a gateway is spoken to. */
    private enum Kind {
        SMPP,
        HTTP
    }

    /** One of the two. */
    public sealed interface Gateway {
        /** After how long without an answer the other one takes over. */
        Duration limit();

        /** After how long without an answer none is expected any more. */
        Duration timeout();
    }

    /**
     * By SMPP 3.4.
     *
     * @param user the {@code system_id}
     * @param systemType empty where the gateway asks for none
     * @param enquire after how long a silence the gateway is asked whether it is there
     */
    public record Smpp(
            String host,
            int port,
            Security security,
            String user,
            Secret password,
            String systemType,
            Concatenation concatenation,
            Duration enquire,
            Duration timeout,
            Duration limit)
            implements Gateway {}

    /**
     * By HTTP.
     *
     * @param headers sent with each request
     * @param body what is posted
     * @param id where the answer has the gateway's id of the message, as a JSON pointer; empty where it has none
     * @param refused statuses that say that the number will never be served
     * @param receipts the secret with which it posts receipts to us; null where it posts none
     */
    public record Http(
            URI url,
            Map<String, Secret> headers,
            HttpBody body,
            String id,
            Set<Integer> refused,
            @Nullable Secret receipts,
            Duration timeout,
            Duration limit)
            implements Gateway {}

    /** Whether it is told of every SMS whether it was delivered, whichever gateway takes it over. */
    public boolean tellsReceipts() {
        Gateway other = second;
        return tellsReceipts(first) && (other == null || tellsReceipts(other));
    }

    private static boolean tellsReceipts(Gateway gateway) {
        return switch (gateway) {
            case Smpp _ -> true;
            case Http http -> http.receipts() != null;
        };
    }

    public static boolean isLine(String name) {
        String own = name.startsWith(SECOND)
                ? name.substring(SECOND.length())
                : name.startsWith(FIRST) ? name.substring(FIRST.length()) : "";
        return OF_BOTH.contains(name)
                || OF_EACH.contains(own)
                || HEADER.matcher(name).matches();
    }

    /**
     * Empty where no gateway is named.
     *
     * @throws IllegalArgumentException where a line is missing or cannot be used
     */
    public static Optional<SmsSettings> read(SettingLines lines) {
        if (lines.text(FIRST + "gateway").isEmpty()) {
            return Optional.empty();
        }
        String sender = lines.required("sms.sender");
        if (!SENDER.matcher(sender).matches()) {
            throw new IllegalArgumentException("sms.sender: a number, or up to 11 letters and digits, is expected");
        }
        Gateway second = lines.text(SECOND + "gateway").isEmpty() ? null : gateway(lines, SECOND);
        int mostParts = lines.whole("sms.most-parts", 3, 1, MOST_PARTS);
        return Optional.of(new SmsSettings(sender, mostParts, gateway(lines, FIRST), second));
    }

    private static Gateway gateway(SettingLines lines, String prefix) {
        return switch (lines.choice(prefix + "gateway", Kind.SMPP)) {
            case SMPP -> smpp(lines, prefix);
            case HTTP -> http(lines, prefix);
        };
    }

    private static Smpp smpp(SettingLines lines, String prefix) {
        Security security = lines.choice(prefix + "security", Security.TLS);
        String host = lines.required(prefix + "host");
        if (security == Security.NONE && !isHere(host)) {
            throw new IllegalArgumentException(
                    prefix + "security: none is only for a gateway on this machine; " + host + " needs tls");
        }
        Secret password = lines.secretIn(prefix + "password-file")
                .orElseThrow(() -> new IllegalArgumentException(prefix + "password-file is missing"));
        if (password.reveal().length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    prefix + "password-file: SMPP has room for " + LONGEST_PASSWORD + " characters");
        }
        return new Smpp(
                host,
                lines.port(prefix + "port", security == Security.TLS ? SMPP_TLS_PORT : SMPP_PORT),
                security,
                atMost(prefix + "user", lines.required(prefix + "user"), LONGEST_USER),
                password,
                atMost(
                        prefix + "system-type",
                        lines.text(prefix + "system-type").orElse(""),
                        LONGEST_SYSTEM_TYPE),
                lines.choice(prefix + "concatenation", Concatenation.UDH),
                time(lines, prefix + "enquire", Duration.ofSeconds(15)),
                timeout(lines, prefix),
                limit(lines, prefix));
    }

    private static Http http(SettingLines lines, String prefix) {
        Map<String, Secret> headers = new TreeMap<>();
        words(lines.text(prefix + "headers").orElse("")).forEach(name -> {
            String line = prefix + "header." + name;
            headers.put(
                    name, lines.secretIn(line).orElseThrow(() -> new IllegalArgumentException(line + " is missing")));
        });
        String refused = lines.text(prefix + "refused").orElse("422");
        if (!STATUSES.matcher(refused).matches()) {
            throw new IllegalArgumentException(prefix + "refused: statuses such as 410 422 are expected");
        }
        String id = lines.text(prefix + "id").orElse("");
        if (!id.isEmpty() && !id.startsWith("/")) {
            throw new IllegalArgumentException(prefix + "id: a JSON pointer such as /messages/0/id is expected");
        }
        return new Http(
                url(prefix + "url", lines.required(prefix + "url")),
                Map.copyOf(headers),
                HttpBody.read(prefix + "body", lines.required(prefix + "body")),
                id,
                words(refused).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet()),
                receipts(lines, prefix + "receipts-file"),
                timeout(lines, prefix),
                limit(lines, prefix));
    }

    /** Whoever guesses it can say of any SMS that it was delivered. */
    private static @Nullable Secret receipts(SettingLines lines, String name) {
        Optional<Secret> secret = lines.secretIn(name);
        if (secret.filter(written -> written.reveal().length() < SHORTEST_SECRET)
                .isPresent()) {
            throw new IllegalArgumentException(name + ": at least " + SHORTEST_SECRET + " characters are expected");
        }
        return secret.orElse(null);
    }

    private static Stream<String> words(String written) {
        return Arrays.stream(written.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Duration timeout(SettingLines lines, String prefix) {
        return time(lines, prefix + "timeout", Duration.ofSeconds(30));
    }

    private static Duration limit(SettingLines lines, String prefix) {
        return time(lines, prefix + "limit", Duration.ofSeconds(10));
    }

    private static Duration time(SettingLines lines, String name, Duration usual) {
        Duration time = lines.time(name, usual);
        if (time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + ": a time from 1s to 1h is expected");
        }
        return time;
    }

    private static String atMost(String name, String value, int longest) {
        if (value.length() > longest) {
            throw new IllegalArgumentException(name + ": SMPP has room for " + longest + " characters");
        }
        return value;
    }

    /** Nothing secret may stand in it: it is no header. */
    private static URI url(String name, String written) {
        try {
            URI url = new URI(written);
            String host = url.getHost();
            boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isHere(host));
            if (host != null && safe && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // the same sentence as for an address that is none of a gateway
        }
        throw new IllegalArgumentException(
                name + ": an https address without user and password is expected; http only on this machine");
    }

    private static boolean isHere(@Nullable String host) {
        return host != null && Set.of("localhost", "127.0.0.1", "::1", "[::1]").contains(host);
    }
}
