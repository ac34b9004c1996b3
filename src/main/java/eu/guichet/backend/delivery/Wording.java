package eu.guichet.backend.delivery;

import eu.guichet.contract.MessageKind;
import eu.guichet.process.PensionerLanguage;
import eu.guichet.process.Policy;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

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
        Locale locale = PensionerLanguage.with(List.of(language));
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getModule());
        String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
        return new MessageFormat(bundle.getString(key), locale).format(new Object[] {code, minutes});
    }
}
