package eu.guichet.backend.store;

import eu.guichet.typed.Typed;
import java.util.Locale;
import java.util.Optional;

/** The form in which pension numbers are kept and compared: letters and digits only, in capitals. */
public final class PensionNumber {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;

    private PensionNumber() {}

    /** Takes out spaces, dots, hyphens, slashes; empty when what remains cannot be a pension number. */
    public static Optional<String> canonical(String written) {
        StringBuilder kept = new StringBuilder();
        int digits = 0;
        String plain = Typed.line(written);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                kept.append(c);
                digits += Character.isDigit(c) ? 1 : 0;
            } else if (!separator(c)) {
                return Optional.empty();
            }
        }
        boolean plausible = kept.length() >= SHORTEST && kept.length() <= LONGEST && digits > 0;
        return plausible ? Optional.of(kept.toString().toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean separator(char c) {
        return " ./-_".indexOf(c) >= 0;
    }
}
