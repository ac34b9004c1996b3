package eu.guichet.process;

import eu.guichet.typed.Typed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a registered item, UPU standard S10: two letters, eight digits, a check digit, two letters for the
 * country.
 *
 * @param value 13 characters, without spaces
 */
public record ItemNumber(String value) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{2})([0-9]{8})([0-9])([A-Z]{2})");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    /** @throws IllegalArgumentException when it is not an S10 number with a right check digit */
    public ItemNumber {
        if (!valid(value)) {
            throw new IllegalArgumentException("not an S10 item number");
        }
    }

    /** Reads a number as people write it, with spaces and in any case; empty when it is none. */
    public static Optional<ItemNumber> parse(String text) {
        String bare = Typed.bare(text);
        return valid(bare) ? Optional.of(new ItemNumber(bare)) : Optional.empty();
    }

    /** @param serial eight digits */
    public static ItemNumber of(String service, String serial, String country) {
        return new ItemNumber(service + serial + checkDigit(serial) + country);
    }

    /** As printed: {@code RR 473 124 829 BE}. */
    public String grouped() {
        return String.join(
                " ",
                value.substring(0, 2),
                value.substring(2, 5),
                value.substring(5, 8),
                value.substring(8, 11),
                value.substring(11));
    }

    static int checkDigit(String serial) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(serial.charAt(i), 10);
        }
        int check = 11 - sum % 11;
        return switch (check) {
            case 10 -> 0;
            case 11 -> 5;
            default -> check;
        };
    }

    private static boolean valid(String value) {
        Matcher form = FORM.matcher(value);
        return form.matches() && checkDigit(form.group(2)) == Integer.parseInt(form.group(3));
    }

    @Override
    public String toString() {
        return value;
    }
}
