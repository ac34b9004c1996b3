package eu.guichet.backend.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import eu.guichet.contract.MessageStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of a message that it has taken over, read from its parameters (SMPP 3.4, 5.3.2.12 and 5.3.2.35) and,
 * where one is missing, from the text of appendix B in whatever way it is written.
 *
 * @param gatewayId as the gateway writes it
 * @param status {@link MessageStatus#DELIVERED} or {@link MessageStatus#BOUNCED}; null while it is on its way
 * @param from the telephone that got the message or did not, or null
 * @param others under which ids it names the message too, ours perhaps among them; empty by SMPP
 */
record Receipt(
        String gatewayId,
        @Nullable MessageStatus status,
        @Nullable String from,
        List<String> others) {
    private static final Pattern ID = Pattern.compile("(?i)\\b(?:msg_?|message_?)?id\\s*[:=]\\s*\"?([0-9a-z._@+/-]+)");
    private static final Pattern STATE = Pattern.compile("(?i)\\b(?:stat|state|status)\\s*[:=]\\s*\"?([a-z]+)");
    private static final int LONGEST_WORD = 7;
    private static final Map<String, MessageStatus> WORDS = Map.of(
            "DELIVRD",
            MessageStatus.DELIVERED,
            "DELIVER",
            MessageStatus.DELIVERED,
            "EXPIRED",
            MessageStatus.BOUNCED,
            "DELETED",
            MessageStatus.BOUNCED,
            "UNDELIV",
            MessageStatus.BOUNCED,
            "REJECTD",
            MessageStatus.BOUNCED,
            "REJECTE",
            MessageStatus.BOUNCED,
            "FAILED",
            MessageStatus.BOUNCED);

    Receipt {
        others = others.stream().filter(id -> !GatewayIds.kept(id).isEmpty()).toList();
    }

    /** Empty where it names no message: an answer that somebody typed, or something broken. */
    static Optional<Receipt> read(AbstractSmCommand pdu) {
        String text = text(pdu);
        String id = parameterId(pdu).or(() -> first(ID, text)).orElse("");
        MessageStatus stated = state(pdu);
        MessageStatus status =
                stated == null ? first(STATE, text).map(Receipt::statusOf).orElse(null) : stated;
        boolean marked = DeliverSm.isSmscDeliveryReceipt(pdu.getEsmClass())
                || DeliverSm.isIntermediateDeliveryNotification(pdu.getEsmClass())
                || pdu.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) != null
                || first(STATE, text).isPresent();
        return marked && !GatewayIds.kept(id).isEmpty()
                ? Optional.of(new Receipt(id, status, pdu.getSourceAddr(), List.of()))
                : Optional.empty();
    }

    private static Optional<String> parameterId(AbstractSmCommand pdu) {
        return octets(pdu, Tag.RECEIPTED_MESSAGE_ID).map(String::strip).filter(id -> !id.isEmpty());
    }

    private static String text(AbstractSmCommand pdu) {
        byte[] message = pdu instanceof DeliverSm deliver ? deliver.getShortMessage() : null;
        return message == null || message.length == 0
                ? octets(pdu, Tag.MESSAGE_PAYLOAD).orElse("")
                : new String(message, ISO_8859_1);
    }

    /** Without the zero that ends a string, which some leave out. */
    private static Optional<String> octets(AbstractSmCommand pdu, Tag tag) {
        OptionalParameter parameter = pdu.getOptionalParameter(tag.code());
        return parameter instanceof OptionalParameter.OctetString string
                ? Optional.of(new String(string.getValue(), ISO_8859_1).replace("\0", ""))
                : Optional.empty();
    }

    private static @Nullable MessageStatus state(AbstractSmCommand pdu) {
        if (!(pdu.getOptionalParameter(Tag.MESSAGE_STATE.code()) instanceof OptionalParameter.Byte state)) {
            return null;
        }
        return switch (state.getValue()) {
            case 2 -> MessageStatus.DELIVERED;
            case 3, 4, 5, 8 -> MessageStatus.BOUNCED;
            default -> null;
        };
    }

    private static @Nullable MessageStatus statusOf(String word) {
        String known = word.toUpperCase(Locale.ROOT);
        return WORDS.get(known.substring(0, Math.min(LONGEST_WORD, known.length())));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Never prints who got it. */
    @Override
    public String toString() {
        return "Receipt[" + gatewayId + ", " + status + "]";
    }
}
