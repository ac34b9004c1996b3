package eu.guichet.backend.store;

import java.security.MessageDigest;
import java.util.Base64;

/**
 * A salted hash of a code; all that is ever kept of one.
 *
 * @param salt Base64
 * @param hash Base64
 */
public record CodeHash(String salt, String hash) {
    public static CodeHash of(byte[] salt, byte[] hash) {
        return new CodeHash(
                Base64.getEncoder().encodeToString(salt), Base64.getEncoder().encodeToString(hash));
    }

    public byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    /** Whether another hash, made with the same salt, is this one; takes as long for a miss as for a match. */
    public boolean matches(byte[] other) {
        return MessageDigest.isEqual(Base64.getDecoder().decode(hash), other);
    }

    @Override
    public String toString() {
        return "CodeHash";
    }
}
