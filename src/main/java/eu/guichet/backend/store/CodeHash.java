package eu.guichet.backend.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A salted hash of a code; all that is ever kept of one. Argon2id (RFC 9106) at OWASP's figures: to make or to compare one takes a
 * noticeable part of a second, so neither belongs into a transaction.
 *
 * @param stored all of it in one line, as the reference program of Argon2 writes it; or {@code PBKDF2WithHmacSHA256:iterations:salt:hash},
 *     as it was written before, for a code that is still on its way. How much work it took stands in it, so that the figures can be raised
 */
public record CodeHash(String stored) {
    /** @param memory in KiB */
    record Work(int memory, int passes) {}

    static final Work OWASP = new Work(7_168, 5);

    private static final Pattern ARGON2ID =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Pattern PBKDF2 =
            Pattern.compile("(PBKDF2WithHmacSHA256):(\\d{1,9}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MOST_THREADS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Threads of their own: on the few that carry the virtual ones, hashing would keep every request waiting. Never many, as
     * each of them takes the memory named above.
     */
    private static final Executor HASHING = Executors.newFixedThreadPool(
            Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS),
            Thread.ofPlatform().daemon().name("hashing-", 0).factory());

    private static volatile Work workOfNew = OWASP;

    /** @throws IllegalStateException where that is no hash of a code; the message does not have it */
    public CodeHash {
        if (!ARGON2ID.matcher(stored).matches() && !PBKDF2.matcher(stored).matches()) {
            throw new IllegalStateException("what the store has is not the hash of a code");
        }
    }

    /** Makes the hash of a code with a salt of its own. */
    public static CodeHash seal(String characters) {
        return seal(characters, workOfNew);
    }

    /** From here on, for whoever tries the program with codes that protect nothing. */
    static void useWork(Work work) {
        workOfNew = work;
    }

    static CodeHash seal(String characters, Work work) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        byte[] hash = apart(() -> argon2id(characters, work, salt, HASH_BYTES));
        return new CodeHash("$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(work.memory(), work.passes(), base64.encodeToString(salt), base64.encodeToString(hash)));
    }

    /** Whether this is the hash of that code; takes as long for a miss as for a match. */
    public boolean isOf(String characters) {
        Matcher argon2id = ARGON2ID.matcher(stored);
        if (argon2id.matches()) {
            Work work = new Work(Integer.parseInt(argon2id.group(1)), Integer.parseInt(argon2id.group(2)));
            byte[] salt = bytes(argon2id.group(3));
            byte[] hash = bytes(argon2id.group(4));
            return MessageDigest.isEqual(hash, apart(() -> argon2id(characters, work, salt, hash.length)));
        }
        Matcher pbkdf2 = PBKDF2.matcher(stored);
        if (pbkdf2.matches()) {
            int iterations = Integer.parseInt(pbkdf2.group(2));
            byte[] salt = bytes(pbkdf2.group(3));
            byte[] hash = bytes(pbkdf2.group(4));
            return MessageDigest.isEqual(hash, apart(() -> pbkdf2(characters, pbkdf2.group(1), iterations, salt)));
        }
        throw new IllegalStateException("what is made is one or the other");
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] apart(Supplier<byte[]> hashing) {
        return CompletableFuture.supplyAsync(hashing, HASHING).join();
    }

    private static byte[] argon2id(String characters, Work work, byte[] salt, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(work.memory())
                .withIterations(work.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[bytes];
        byte[] code = characters.getBytes(StandardCharsets.UTF_8);
        generator.generateBytes(code, derived);
        Arrays.fill(code, (byte) 0);
        return derived;
    }

    private static byte[] pbkdf2(String characters, String algorithm, int iterations, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(characters.toCharArray(), salt, iterations, Byte.SIZE * HASH_BYTES);
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
