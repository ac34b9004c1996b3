package eu.guichet.backend.file;

import eu.guichet.backend.access.Masking;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Preview;
import eu.guichet.process.Decision;
import eu.guichet.process.Enrolment;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Outage;
import eu.guichet.process.Policy;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final ApprovalWhy why;
    private final List<Outage> outages;
    private final Instant now;

    ActionList(
            Pensioner pensioner,
            Enrolment enrolment,
            Policy policy,
            SentenceArguments facts,
            Sentences sentences,
            List<Outage> outages,
            Instant now) {
        this.pensioner = pensioner;
        this.enrolment = enrolment;
        this.policy = policy;
        this.facts = facts;
        this.sentences = sentences;
        this.outages = outages;
        this.now = now;
        this.reasons = new Reasons(policy, facts.zone(), sentences, now);
        this.why = new ApprovalWhy(sentences, facts.zone(), facts.today());
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
                switch (kind) {
                    case ActionKind.Resend _, ActionKind.GenerateLetter() -> true;
                    case ActionKind.HandOver(), ActionKind.ReportNotMe() -> false;
                },
                decision.open() ? null : reasons.of(decision),
                decision.opensAt(),
                decision.approval().stream().map(why::of).toList(),
                decision.open() ? preview(decision) : null);
    }

    private String label(ActionKind kind) {
        boolean another = kind instanceof ActionKind.GenerateLetter
                && !enrolment.letters().isEmpty();
        return sentences.text("action." + kind.key() + (another ? ".another" : ""));
    }

    private Preview preview(Decision decision) {
        ActionKind kind = decision.kind();
        String key = "preview." + kind.key();
        String language = Languages.pensioner(pensioner.languages()).toLanguageTag();
        Instant againAt = decision.againAt();
        return switch (kind) {
            case ActionKind.Resend(MessageKind message) ->
                new Preview(
                        destination(message.channel()),
                        language,
                        Stream.concat(disturbed(kind), sentences.list(key, validity(message)).stream())
                                .toList(),
                        againAt);
            case ActionKind.GenerateLetter() -> letter(key, language);
            case ActionKind.HandOver() ->
                new Preview(
                        facts.helpdesk().email(),
                        sentences.tag(),
                        sentences.list(
                                key,
                                "hours",
                                OfficeDirectory.hours(facts.helpdesk().hours(), sentences)),
                        null);
            case ActionKind.ReportNotMe() -> new Preview("", language, sentences.list(key), null);
        };
    }

    /** What is known to keep it from arriving, before anything else that is said of it. */
    private Stream<String> disturbed(ActionKind kind) {
        return outages.stream()
                .filter(outage -> outage.concerns(kind, pensioner.phone()))
                .map(outage -> sentences.text(
                        "preview.disturbed",
                        "text",
                        NoticeWords.marked(outage, sentences),
                        "since",
                        sentences.moment(outage.since(), facts.zone(), now)));
    }

    /** For how many minutes what is sent is valid; no argument where it does not expire. */
    private Object[] validity(MessageKind message) {
        return switch (message) {
            case ACTIVATION_EMAIL ->
                new Object[] {"minutes", policy.messages().linkLife().toMinutes()};
            case CHALLENGE_SMS, SIGN_IN_SMS ->
                new Object[] {"minutes", policy.messages().codeLife().toMinutes()};
            case PHONE_CONFIRMATION_EMAIL,
                    LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS,
                    HANDOVER_EMAIL -> new Object[0];
        };
    }

    private Preview letter(String key, String language) {
        String place = Masking.place(
                pensioner.address().postcode(), pensioner.address().city());
        Optional<LetterStatus> outstanding = enrolment.outstandingLetter();
        List<String> consequences =
                new ArrayList<>(disturbed(ActionKind.GENERATE_LETTER).toList());
        consequences.addAll(outstanding
                .map(letter -> sentences.list(key + ".supersedes", "reference", letter.reference()))
                .orElseGet(() -> sentences.list(key)));
        consequences.add(sentences.text("preview.letter-told." + told()));
        Preview.@Nullable Replaced replaced = outstanding
                .filter(letter -> !letter.replacementCauses().isEmpty())
                .map(this::replaced)
                .orElse(null);
        return new Preview(place, language, consequences, null, replaced);
    }

    /** What another letter changes, whether or not it can be generated now. */
    List<String> letterChanges() {
        Preview preview = letter("preview." + ActionKind.GENERATE_LETTER.key(), "");
        List<String> changes = new ArrayList<>(preview.consequences());
        Preview.Replaced replaced = preview.replaced();
        if (replaced != null) {
            changes.addFirst(replaced.lost());
        }
        return changes;
    }

    private String told() {
        Set<Channel> channels =
                pensioner.channels().stream().filter(policy::allows).collect(Collectors.toSet());
        if (channels.isEmpty()) {
            return "by-nothing";
        }
        return channels.size() > 1
                ? "by-both"
                : "by-" + Keys.kebab(channels.iterator().next());
    }

    private Preview.Replaced replaced(LetterStatus letter) {
        String state = Keys.kebab(letter.state());
        return new Preview.Replaced(
                letter.reference(),
                about("preview.lost." + state, letter),
                letter.replacementCauses().stream()
                        .map(cause -> new Preview.Cause(
                                cause, about("preview.cause." + Keys.kebab(cause) + "." + state, letter)))
                        .toList());
    }

    private String about(String key, LetterStatus letter) {
        LocalDate posted = letter.postedOn();
        return sentences.about(key, argument -> switch (argument) {
            case "reference" -> letter.reference();
            case "postedOn" -> day(posted);
            case "receivedOn" -> day(letter.receivedOn());
            case "days" -> posted == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(posted, facts.today()));
            default -> throw new IllegalArgumentException("no preview of a letter speaks of " + argument);
        });
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : sentences.day(day, facts.today());
    }

    private String destination(Channel channel) {
        return Optional.ofNullable(FileAssembler.masked(pensioner, channel)).orElse("");
    }
}
