package eu.guichet.backend.http;

import eu.guichet.backend.access.Masking;
import java.util.List;
import java.util.regex.Pattern;

/** How much of the person of {@link Desks} stands in an answer, in the words of {@code docs/access.md}. */
final class Shown {
    private static final String HIDDEN = "not shown";

    /** E-mail, telephone, pension number and address, none of them. */
    static final List<String> NOTHING = List.of(HIDDEN, HIDDEN, HIDDEN, HIDDEN);

    /** Its beginning alone stands in an identifier now and then. */
    private static final Pattern NUMBER = Pattern.compile("\\b" + Desks.NUMBERS + " ?[0-9]{4}\\b");

    private Shown() {}

    static boolean refused(String seen) {
        return seen.contains("\"key\":\"not-allowed\"");
    }

    /** Of e-mail, telephone, pension number and address, how much stands in this text. */
    static List<String> forms(String text) {
        String digits = text.replace(" ", "");
        String town = text.contains(Desks.TOWN) ? "town" : HIDDEN;
        return List.of(
                form(text, Desks.EMAIL, Masking.email(Desks.EMAIL), HIDDEN),
                form(
                        digits,
                        Desks.PHONE.substring(4),
                        Masking.phone(Desks.PHONE).replace(" ", ""),
                        HIDDEN),
                number(text),
                form(text, Desks.STREET, Masking.place(Desks.POSTCODE, Desks.TOWN), town));
    }

    private static String number(String text) {
        if (NUMBER.matcher(text).find()) {
            return "in full";
        }
        return text.contains("••••••") ? "masked" : HIDDEN;
    }

    private static String form(String text, String plain, String masked, String otherwise) {
        if (text.contains(plain)) {
            return "in full";
        }
        return text.contains(masked) ? "masked" : otherwise;
    }
}
