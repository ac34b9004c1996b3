package eu.guichet.backend.ipp;

import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.settings.SettingLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A printer.
 *
 * @param address {@code ipps://…}, or, for one on this machine, {@code ipp://…}
 * @param tray the printer's own word for the tray with the letters' paper; null for the one it takes by itself
 * @param hold whether a job waits at the printer until somebody releases it there, where the printer can do that
 * @param user null where the printer asks for none
 */
public record PrinterSettings(
        URI address,
        @Nullable String tray,
        boolean hold,
        @Nullable String user,
        @Nullable Secret password) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PASSWORD = ".password-file";

    static List<String> names(String prefix) {
        return Stream.of("", ".tray", ".hold", ".user", PASSWORD)
                .map(prefix::concat)
                .toList();
    }

    /** Empty where the line with its address is. */
    static Optional<PrinterSettings> read(SettingLines lines, String prefix) {
        return lines.text(prefix).map(written -> {
            String user = lines.text(prefix + ".user").orElse(null);
            Secret password = lines.secretIn(prefix + PASSWORD).orElse(null);
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException(prefix + ".user and " + prefix + ".password-file belong together");
            }
            return new PrinterSettings(
                    address(prefix, written),
                    lines.text(prefix + ".tray").orElse(null),
                    lines.flag(prefix + ".hold", false),
                    user,
                    password);
        });
    }

    /** A document has a code in it: it does not go through a network in the clear. */
    private static URI address(String name, String written) {
        try {
            URI address = new URI(written);
            String host = address.getHost();
            boolean here = host != null && THIS_MACHINE.contains(host);
            if (host != null
                    && ("ipps".equals(address.getScheme()) || ("ipp".equals(address.getScheme()) && here))
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // the same sentence as for one of another kind
        }
        throw new IllegalArgumentException(
                name
                        + ": a printer's address is written ipps://printer.example/ipp/print; ipp:// is only for one on this machine");
    }
}
