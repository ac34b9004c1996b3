package eu.guichet.desktop.post;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a scanner typed, as it was meant: on a Belgian or French layout the digits arrive as the signs of their keys. */
final class ScanText {
    private static final Pattern ITEM_NUMBER = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    private static final String DIGIT_KEYS = "à&é\"'(§è!ç";
    private static final String FRENCH_DIGIT_KEYS = "à&é\"'(-è_ç";

    private ScanText() {}

    /** The item number of a registered label in its canonical form; empty for anything else. Its check is the backend's. */
    static Optional<String> itemNumber(String scanned) {
        return Optional.of(digits(scanned).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
                .filter(text -> ITEM_NUMBER.matcher(text).matches());
    }

    /** Only where there is no digit: then all of them were typed as signs. */
    private static String digits(String scanned) {
        if (scanned.chars().anyMatch(Character::isDigit)) {
            return scanned;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < scanned.length(); i++) {
            char c = Character.toLowerCase(scanned.charAt(i));
            int digit = DIGIT_KEYS.indexOf(c) >= 0 ? DIGIT_KEYS.indexOf(c) : FRENCH_DIGIT_KEYS.indexOf(c);
            plain.append(digit >= 0 ? (char) ('0' + digit) : scanned.charAt(i));
        }
        return plain.toString();
    }
}
