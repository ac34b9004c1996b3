package eu.guichet.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which certificates a backend may show: one that any of several stores of roots trusts. */
final class TrustRoots implements X509TrustManager {
    private static final Logger LOG = LoggerFactory.getLogger(TrustRoots.class);
    private static final String WINDOWS = "Windows-ROOT";

    private final List<X509TrustManager> stores;

    /** @param stores asked in this order; the first one's objection is the one that is told */
    TrustRoots(List<X509TrustManager> stores) {
        this.stores = List.copyOf(stores);
    }

    /** The JDK's own and, on Windows, the system's, where an institution has put its own authority. */
    static TrustRoots ofThisMachine() {
        List<X509TrustManager> stores = new ArrayList<>();
        stores.add(of(null));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            try {
                KeyStore system = KeyStore.getInstance(WINDOWS);
                system.load(null, null);
                stores.add(of(system));
            } catch (GeneralSecurityException | IOException e) {
                LOG.warn("the roots of Windows cannot be read; only the program's own are trusted", e);
            }
        }
        return new TrustRoots(stores);
    }

    /** These, and one more store. */
    TrustRoots and(X509TrustManager another) {
        List<X509TrustManager> all = new ArrayList<>(stores);
        all.add(another);
        return new TrustRoots(all);
    }

    /** @param store null: the JDK's own */
    static X509TrustManager of(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can check certificates", e);
        }
    }

    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        CertificateException first = null;
        for (X509TrustManager store : stores) {
            try {
                store.checkServerTrusted(chain, authType);
                return;
            } catch (CertificateException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw first == null ? new CertificateException("nothing is trusted") : first;
    }

    /** Nobody signs in here with a certificate. */
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a client takes no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return stores.stream()
                .flatMap(store -> Arrays.stream(store.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
