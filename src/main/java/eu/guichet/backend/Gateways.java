package eu.guichet.backend;

import eu.guichet.backend.delivery.CanarySettings;
import eu.guichet.backend.mail.MailSettings;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.backend.sms.SmsSettings;
import org.jspecify.annotations.Nullable;

/**
 * Through what messages leave the house.
 *
 * @param mail null where no mail server is set up
 * @param sms null where no SMS gateway is set up
 * @param canary to which of the office's own addresses a message goes every day
 */
public record Gateways(
        @Nullable MailSettings mail, @Nullable SmsSettings sms, CanarySettings canary) {
    /** None at all. */
    static final Gateways NONE = new Gateways(null, null, CanarySettings.NONE);

    static boolean isLine(String name) {
        return MailSettings.isLine(name) || SmsSettings.isLine(name) || CanarySettings.isLine(name);
    }

    /** @throws IllegalArgumentException where a line is missing or cannot be used */
    static Gateways read(SettingLines lines) {
        return new Gateways(
                MailSettings.read(lines).orElse(null),
                SmsSettings.read(lines).orElse(null),
                CanarySettings.read(lines));
    }
}
