package eu.guichet.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a backend may be: over https anywhere, over plain http only on this machine, because every call carries a token. */
public final class BackendAddress {
    private BackendAddress() {}

    /**
     * Reads what a person has set.
     *
     * @throws BackendAddressException when no backend can be there
     */
    public static URI of(String text) {
        try {
            return checked(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new BackendAddressException(notAnAddress(text.strip()), e);
        }
    }

    /**
     * The address itself, when a backend may be there.
     *
     * @throws BackendAddressException when not
     */
    public static URI checked(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new BackendAddressException(notAnAddress(address.toString()), null);
        }
        if (scheme.equals("http") && !isThisMachine(address)) {
            throw new BackendAddressException(
                    "The backend's address " + address + " is plain http to another machine, which anybody on the way"
                            + " can read: set its https address.",
                    null);
        }
        return address;
    }

    /** Whether calls to it never leave this machine; nothing is looked up, the name alone tells. */
    static boolean isThisMachine(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String notAnAddress(String text) {
        return "The backend's address cannot be used: \"" + text
                + "\"; it must be like https://guichet.example.eu/ (GUICHET_BACKEND_URL, -Dbackend.url or settings.json).";
    }
}
