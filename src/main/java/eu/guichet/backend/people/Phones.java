package eu.guichet.backend.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** Phone numbers as they are kept: E.164. */
final class Phones {
    private static final int VARIED = 100_000;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    /** Reads a number in any notation; without a prefix it is taken to be in {@code country}. */
    Optional<String> read(String written, String country) {
        try {
            PhoneNumber number = util.parse(written, country);
            return util.isValidNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
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
