package eu.guichet.backend.search;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import eu.guichet.contract.OfficeCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What number somebody may mean who says it in a national notation, with 00, or with +. */
final class PhoneNumbers {
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[+0-9 ()./-]+");
    /** The trunk zero as people write it beside a prefix: dialled within the country, never from abroad. */
    private static final Pattern BRACKETED_ZERO = Pattern.compile("\\(\\s*0\\s*\\)");

    private static final int FEWEST_DIGITS = 6;

    /** Where pensioners live; the office's own country is tried before them. */
    private static final List<String> REGIONS = List.of(
            "BE", "LU", "IT", "DE", "FR", "ES", "NL", "PT", "GR", "AT", "IE", "DK", "SE", "FI", "PL", "CZ", "SK", "HU",
            "SI", "HR", "BG", "RO", "EE", "LV", "LT", "CY", "MT", "GB", "CH", "NO");

    /**
     * Countries whose numbers are also dialled by the prefix of a neighbour, or were before they had their own: what stands
     * at the beginning, and what may be on file in its place.
     */
    private static final Map<String, String> ALSO = Map.of(
            "+390549", "+3780549",
            "+3780549", "+390549",
            "+37744", "+38344",
            "+37745", "+38345",
            "+38138", "+38338",
            "+38128", "+38328",
            "+38649", "+38349");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    /** The numbers it may be, E.164, the likeliest first; empty when it is none. */
    Set<String> meant(String written, OfficeCode office) {
        String asked = written.strip();
        String digits = asked.replaceAll("\\D", "");
        Set<String> numbers = new LinkedHashSet<>();
        if (!LOOKS_LIKE_ONE.matcher(asked).matches() || digits.length() < FEWEST_DIGITS) {
            return numbers;
        }
        if (asked.startsWith("+") || digits.startsWith("00")) {
            fromAbroad(asked).ifPresent(numbers::add);
        } else {
            valid(asked, region(office)).ifPresent(numbers::add);
            REGIONS.forEach(region -> valid(asked, region).ifPresent(numbers::add));
            valid("+" + digits, "ZZ").ifPresent(numbers::add);
        }
        also(numbers);
        return numbers;
    }

    /** As {@link #meant}, of any country in the world; for a number that nobody has who lives nearer. */
    Set<String> meantAnywhere(String written) {
        String asked = written.strip();
        Set<String> numbers = new LinkedHashSet<>();
        if (LOOKS_LIKE_ONE.matcher(asked).matches()
                && asked.replaceAll("\\D", "").length() >= FEWEST_DIGITS
                && !asked.startsWith("+")) {
            util.getSupportedRegions().forEach(region -> valid(asked, region).ifPresent(numbers::add));
        }
        return numbers;
    }

    private static void also(Set<String> numbers) {
        for (String number : List.copyOf(numbers)) {
            ALSO.forEach((prefix, other) -> {
                if (number.startsWith(prefix)) {
                    numbers.add(other + number.substring(prefix.length()));
                }
            });
        }
    }

    /** Italian numbers keep their zero abroad, so it is left out only where the number is none with it. */
    private Optional<String> fromAbroad(String written) {
        return international(written)
                .or(() -> international(BRACKETED_ZERO.matcher(written).replaceFirst("")));
    }

    /** Some write the sign and the two zeros that it stands for. */
    private Optional<String> international(String written) {
        String digits = written.replaceAll("\\D", "");
        return valid("+" + (digits.startsWith("00") ? digits.substring(2) : digits), "ZZ");
    }

    private Optional<String> valid(String written, String region) {
        try {
            PhoneNumber number = util.parse(written, region);
            return util.isValidNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String region(OfficeCode office) {
        return switch (office) {
            case BRU -> "BE";
            case LUX -> "LU";
            case ISP -> "IT";
        };
    }
}
