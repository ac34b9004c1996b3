package eu.guichet.backend.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers as they are kept: E.164. */
final class Phones {
    private static final int VARIED = 100_000;
    private static final int FEWEST_DIGITS = 6;
    private static final Pattern BETWEEN_TWO = Pattern.compile("[;,|/\\n]| (?i:ou|oder|or|und|et|e|en|and) ");
    /** Nobody is called there, and no SMS is sent there. */
    private static final Set<PhoneNumberType> COSTLY = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.UAN,
            PhoneNumberType.PAGER,
            PhoneNumberType.VOICEMAIL);

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    /**
     * A number as read.
     *
     * @param number E.164; null where it is none, or not one that can be kept
     * @param fault the key of the sentence that says why; null where there is a number
     */
    record Read(@Nullable String number, @Nullable String fault) {}

    /** Reads a number in any notation; without a prefix it is taken to be in {@code country}. */
    Read read(String written, String country) {
        if (BETWEEN_TWO
                        .splitAsStream(written)
                        .filter(part -> digits(part) >= FEWEST_DIGITS)
                        .count()
                > 1) {
            return new Read(null, "phone.two");
        }
        try {
            PhoneNumber number = util.parse(written, country);
            if (!util.isValidNumber(number)) {
                return new Read(null, "phone");
            }
            if (COSTLY.contains(util.getNumberType(number))) {
                return new Read(null, "phone.premium");
            }
            if (hasLostItsZero(written, number, country)) {
                return new Read(null, "phone.zero");
            }
            return new Read(util.format(number, PhoneNumberFormat.E164), null);
        } catch (NumberParseException _) {
            return new Read(null, "phone");
        }
    }

    /** Where a landline begins with a zero that belongs to it, a spreadsheet makes another number of it. */
    private boolean hasLostItsZero(String written, PhoneNumber number, String country) throws NumberParseException {
        if (written.startsWith("+") || written.startsWith("0") || number.hasItalianLeadingZero()) {
            return false;
        }
        PhoneNumber withZero = util.parse("0" + written, country);
        return withZero.hasItalianLeadingZero()
                && util.isValidNumber(withZero)
                && util.getNumberType(withZero) == PhoneNumberType.FIXED_LINE;
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** A number that could exist in this country. */
    String draw(String country, PhoneNumberType type, SplittableRandom random) {
        PhoneNumber example =
                Objects.requireNonNull(util.getExampleNumberForType(country, type), "no example for " + country);
        long stem = example.getNationalNumber() / VARIED * VARIED;
        PhoneNumber drawn = new PhoneNumber().mergeFrom(example);
        do {
            drawn.setNationalNumber(stem + random.nextInt(VARIED));
        } while (!util.isValidNumber(drawn));
        return util.format(drawn, PhoneNumberFormat.E164);
    }
}
