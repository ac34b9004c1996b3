package eu.guichet.backend.file;

import eu.guichet.contract.Channel;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.StandingFacts;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sentences about an enrolment speak of, by the name it has in the bundles. What does not apply is empty, and no
 * sentence of that situation names it.
 */
final class SentenceArguments {
    /** By which the bundles tell a ticket that is awaited: no number is written so. */
    static final String NO_TICKET = "none";

    private final OfficeCode office;
    private final StandingFacts facts;
    private final DatedPolicy policy;
    private final Offices offices;
    private final Instant now;

    SentenceArguments(OfficeCode office, StandingFacts facts, DatedPolicy policy, Offices offices, Instant now) {
        this.office = office;
        this.facts = facts;
        this.policy = policy;
        this.offices = offices;
        this.now = now;
    }

    ZoneId zone() {
        return offices.site(office).zone();
    }

    /** In which the days of the process begin and end. */
    ZoneId policyZone() {
        return policy.zone();
    }

    Offices.Helpdesk helpdesk() {
        return offices.helpdesk();
    }

    /** Whether it is switched on now. */
    boolean allows(Channel channel) {
        return policy.at(now).allows(channel);
    }

    LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    /**
     * @param name such as {@code postedOn}
     * @throws IllegalArgumentException for a name that nothing has
     */
    Object value(String name, Sentences language) {
        return switch (name) {
            case "sentAt" -> facts.sentAt() == null ? "" : language.moment(facts.sentAt(), zone(), now);
            case "postedOn" -> day(facts.postedOn(), language);
            case "receivedOn" -> day(facts.receivedOn(), language);
            case "usableUntil" -> day(facts.usableUntil(), language);
            case "returnedOn" -> day(facts.returnedOn(), language);
            case "returnReason" ->
                facts.returnReason() == null ? "" : language.text("returned." + Keys.kebab(facts.returnReason()));
            case "opensOn" -> day(facts.opensOn(), language);
            case "triesLeft" -> facts.triesLeft();
            case "codeMinutes" -> sending().codeLife().toMinutes();
            case "linkMinutes" -> sending().linkLife().toMinutes();
            case "waitMinutes" -> sending().activationWait().toMinutes();
            case "letterMonths" -> terms().lifeMonths();
            case "holdingDays" -> terms().holdingDays();
            case "ticket" -> Objects.requireNonNullElse(facts.ticket(), NO_TICKET);
            case "reference" -> Objects.requireNonNullElse(facts.reference(), "");
            case "phones" -> String.join(", ", offices.site(office).phoneNumbers());
            default -> throw new IllegalArgumentException("no sentence can speak of " + name);
        };
    }

    /** What was promised with a message is told of it, whatever the policy says today. */
    private Policy.Messages sending() {
        return policy.at(Objects.requireNonNullElse(facts.sentAt(), now)).messages();
    }

    /** What was promised with the latest letter is told of it, whatever the policy says today. */
    private LetterTerms terms() {
        return Objects.requireNonNullElseGet(facts.terms(), policy.at(now).letters()::terms);
    }

    private String day(@Nullable LocalDate on, Sentences language) {
        return on == null ? "" : language.day(on, today());
    }

    private String day(@Nullable Instant at, Sentences language) {
        return at == null ? "" : language.day(at.atZone(policy.zone()).toLocalDate(), today());
    }
}
