package eu.guichet.backend.sms;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The default alphabet of GSM 03.38 with its extension table, one octet a character as SMPP carries it. */
final class Gsm7 {
    static final int ESCAPE = 0x1B;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Character, Integer> EXTENDED = Map.of(
            '\f', 0x0A, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2F, '[', 0x3C, '~', 0x3D, ']', 0x3E, '|', 0x40, '€',
            0x65);

    /** What a typesetter writes and the alphabet has in a plain form. */
    private static final Map<Character, String> PLAIN = Map.of(
            '\u2019', "'", '\u2018', "'", '\u201C', "\"", '\u201D', "\"", '\u2013', "-", '\u2014', "-", '\u2026', "...",
            '\u00A0', " ", '\u202F', " ");

    private Gsm7() {}

    /** Empty where the text has a character that the alphabet has in no form. */
    static Optional<byte[]> encode(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        String plain = plain(text);
        for (int at = 0; at < plain.length(); at++) {
            char character = plain.charAt(at);
            int basic = BASIC.indexOf(character);
            Integer extended = EXTENDED.get(character);
            if (extended != null) {
                septets.write(ESCAPE);
                septets.write(extended);
            } else if (basic < 0 || basic == ESCAPE) {
                return Optional.empty();
            } else {
                septets.write(basic);
            }
        }
        return Optional.of(septets.toByteArray());
    }

    private static String plain(String text) {
        return text.chars()
                .mapToObj(character -> PLAIN.getOrDefault((char) character, Character.toString(character)))
                .collect(Collectors.joining());
    }
}
