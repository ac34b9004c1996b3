package eu.guichet.backend.listen;

import eu.guichet.backend.settings.Authorities;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate of the listener, read anew when its files change: connections that are open keep the one they began with. */
public final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final String ALIAS = "guichet";

    private final ListenSettings.PemFiles files;
    private final TrustManager @Nullable [] programs;
    private volatile Pair pair;
    private List<FileTime> read;

    private record Pair(PrivateKey key, List<X509Certificate> chain) {}

    /**
     * @param programs whose certificates may be shown; null where nobody is asked for one
     * @throws CannotListenException when a file cannot be read, or the key is not that of the certificate
     */
    public Certificates(ListenSettings.PemFiles files, @Nullable Programs programs) {
        this.files = files;
        this.programs = programs == null ? null : trusted(programs);
        try {
            read = times();
            pair = load();
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotListenException(
                    "The certificate " + files.certificate() + " or its key " + files.key() + " cannot be used: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    private static TrustManager[] trusted(Programs programs) {
        try {
            return Authorities.trusted(Programs.AUTHORITY, programs.authority());
        } catch (IllegalArgumentException e) {
            throw new CannotListenException(e.getMessage() + ".", e);
        }
    }

    /** The day from which the certificate is no longer valid. */
    public Instant validUntil() {
        return pair.chain().getFirst().getNotAfter().toInstant();
    }

    /** Reads the files again where they have changed; those that cannot be used leave the certificate as it was. */
    void reloadIfChanged() {
        try {
            List<FileTime> now = times();
            if (!now.equals(read)) {
                read = now;
                pair = load();
                LOG.info("the certificate was read anew; it is valid until {}", validUntil());
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("the new certificate cannot be used, the one before still is: {}", e.getMessage());
        }
    }

    private List<FileTime> times() throws IOException {
        return List.of(Files.getLastModifiedTime(files.certificate()), Files.getLastModifiedTime(files.key()));
    }

    private Pair load() throws IOException, GeneralSecurityException {
        PrivateKey key = Pem.key(files.key());
        List<X509Certificate> chain = Pem.certificates(files.certificate());
        chain.getFirst().checkValidity();
        KeyPairs.requireMatch(key, chain.getFirst().getPublicKey());
        return new Pair(key, List.copyOf(chain));
    }

    /** Hands out whichever certificate is the newest. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Newest()}, programs, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    private final class Newest extends X509ExtendedKeyManager {
        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return aliasFor(type);
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return aliasFor(type);
        }

        private @Nullable String aliasFor(String type) {
            return type.startsWith(pair.key().getAlgorithm()) ? ALIAS : null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return aliasFor(type) == null ? null : new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return pair.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return pair.key();
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
