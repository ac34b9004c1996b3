package eu.guichet.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** An authority that certifies the institution's own machines, and that no system knows by itself. */
public final class Authority {
    private final List<Certificate> certificates;

    private Authority(List<Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * Reads one or more certificates in PEM.
     *
     * @throws BackendAddressException with one sentence when there are none to read
     */
    public static Authority read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw unreadable(file, "has no certificate in it", null);
            }
            return new Authority(List.copyOf(read));
        } catch (IOException e) {
            throw unreadable(file, "cannot be read", e);
        } catch (CertificateException e) {
            throw unreadable(file, "has something else in it than certificates in PEM", e);
        }
    }

    X509TrustManager trusted() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            return TrustRoots.of(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java can keep certificates", e);
        }
    }

    private static BackendAddressException unreadable(Path file, String why, @Nullable Throwable cause) {
        return new BackendAddressException("The file of the backend's authority " + why + ": " + file, cause);
    }
}
