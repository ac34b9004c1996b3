package eu.guichet.backend.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted hash of a code; all that is ever kept of one. PBKDF2 with HMAC-SHA-256 at OWASP's figure: to make or to compare
 * one takes a noticeable part of a second, so neither belongs into a transaction.
 *
 * @param algorithm as Java names it; kept with the figure, so that both can be raised while letters are on their way
 * @param salt Base64
 * @param hash Base64
 */
public record CodeHash(String algorithm, int iterations, String salt, String hash) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    static final int ITERATIONS = 600_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final Pattern STORED = Pattern.compile("([^:]+):(\\d{1,9}):([^:]+):([^:]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Threads of their own: on the few that carry the virtual ones, hashing would keep every request waiting. */
    private static final Executor HASHING = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("hashing-", 0).factory());

    private static volatile int iterationsOfNew = ITERATIONS;

    /** Makes the hash of a code with a salt of its own. */
    public static CodeHash seal(String characters) {
        return seal(characters, iterationsOfNew);
    }

    /** From here on, for whoever tries the program with codes that protect nothing. */
    static void useIterations(int iterations) {
        iterationsOfNew = iterations;
    }

    static CodeHash seal(String characters, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] hash = derive(characters, ALGORITHM, iterations, salt);
        return new CodeHash(ALGORITHM, iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Reads what {@link #stored()} has written. */
    static CodeHash read(String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("what the store has is not the hash of a code");
        }
        return new CodeHash(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3), parts.group(4));
    }

    /** All of it in one line. */
    String stored() {
        return algorithm + ":" + iterations + ":" + salt + ":" + hash;
    }

    /** Whether this is the hash of that code; takes as long for a miss as for a match. */
    public boolean isOf(String characters) {
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derive(characters, algorithm, iterations, base64.decode(salt));
        return MessageDigest.isEqual(base64.decode(hash), derived);
    }

    private static byte[] derive(String characters, String algorithm, int iterations, byte[] salt) {
        return CompletableFuture.supplyAsync(() -> derived(characters, algorithm, iterations, salt), HASHING)
                .join();
    }

    private static byte[] derived(String characters, String algorithm, int iterations, byte[] salt) {
        return algorithm.equals(ALGORITHM) && Pbkdf2.takes(characters)
                ? Pbkdf2.derive(characters, salt, iterations)
                : derivedByJava(characters, algorithm, iterations, salt);
    }

    static byte[] derivedByJava(String characters, String algorithm, int iterations, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(characters.toCharArray(), salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "CodeHash";
    }
}
