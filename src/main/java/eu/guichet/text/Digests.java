package eu.guichet.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which a text is known again and cannot be read. Not for codes and passwords, which are few enough to be tried. */
public final class Digests {
    private Digests() {}

    /** SHA-256 of its bytes in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
