package eu.guichet.backend;

import eu.guichet.backend.mail.MailSettings;
import eu.guichet.backend.settings.SettingLines;
import org.jspecify.annotations.Nullable;

/**
 * Through what messages leave the house.
 *
 * @param mail null where no mail server is set up
 */
public record Gateways(@Nullable MailSettings mail) {
    /** None at all. */
    static final Gateways NONE = new Gateways(null);

    static boolean isLine(String name) {
        return MailSettings.isLine(name);
    }

    /** @throws IllegalArgumentException where a line is missing or cannot be used */
    static Gateways read(SettingLines lines) {
        return new Gateways(MailSettings.read(lines).orElse(null));
    }
}
