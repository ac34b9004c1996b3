package eu.guichet.backend.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One block of PBKDF2 with HMAC-SHA-256 (RFC 8018), which Java's own derives with twice the work: it feeds the key into both digests at
 * each iteration, and here they are copied as they are after it. A batch of letters waits for nothing else.
 */
final class Pbkdf2 {
    static final int BYTES = 32;
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private Pbkdf2(byte[] key) throws NoSuchAlgorithmException {
        this.inner = begun(key, INNER);
        this.outer = begun(key, OUTER);
    }

    /** Whether the password is short enough to be a key as it is. */
    static boolean takes(String password) {
        return password.length() <= BLOCK && password.chars().allMatch(sign -> sign < 0x80);
    }

    /** @param password one that {@link #takes} accepts */
    static byte[] derive(String password, byte[] salt, int iterations) {
        byte[] key = password.getBytes(StandardCharsets.US_ASCII);
        try {
            return new Pbkdf2(key).derive(salt, iterations);
        } catch (NoSuchAlgorithmException | CloneNotSupportedException | DigestException e) {
            throw new IllegalStateException("every Java has SHA-256 that can be copied", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static MessageDigest begun(byte[] key, byte pad) throws NoSuchAlgorithmException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, pad);
        for (int i = 0; i < key.length; i++) {
            block[i] ^= key[i];
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(block);
        Arrays.fill(block, (byte) 0);
        return digest;
    }

    private byte[] derive(byte[] salt, int iterations) throws CloneNotSupportedException, DigestException {
        byte[] round = ByteBuffer.allocate(salt.length + Integer.BYTES)
                .put(salt)
                .putInt(1)
                .array();
        byte[] mac = new byte[BYTES];
        mac(round, mac);
        byte[] derived = mac.clone();
        for (int i = 1; i < iterations; i++) {
            mac(mac, mac);
            for (int j = 0; j < BYTES; j++) {
                derived[j] ^= mac[j];
            }
        }
        return derived;
    }

    private void mac(byte[] of, byte[] into) throws CloneNotSupportedException, DigestException {
        MessageDigest first = (MessageDigest) inner.clone();
        first.update(of);
        first.digest(into, 0, BYTES);
        MessageDigest second = (MessageDigest) outer.clone();
        second.update(into);
        second.digest(into, 0, BYTES);
    }
}
