package eu.guichet.backend.delivery;

import eu.guichet.contract.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be handed over.
 *
 * @param messageId also the key by which a carrier recognises a hand-over that is repeated
 * @param language of the text, such as {@code de}
 * @param destination e-mail address or E.164 number, as on file
 * @param subject empty for an SMS
 * @param code the code that stands in the text, or null
 */
public record Parcel(
        String messageId,
        String pensionerId,
        MessageKind kind,
        String language,
        String destination,
        String subject,
        String text,
        @Nullable String code) {
    /** Never prints to whom or what. */
    @Override
    public String toString() {
        return "Parcel[" + messageId + ", " + kind + "]";
    }
}
