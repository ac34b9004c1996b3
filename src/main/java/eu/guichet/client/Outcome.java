package eu.guichet.client;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What came of one try. */
sealed interface Outcome {
    /** A whole answer, of whatever status. */
    record Answer(int status, @Nullable MediaType type, Headers headers, ByteString body) implements Outcome {
        boolean good() {
            return status >= 200 && status < 300;
        }

        @Nullable
        String retryAfter() {
            return headers.get("Retry-After");
        }

        boolean is(String essence) {
            return type != null && essence.equals(type.type() + "/" + type.subtype());
        }
    }

    /** An answer longer than any of the contract. */
    record Oversized() implements Outcome {}

    /**
     * No whole answer.
     *
     * @param sent whether the backend may have seen the request
     */
    record Lost(boolean sent, IOException cause) implements Outcome {
        /** OkHttp says it in words alone. */
        private static final Pattern TUNNEL_REFUSED = Pattern.compile("Unexpected response code for CONNECT: 4\\d\\d");

        /** Whether the proxy on the way asked for a password. */
        boolean proxyPassword() {
            return cause instanceof ProxyPassword.AskedFor;
        }

        /** Whether the proxy on the way does not open a tunnel to the backend, rather than find nobody there (5xx). */
        boolean proxyRefuses() {
            return TUNNEL_REFUSED.matcher(String.valueOf(cause.getMessage())).matches();
        }

        /** Whether it was us who broke off, because of the certificate that was shown. */
        boolean untrusted() {
            return cause instanceof SSLPeerUnverifiedException
                    || (cause instanceof SSLException && cause.getCause() instanceof CertificateException);
        }
    }
}
