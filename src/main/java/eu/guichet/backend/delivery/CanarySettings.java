package eu.guichet.backend.delivery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.Channel;
import eu.guichet.text.Digests;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The office's own addresses to which a message goes every day, by which it is seen whether messages arrive.
 *
 * @param addresses by channel; none for a channel by which nothing goes
 * @param within the time in which one has to have arrived
 */
public record CanarySettings(Map<Channel, String> addresses, Duration within) {
    public static final CanarySettings NONE = new CanarySettings(Map.of(), Duration.ofHours(1));

    private static final String EMAIL = "canary.email";
    private static final String SMS = "canary.sms";
    private static final String WITHIN = "canary.within";
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    /** So that the one of the day before stays known until that of today is due. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final Set<String> NAMES = Set.of(EMAIL, SMS, WITHIN);
    /** Without a country of its own, a number has to begin with one. */
    private static final String NOWHERE = "ZZ";

    private static final String NO_NUMBER = SMS + ": a number is written +32 470 12 34 56";

    public CanarySettings {
        addresses = Map.copyOf(addresses);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /** @throws IllegalArgumentException where a line cannot be used */
    public static CanarySettings read(SettingLines lines) {
        Map<Channel, String> addresses = new EnumMap<>(Channel.class);
        lines.text(EMAIL).ifPresent(written -> addresses.put(Channel.EMAIL, email(written)));
        lines.text(SMS).ifPresent(written -> addresses.put(Channel.SMS, number(written)));
        Duration within = lines.time(WITHIN, NONE.within());
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(WITHIN + ": a time from 5m to 12h is expected");
        }
        return new CanarySettings(addresses, within);
    }

    /** By which an address is known again and cannot be read; empty for a channel that has none. */
    public Optional<String> digest(Channel channel) {
        return Optional.ofNullable(addresses.get(channel)).map(Digests::sha256);
    }

    private static String email(String written) {
        try {
            return new InternetAddress(written, true).getAddress();
        } catch (AddressException e) {
            throw new IllegalArgumentException(EMAIL + ": an address is written pmo@example.org", e);
        }
    }

    private static String number(String written) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(written, NOWHERE);
            if (util.isValidNumber(number)) {
                return util.format(number, PhoneNumberFormat.E164);
            }
            throw new IllegalArgumentException(NO_NUMBER);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(NO_NUMBER, e);
        }
    }

    /** Never prints an address. */
    @Override
    public String toString() {
        return "CanarySettings" + addresses.keySet();
    }
}
