package eu.guichet.backend.settings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the certificates of one PEM file, and no other. */
public final class Authorities {
    private Authorities() {}

    /**
     * For calls to others.
     *
     * @param line which names the file
     * @throws IllegalArgumentException when the file cannot be read, or has no certificate
     */
    public static SSLContext of(String line, Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted(line, file), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    /**
     * For the calls of others.
     *
     * @param line which names the file
     * @throws IllegalArgumentException when the file cannot be read, or has no certificate
     */
    public static TrustManager[] trusted(String line, Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(line + ": " + file + " has no certificate in PEM");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry(String.valueOf(number++), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(line + ": " + file + " cannot be read", e);
        }
    }
}
