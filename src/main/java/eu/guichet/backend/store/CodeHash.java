package eu.guichet.backend.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted hash of a code; all that is ever kept of one. PBKDF2 with HMAC-SHA-256 at OWASP's figure: to make or to compare
 * one takes a noticeable part of a second, so neither belongs into a transaction.
 *
 * @param salt Base64
 * @param hash Base64
 */
public record CodeHash(String salt, String hash) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes the hash of a code with a salt of its own. */
    public static CodeHash seal(String characters) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new CodeHash(base64.encodeToString(salt), base64.encodeToString(derive(characters, salt)));
    }

    /** Whether this is the hash of that code; takes as long for a miss as for a match. */
    public boolean isOf(String characters) {
        Base64.Decoder base64 = Base64.getDecoder();
        return MessageDigest.isEqual(base64.decode(hash), derive(characters, base64.decode(salt)));
    }

    private static byte[] derive(String characters, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(characters.toCharArray(), salt, ITERATIONS, BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "CodeHash";
    }
}
