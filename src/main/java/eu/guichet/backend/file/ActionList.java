package eu.guichet.backend.file;

import eu.guichet.backend.access.Masking;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.Preview;
import eu.guichet.process.Decision;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Policy;
import eu.guichet.process.PensionerLanguage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every action with its label, and its reason or its preview. */
final class ActionList {
    /** What to do comes first, then what else can be done, then what opens by itself, then the rest. */
    private static final Comparator<Decision> NEAREST = Comparator.comparingInt(
            decision -> decision.primary() ? 0 : decision.open() ? 1 : decision.opensAt() != null ? 2 : 3);

    private final Pensioner pensioner;
    private final Enrolment enrolment;
    private final Policy policy;
    private final SentenceArguments facts;
    private final Sentences sentences;
    private final Reasons reasons;

    ActionList(Pensioner pensioner, Enrolment enrolment, Policy policy, SentenceArguments facts, Sentences sentences, Instant now) {
        this.pensioner = pensioner;
        this.enrolment = enrolment;
        this.policy = policy;
        this.facts = facts;
        this.sentences = sentences;
        this.reasons = new Reasons(policy, facts.zone(), sentences, now);
    }

    List<Action> actions() {
        return enrolment.decisions().stream().sorted(NEAREST).map(this::action).toList();
    }

    private Action action(Decision decision) {
        ActionKind kind = decision.kind();
        return new Action(
                kind,
                label(kind),
                decision.open(),
                decision.primary(),
                kind != ActionKind.HAND_OVER_TO_DIGIT,
                decision.open() ? null : reasons.of(decision),
                decision.opensAt(),
                decision.open() ? preview(decision) : null);
    }

    private String label(ActionKind kind) {
        boolean another =
                kind == ActionKind.GENERATE_LETTER && !enrolment.letters().isEmpty();
        return sentences.text("action." + Keys.of(kind) + (another ? ".another" : ""));
    }

    private Preview preview(Decision decision) {
        ActionKind kind = decision.kind();
        String key = "preview." + Keys.of(kind);
        String language = PensionerLanguage.with(pensioner.languages()).toLanguageTag();
        Instant againAt = decision.againAt();
        return switch (kind) {
            case RESEND_ACTIVATION_EMAIL ->
                new Preview(
                        destination(Channel.EMAIL),
                        language,
                        sentences.list(key, policy.messages().linkLife().toMinutes()),
                        againAt);
            case RESEND_PHONE_CONFIRMATION_EMAIL ->
                new Preview(destination(Channel.EMAIL), language, sentences.list(key), againAt);
            case RESEND_CHALLENGE_SMS, RESEND_SIGN_IN_SMS ->
                new Preview(
                        destination(Channel.SMS),
                        language,
                        sentences.list(key, policy.messages().codeLife().toMinutes()),
                        againAt);
            case GENERATE_LETTER -> letter(key, language);
            case HAND_OVER_TO_DIGIT ->
                new Preview(
                        facts.helpdesk().email(),
                        sentences.tag(),
                        sentences.list(
                                key, OfficeDirectory.hours(facts.helpdesk().hours(), sentences)),
                        null);
        };
    }

    private Preview letter(String key, String language) {
        String place = Masking.place(
                pensioner.address().postcode(), pensioner.address().city());
        List<String> consequences = enrolment
                .outstandingLetter()
                .map(letter -> sentences.list(key + ".supersedes", letter.reference()))
                .orElseGet(() -> sentences.list(key));
        return new Preview(place, language, consequences, null);
    }

    private String destination(Channel channel) {
        return Optional.ofNullable(FileAssembler.masked(pensioner, channel)).orElse("");
    }
}
