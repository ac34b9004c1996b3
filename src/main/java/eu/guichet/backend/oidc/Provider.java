package eu.guichet.backend.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import eu.guichet.backend.access.SignInUnavailableException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's configuration and its keys. They are asked for when a token first needs them, so that a backend starts also
 * while the provider is away; keys are kept for minutes, and asked for anew when a token names one that is not known.
 */
final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST = 512 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** How long a caller waits for keys that another caller is fetching. */
    private static final Duration WAIT = Duration.ofSeconds(10);
    /** Least time between two looks for a key that is not known: invented names must not become load for the provider. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** How long the known keys do while the provider is away: its outage is not the office's. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final URI issuer;
    private final DefaultResourceRetriever retriever;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable JWKSource<SecurityContext> keys;

    /** @param sockets null for those of the Java runtime */
    Provider(URI issuer, @Nullable SSLSocketFactory sockets) {
        this.issuer = issuer;
        retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST, true, sockets);
    }

    /** @throws SignInUnavailableException when the provider does not say where they are */
    JWKSource<SecurityContext> keys() {
        JWKSource<SecurityContext> known = keys;
        if (known != null) {
            return known;
        }
        asking.lock();
        try {
            known = keys;
            if (known == null) {
                known = source(configuration());
                keys = known;
                LOG.info("{} signs people in", issuer);
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    /** @throws SignInUnavailableException when it cannot be read, or is another's */
    OIDCProviderMetadata configuration() {
        String base = issuer.toString();
        String address = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + WELL_KNOWN;
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                    retriever.retrieveResource(URI.create(address).toURL()).getContent());
            if (!metadata.getIssuer().getValue().equals(base)) {
                throw new SignInUnavailableException(
                        "the provider at " + address + " names itself " + metadata.getIssuer());
            }
            return metadata;
        } catch (IOException | ParseException e) {
            throw new SignInUnavailableException(address + " cannot be read", e);
        }
    }

    private JWKSource<SecurityContext> source(OIDCProviderMetadata metadata) {
        URI address = metadata.getJWKSetURI();
        boolean plain = "http".equals(issuer.getScheme());
        if (address == null || !(plain || "https".equals(address.getScheme()))) {
            throw new SignInUnavailableException("the provider names no safe address of its keys");
        }
        URL url;
        try {
            url = address.toURL();
        } catch (MalformedURLException e) {
            throw new SignInUnavailableException("the provider names no usable address of its keys", e);
        }
        return JWKSourceBuilder.create(url, retriever)
                .cache(KEPT.toMillis(), WAIT.toMillis())
                .rateLimited(PAUSE.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .refreshAheadCache(false)
                .retrying(true)
                .build();
    }
}
