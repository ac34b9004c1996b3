package eu.guichet.backend.access;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Shows enough of what is on file to tell two people apart on the phone, and no more. */
public final class Masking {
    private static final char DOT = '•';
    private static final String DOTS = "••••";
    private static final int SHOWN_DIGITS = 2;
    private static final int SHOWN_OF_POSTCODE = 2;

    private Masking() {}

    /** {@code maria@gmail.com} becomes {@code m••••@gmail.com}, whatever the length of the name. */
    public static String email(String email) {
        int at = email.lastIndexOf('@');
        if (at < 0) {
            return DOTS;
        }
        // A single letter before the @ would be the whole name.
        String first = at > 1 ? email.substring(0, email.offsetByCodePoints(0, 1)) : "";
        return first + DOTS + email.substring(at);
    }

    /** {@code +32470123434} becomes {@code +32 ••• •• •• 34}. */
    public static String phone(String e164) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        PhoneNumber number;
        try {
            number = phones.parse(e164, null);
        } catch (NumberParseException e) {
            return DOTS;
        }
        String spaced = phones.format(number, PhoneNumberFormat.INTERNATIONAL);
        int prefix = 1 + String.valueOf(number.getCountryCode()).length();
        return spaced.substring(0, prefix) + allButLast(spaced.substring(prefix));
    }

    /** {@code 19440312045} becomes {@code •••••••••45}. */
    public static String pensionNumber(String number) {
        return allButLast(number);
    }

    /** {@code L-1855 LUXEMBOURG} becomes {@code L-•••• LUXEMBOURG}: two characters of the postcode and the town. */
    public static String place(String postcode, String town) {
        String code = postcode.strip();
        int shown = Math.min(SHOWN_OF_POSTCODE, code.length() / 2);
        StringBuilder masked = new StringBuilder(code.substring(0, shown));
        code.substring(shown)
                .chars()
                .map(c -> Character.isLetterOrDigit(c) ? DOT : c)
                .forEach(c -> masked.append((char) c));
        return (masked + " " + town.strip()).strip();
    }

    private static String allButLast(String text) {
        long digits = text.chars().filter(Character::isLetterOrDigit).count();
        long hidden = digits > 2 * SHOWN_DIGITS ? digits - SHOWN_DIGITS : digits;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) && hidden > 0) {
                masked.append(DOT);
                hidden--;
            } else {
                masked.append(c);
            }
        }
        return masked.toString();
    }
}
