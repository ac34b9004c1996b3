package eu.guichet.backend.delivery;

import eu.guichet.contract.MessageKind;
import eu.guichet.process.Policy;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.util.List;

/** The words of each message in the pensioner's language. */
public final class Wording {
    private static final String BUNDLE = "eu.guichet.backend.delivery.messages";

    private Wording() {}

    /** @return empty for an SMS */
    public static String subject(MessageKind kind, String language) {
        return switch (kind.channel()) {
            case EMAIL -> text(kind, "subject", language, "", 0);
            case SMS -> "";
        };
    }

    /**
     * @param code what to put where the text has a code; ignored where it has none
     * @param policy tells how long the link or the code is good
     */
    public static String text(MessageKind kind, String language, String code, Policy policy) {
        long minutes = switch (kind.channel()) {
            case EMAIL -> policy.messages().linkLife().toMinutes();
            case SMS -> policy.messages().codeLife().toMinutes();
        };
        return text(kind, "text", language, code, minutes);
    }

    private static String text(MessageKind kind, String part, String language, String code, long minutes) {
        return TextBundle.of(BUNDLE, Languages.pensioner(List.of(language)))
                .fill(Keys.kebab(kind) + "." + part, argument -> switch (argument) {
                    case "code" -> code;
                    case "minutes" -> minutes;
                    default -> throw new IllegalArgumentException(argument);
                });
    }
}
