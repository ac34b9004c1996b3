package eu.guichet.backend.delivery;

import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.Channel;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Set<String> NAMES = Set.of(EMAIL, SMS, WITHIN);
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

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
        return new CanarySettings(addresses, lines.time(WITHIN, NONE.within()));
    }

    private static String email(String written) {
        try {
            return new InternetAddress(written, true).getAddress();
        } catch (AddressException e) {
            throw new IllegalArgumentException(EMAIL + ": an address is written pmo@example.org", e);
        }
    }

    private static String number(String written) {
        String bare = written.replace(" ", "");
        if (!NUMBER.matcher(bare).matches()) {
            throw new IllegalArgumentException(SMS + ": a number is written +32 470 12 34 56");
        }
        return bare;
    }

    /** Never prints an address. */
    @Override
    public String toString() {
        return "CanarySettings" + addresses.keySet();
    }
}
