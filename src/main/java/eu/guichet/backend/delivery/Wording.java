package eu.guichet.backend.delivery;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.ServiceNames;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The words of each message in the pensioner's language. */
public final class Wording {
    private static final String BUNDLE = "eu.guichet.backend.delivery.messages";

    private final DatedPolicy policy;
    private final Offices offices;
    private final ServiceNames services;

    /** @param policy tells how long a link or a code is valid */
    public Wording(DatedPolicy policy, Offices offices, ServiceNames services) {
        this.policy = policy;
        this.offices = offices;
        this.services = services;
    }

    /** @return empty for an SMS */
    public String subject(MessageKind kind, String language) {
        return switch (kind.channel()) {
            case EMAIL -> texts(language).get(Keys.kebab(kind) + ".subject");
            case SMS -> "";
        };
    }

    /**
     * @param requested when it was asked for, which says how long what it brings is valid
     * @param office the pensioner's, whose telephone number the message gives
     * @param code what to put where the text has a code; ignored where it has none
     */
    public String text(MessageKind kind, Instant requested, String language, OfficeCode office, String code) {
        return texts(language).fill(Keys.kebab(kind) + ".text", argument -> switch (argument) {
            case "code" -> code;
            case "minutes" -> minutes(kind, policy.at(requested).messages());
            case "months" -> policy.at(requested).letters().lifeMonths();
            case "days" -> policy.at(requested).letters().holdingDays();
            case "phones" -> String.join(", ", offices.site(office).phoneNumbers());
            case "phone" -> offices.site(office).phoneNumbers().getFirst();
            default -> throw new IllegalArgumentException("no message speaks of " + argument);
        });
    }

    private static long minutes(MessageKind kind, Policy.Messages figures) {
        return switch (kind.channel()) {
            case EMAIL -> figures.linkLife().toMinutes();
            case SMS -> figures.codeLife().toMinutes();
        };
    }

    private TextBundle texts(String language) {
        Locale locale = Languages.pensioner(List.of(language));
        return TextBundle.of(BUNDLE, locale).with(services.in(locale));
    }
}
