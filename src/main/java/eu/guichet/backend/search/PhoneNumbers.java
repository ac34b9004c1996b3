package eu.guichet.backend.search;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import eu.guichet.contract.OfficeCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What number somebody may mean who says it in a national notation, with 00, or with +. */
final class PhoneNumbers {
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[+0-9 ()./\u00a0\u2010-\u2013-]+");
    /** The trunk zero as people write it beside a prefix: dialled within the country, never from abroad. */
    private static final Pattern BRACKETED_ZERO = Pattern.compile("\\(\\s*0\\s*\\)");

    private static final int FEWEST_DIGITS = 6;

    /** Where pensioners live; the office's own country is tried before them. */
    private static final List<String> REGIONS = List.of(
            "BE", "LU", "IT", "DE", "FR", "ES", "NL", "PT", "GR", "AT", "IE", "DK", "SE", "FI", "PL", "CZ", "SK", "HU",
            "SI", "HR", "BG", "RO", "EE", "LV", "LT", "CY", "MT", "GB", "CH", "NO");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    /** The numbers it may be, E.164, the likeliest first; empty when it is none. */
    Set<String> meant(String written, OfficeCode office) {
        Set<String> numbers = new LinkedHashSet<>();
        String digits = written.replaceAll("\\D", "");
        if (!LOOKS_LIKE_ONE.matcher(written).matches() || digits.length() < FEWEST_DIGITS) {
            return numbers;
        }
        String asked = written.strip();
        if (asked.startsWith("+") || digits.startsWith("00")) {
            fromAbroad(asked).ifPresent(numbers::add);
            return numbers;
        }
        valid(written, region(office)).ifPresent(numbers::add);
        REGIONS.forEach(region -> valid(written, region).ifPresent(numbers::add));
        valid("+" + digits, "ZZ").ifPresent(numbers::add);
        return numbers;
    }

    /** Italian numbers keep their zero abroad, so it is left out only where the number is none with it. */
    private Optional<String> fromAbroad(String written) {
        return international(written)
                .or(() -> international(BRACKETED_ZERO.matcher(written).replaceFirst("")));
    }

    private Optional<String> international(String written) {
        String digits = written.replaceAll("\\D", "");
        return valid("+" + (written.startsWith("+") ? digits : digits.substring(2)), "ZZ");
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
