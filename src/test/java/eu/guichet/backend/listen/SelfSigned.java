package eu.guichet.backend.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate for {@code localhost} made by the JDK's own tool. */
final class SelfSigned {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "here";

    final X509Certificate certificate;
    private final Key key;

    private SelfSigned(X509Certificate certificate, Key key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** @param algorithm {@code RSA} or {@code EC} */
    static SelfSigned made(Path folder, String algorithm) throws IOException, InterruptedException {
        Path store = folder.resolve(algorithm + System.nanoTime() + ".p12");
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool ended with " + tool.exitValue());
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new SelfSigned(
                    (X509Certificate) keys.getCertificate(ALIAS), keys.getKey(ALIAS, PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store cannot be read", e);
        }
    }

    void write(ListenSettings.PemFiles files) throws IOException {
        try {
            Files.writeString(files.certificate(), pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be written", e);
        }
        Files.writeString(files.key(), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "Bag Attributes\n    friendlyName: here\nsubject=CN = localhost\n-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    /** Trusts this certificate and no other. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers().getTrustManagers(), null);
        return context;
    }

    /** Trusts this certificate and no other. */
    OkHttpClient client() throws GeneralSecurityException, IOException {
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusting().getSocketFactory(), (X509TrustManager)
                        managers().getTrustManagers()[0])
                .build();
    }

    private TrustManagerFactory managers() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, (Certificate) certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return managers;
    }
}
