package eu.guichet.backend.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as PEM files hold them; what stands around the blocks is explanation and is skipped. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    /** In the order of the file: the own certificate first. */
    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (MatchResult block : blocks(file)) {
            if (block.group(1).equals("CERTIFICATE")
                    && factory.generateCertificate(new ByteArrayInputStream(bytes(block)))
                            instanceof X509Certificate certificate) {
                chain.add(certificate);
            }
        }
        if (chain.isEmpty()) {
            throw new CertificateException(file + " has no certificate in PEM");
        }
        return chain;
    }

    /** Its first private key, not encrypted and written as PKCS #8. */
    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        List<MatchResult> blocks = blocks(file);
        for (MatchResult block : blocks) {
            if (block.group(1).equals("PRIVATE KEY")) {
                return key(new PKCS8EncodedKeySpec(bytes(block)));
            }
        }
        String found = blocks.stream()
                .map(block -> block.group(1))
                .filter(kind -> kind.endsWith("PRIVATE KEY"))
                .findFirst()
                .map(kind -> ", only a block of the kind " + kind + "; openssl pkcs8 -topk8 -nocrypt writes the former")
                .orElse("");
        throw new InvalidKeySpecException(file + " has no block of the kind PRIVATE KEY" + found);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec written) throws GeneralSecurityException {
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(written);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw new InvalidKeySpecException("the key is neither RSA nor of an elliptic curve");
    }

    private static List<MatchResult> blocks(Path file) throws IOException {
        Matcher matcher = BLOCK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        return matcher.results().toList();
    }

    private static byte[] bytes(MatchResult block) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(block.group(2).getBytes(US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("a block is not written in Base64", e);
        }
    }
}
