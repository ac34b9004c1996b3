package eu.guichet.client;

import java.io.IOException;
import okhttp3.Authenticator;

/** Ends a try at a proxy that asks for a password: this program has none to give, and asking again would not help. */
final class ProxyPassword {
    /** OkHttp asks before the proxy does whether something can be sent at once, under this name. */
    private static final String BEFOREHAND = "OkHttp-Preemptive";

    static final Authenticator NONE = (route, response) -> {
        boolean beforehand =
                response.challenges().stream().anyMatch(challenge -> BEFOREHAND.equals(challenge.scheme()));
        if (beforehand) {
            return null;
        }
        throw new AskedFor();
    };

    private ProxyPassword() {}

    /** The proxy has asked; the backend has seen nothing. */
    static final class AskedFor extends IOException {
        private static final long serialVersionUID = 1L;

        private AskedFor() {
            super("the proxy asks for a password");
        }
    }
}
