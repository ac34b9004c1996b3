package eu.guichet.backend.delivery;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be handed over.
 *
 * @param messageId also the key by which a carrier recognises a hand-over that is repeated
 * @param language of the text, such as {@code de}
 * @param destination e-mail address or E.164 number, as on file
 * @param subject empty for an SMS
 * @param code the code that stands in the text, or null
 * @param until the first instant at which it is of no more use: nobody should carry it longer
 * @param office the person's
 */
public record Parcel(
        String messageId,
        String pensionerId,
        MessageKind kind,
        String language,
        String destination,
        String subject,
        String text,
        @Nullable String code,
        Instant until,
        OfficeCode office) {
    /** How long it is still of use; zero or less where it no longer is. */
    public Duration useAt(Instant now) {
        return Duration.between(now, until);
    }

    /** Never prints to whom or what. */
    @Override
    public String toString() {
        return "Parcel[" + messageId + ", " + kind + "]";
    }
}
