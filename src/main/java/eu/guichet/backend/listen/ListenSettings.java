package eu.guichet.backend.listen;

import eu.guichet.backend.settings.SettingLines;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the backend listens, and to whom.
 *
 * @param address port 0 takes any free one
 * @param tls null where plain HTTP is spoken: on the loopback interface, or to a proxy
 * @param names under which it may be called, besides those of the loopback interface; in small letters
 * @param proxies from which plain HTTP is taken, and whose word on the name and the scheme that were called counts
 * @param connections most at a time; more wait until one ends
 * @param streams most event streams of one agent; the oldest ends for a new one
 * @param reports most that one program or gateway may report in a second; 0 is no limit
 * @param operations null where nothing is told to those who run the backend
 * @param programs that show a certificate, which takes TLS here; null where none does
 */
public record ListenSettings(
        InetSocketAddress address,
        @Nullable PemFiles tls,
        Set<String> names,
        Set<InetAddress> proxies,
        int connections,
        int streams,
        int reports,
        @Nullable Operations operations,
        @Nullable Programs programs) {
    /** The port on the loopback interface when nothing is said. */
    public static final int USUAL_PORT = 8017;

    private static final Set<String> NAMES = Set.of(
            "listen.address",
            "listen.certificate",
            "listen.key",
            "listen.names",
            "listen.proxies",
            "listen.connections",
            "listen.streams",
            "listen.reports",
            Programs.AUTHORITY,
            Programs.SUBJECTS,
            "operations.address",
            "operations.drain");
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s\\[\\]]+):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 0xFFFF;
    private static final int CONNECTIONS = 1000;
    private static final int MOST_CONNECTIONS = 100_000;
    private static final int STREAMS = 5;
    private static final int MOST_STREAMS = 100;
    private static final int REPORTS = 50;
    private static final int MOST_REPORTS = 10_000;
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);

    /** A certificate with those that lead to its issuer, and its private key, both as PEM files. */
    public record PemFiles(Path certificate, Path key) {}

    public ListenSettings {
        names = Set.copyOf(names);
        proxies = Set.copyOf(proxies);
    }

    /** Plain HTTP on the loopback interface, where nobody is limited. */
    public static ListenSettings loopback(int port) {
        return new ListenSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                null,
                Set.of(),
                Set.of(),
                CONNECTIONS,
                STREAMS,
                0,
                null,
                null);
    }

    /** Plain HTTP at this address, for those who run the backend. */
    public static ListenSettings plain(InetSocketAddress address) {
        return loopback(address.getPort()).at(address);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /** @throws IllegalArgumentException where a line is missing or cannot be used, or they do not go together */
    public static ListenSettings read(SettingLines lines) {
        ListenSettings usual = loopback(USUAL_PORT);
        return new ListenSettings(
                        lines.text("listen.address")
                                .map(written -> address("listen.address", written))
                                .orElse(usual.address()),
                        pemFiles(lines),
                        words(lines, "listen.names")
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()),
                        words(lines, "listen.proxies")
                                .map(ListenSettings::proxy)
                                .collect(Collectors.toUnmodifiableSet()),
                        lines.whole("listen.connections", CONNECTIONS, 1, MOST_CONNECTIONS),
                        lines.whole("listen.streams", STREAMS, 1, MOST_STREAMS),
                        lines.whole("listen.reports", REPORTS, 0, MOST_REPORTS),
                        operations(lines),
                        Programs.read(lines))
                .checked();
    }

    /**
     * @param written {@code ADDRESS:PORT}, an IPv6 address in brackets
     * @throws IllegalArgumentException where it cannot be read, or the combination is not safe
     */
    public ListenSettings withAddress(String written) {
        return at(address("--listen", written)).checked();
    }

    /** The same on this port of the loopback interface. */
    public ListenSettings onLoopback(int port) {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public ListenSettings withPort(int port) {
        return at(new InetSocketAddress(address.getAddress(), port));
    }

    private ListenSettings at(InetSocketAddress other) {
        return new ListenSettings(other, tls, names, proxies, connections, streams, reports, operations, programs);
    }

    private ListenSettings checked() {
        if (tls == null && !address.getAddress().isLoopbackAddress() && proxies.isEmpty()) {
            throw new IllegalArgumentException("listen.address: beyond this machine a certificate is needed"
                    + " (listen.certificate, listen.key), or a proxy that has one (listen.proxies)");
        }
        if (!address.getAddress().isLoopbackAddress() && names.isEmpty()) {
            throw new IllegalArgumentException(
                    "listen.names: say under which names the backend is called from other machines");
        }
        if (programs != null && tls == null) {
            throw new IllegalArgumentException(Programs.AUTHORITY
                    + ": a program shows its certificate to the backend itself, which takes listen.certificate and"
                    + " listen.key");
        }
        return this;
    }

    private static @Nullable Operations operations(SettingLines lines) {
        Duration drain = lines.time("operations.drain", DRAIN);
        if (drain.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("operations.drain: 5m at most");
        }
        return lines.text("operations.address")
                .map(written -> new Operations(address("operations.address", written), drain))
                .orElse(null);
    }

    private static @Nullable PemFiles pemFiles(SettingLines lines) {
        Optional<String> certificate = lines.text("listen.certificate");
        Optional<String> key = lines.text("listen.key");
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("listen.certificate and listen.key belong together");
        }
        return certificate.isEmpty()
                ? null
                : new PemFiles(path("listen.certificate", certificate.get()), path("listen.key", key.orElseThrow()));
    }

    private static Path path(String name, String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + ": " + written + " is not a path", e);
        }
    }

    private static Stream<String> words(SettingLines lines, String name) {
        return lines.text(name).stream().flatMap(written -> Arrays.stream(written.split("[\\s,]+")));
    }

    private static InetSocketAddress address(String name, String written) {
        Matcher matcher = ADDRESS.matcher(written.strip());
        if (matcher.matches() && Integer.parseInt(matcher.group(2)) <= HIGHEST_PORT) {
            try {
                InetAddress host = InetAddress.getByName(matcher.group(1));
                return new InetSocketAddress(host, Integer.parseInt(matcher.group(2)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(name + ": " + matcher.group(1) + " is no address of a machine", e);
            }
        }
        throw new IllegalArgumentException(name + ": an address is written 192.0.2.1:8443 or [2001:db8::1]:8443");
    }

    private static InetAddress proxy(String written) {
        try {
            return InetAddress.ofLiteral(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("listen.proxies: " + written + " is not an IP address", e);
        }
    }
}
