package eu.guichet.backend.file;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Action;
import eu.guichet.contract.Advice;
import eu.guichet.contract.Channel;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Event;
import eu.guichet.process.Histories;
import eu.guichet.process.Policy;
import eu.guichet.process.Situation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks through every situation in every language: there is a sentence for each, and none says too much. */
class EverySentenceTest {
    private static final Policy STANDARD = Policy.standard();
    private static final Policy WITHOUT_SMS = STANDARD.withChannels(Set.of(Channel.EMAIL));
    private static final Policy WITHOUT_EMAIL = STANDARD.withChannels(Set.of(Channel.SMS));
    private static final List<String> SPOKEN = List.of("fr", "en", "de", "it");

    /** A value that was not put in, or one that was empty. */
    private static final Pattern HOLE = Pattern.compile("\\{\\d|\\bnull\\b|  | [.,]|: *\\.$");

    private static final Pattern CODE = Pattern.compile("(?iu)\\b(code|codice)");

    private static final Pattern ASKING = Pattern.compile("(?iu)\\b(dites|donnez|lisez|épelez|dictez)-moi"
            + "|(?<!not )\\b(tell|give|read|spell) me"
            + "|\\b(sagen|nennen|geben|lesen|diktieren|buchstabieren) Sie (?=[^.]*\\bmir\\b)(?![^.]*\\bnicht\\b)"
            + "|(?<!non )\\bmi (dica|dia|legga|detti)\\b");

    @Test
    void every_situation_has_somebody_in_it() {
        everybody()
                .forEach((situation, histories) -> assertThat(histories
                                .get()
                                .enrolment(policy(situation), onFile(situation))
                                .situation())
                        .isEqualTo(situation));
        assertThat(everybody()).containsOnlyKeys(Situation.values());
    }

    @Test
    void every_situation_is_told_in_every_language_without_a_hole() {
        forEachFile((situation, file) -> assertThat(sentences(file))
                .as("%s", situation)
                .isNotEmpty()
                .noneMatch(String::isBlank)
                .noneMatch(sentence -> HOLE.matcher(sentence).find()));
    }

    @Test
    void every_closed_action_has_a_reason_and_every_open_one_a_preview() {
        forEachFile((situation, file) -> assertThat(file.actions())
                .as("%s", situation)
                .allMatch(action -> action.open() ? action.preview() != null : action.reason() != null));
    }

    @Test
    void no_file_shows_a_full_email_phone_pension_number_or_address() {
        forEachFile((situation, file) -> assertThat(ContractJson.mapper().writeValueAsString(file))
                .as("%s", situation)
                .doesNotContain(
                        People.EMAIL,
                        "annelise.mueller",
                        People.PHONE,
                        "621123434",
                        People.PENSION_NUMBER,
                        People.STREET,
                        People.POSTCODE,
                        "1944-03-12"));
    }

    @Test
    void whoever_speaks_to_her_never_asks_for_a_code() {
        forEachFile((situation, file) -> {
            List<String> said = file.advice().toPensioner();
            if (said.stream().anyMatch(sentence -> CODE.matcher(sentence).find())) {
                assertThat(said)
                        .as("%s", situation)
                        .noneMatch(sentence -> ASKING.matcher(sentence).find());
            }
        });
    }

    @Test
    void asking_for_a_code_is_recognised_in_every_language_and_so_is_asking_not_to_tell_it() {
        assertThat(List.of(
                        "Donnez-moi le code.",
                        "Please tell me your code.",
                        "Sagen Sie mir bitte den Code.",
                        "Nennen Sie ihn mir.",
                        "Mi dica il codice."))
                .allMatch(sentence -> ASKING.matcher(sentence).find());
        assertThat(List.of(
                        "Ne me donnez pas le code.",
                        "Please do not tell me the code.",
                        "Sagen Sie mir den Code bitte nicht.",
                        "Sagen Sie ihn mir bitte nicht.",
                        "Non mi dica il codice."))
                .noneMatch(sentence -> ASKING.matcher(sentence).find());
    }

    @Test
    void she_is_spoken_to_in_her_own_language_and_in_no_other() {
        everybody().forEach((situation, histories) -> {
            Map<String, List<String>> said = new TreeMap<>();
            for (String language : SPOKEN) {
                Pensioner pensioner = People.annelise(List.of(language), onFile(situation));
                Advice advice = People.file(histories.get(), policy(situation), Locale.FRENCH, pensioner)
                        .advice();
                assertThat(advice.language()).isEqualTo(language);
                said.put(language, advice.toPensioner());
            }
            said.forEach((language, sentences) -> assertThat(said)
                    .as("%s in %s", situation, language)
                    .allSatisfy((other, others) -> assertThat(other.equals(language) || disjoint(sentences, others))
                            .as(other)
                            .isTrue()));
        });
    }

    private static void forEachFile(BiConsumer<Situation, PensionerFile> check) {
        everybody().forEach((situation, histories) -> {
            for (String language : SPOKEN) {
                for (Locale agent : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    Pensioner pensioner = People.annelise(List.of(language), onFile(situation));
                    check.accept(situation, People.file(histories.get(), policy(situation), agent, pensioner));
                }
            }
        });
    }

    private static List<String> sentences(PensionerFile file) {
        List<String> sentences = new ArrayList<>();
        sentences.add(file.standing());
        Advice advice = file.advice();
        sentences.addAll(advice.toAgent());
        sentences.addAll(advice.toPensioner());
        for (Action action : file.actions()) {
            sentences.add(action.label());
            if (action.reason() != null) {
                sentences.add(action.reason());
            }
            if (action.preview() != null) {
                sentences.addAll(action.preview().consequences());
            }
        }
        file.steps().forEach(step -> {
            sentences.add(step.title());
            if (step.note() != null) {
                sentences.add(step.note());
            }
        });
        file.timeline().forEach(entry -> sentences.add(entry.text()));
        file.letters().forEach(letter -> sentences.add(letter.note()));
        return sentences;
    }

    private static Policy policy(Situation situation) {
        return switch (situation) {
            case PASSWORD_SET_WITHOUT_SMS, PHONE_PENDING_WITHOUT_SMS, PHONE_CONFIRMED_WITHOUT_SMS -> WITHOUT_SMS;
            case ACTIVATION_WITHOUT_EMAIL -> WITHOUT_EMAIL;
            case NOT_STARTED,
                    ACTIVATION_WAIT,
                    ACTIVATION_MISSING,
                    ACTIVATION_BOUNCED,
                    ACTIVATION_WITHOUT_ADDRESS,
                    ACTIVATION_STILL_MISSING,
                    ACTIVATION_DELIVERED,
                    LINK_EXPIRED,
                    HANDED_OVER,
                    PASSWORD_SET,
                    CHALLENGE_WITHOUT_NUMBER,
                    CHALLENGE_SENT,
                    CHALLENGE_DELIVERED,
                    CHALLENGE_EXPIRED,
                    CHALLENGE_FAILED,
                    CHALLENGE_REFUSED,
                    PHONE_CONFIRMED,
                    SIGN_IN_WITHOUT_NUMBER,
                    SIGN_IN_CODE_SENT,
                    SIGN_IN_CODE_DELIVERED,
                    SIGN_IN_CODE_EXPIRED,
                    SIGN_IN_CODE_FAILED,
                    SIGN_IN_CODE_REFUSED,
                    SIGNED_IN,
                    ACCESS_REQUESTED,
                    LETTER_NOT_PRINTED,
                    LETTER_NOT_POSTED,
                    LETTER_POSTED,
                    LETTER_OVERDUE,
                    LETTER_RECEIVED,
                    CODE_REFUSED,
                    LETTER_RETURNED,
                    ADDRESS_IN_DOUBT,
                    FROZEN,
                    ADDRESSEE_DECEASED,
                    LETTER_EXPIRED,
                    LETTER_LOCKED,
                    CONFIRMED,
                    ACTIVE -> STANDARD;
        };
    }

    private static Set<Channel> onFile(Situation situation) {
        Set<Channel> onFile = EnumSet.copyOf(Histories.ALL);
        if (situation == Situation.ACTIVATION_WITHOUT_ADDRESS) {
            onFile.remove(Channel.EMAIL);
        }
        if (situation == Situation.CHALLENGE_WITHOUT_NUMBER || situation == Situation.SIGN_IN_WITHOUT_NUMBER) {
            onFile.remove(Channel.SMS);
        }
        return onFile;
    }

    private static Map<Situation, Supplier<Histories>> everybody() {
        Map<Situation, Supplier<Histories>> all = new EnumMap<>(Situation.class);
        all.put(Situation.NOT_STARTED, Histories::nothing);
        all.put(Situation.ACTIVATION_WAIT, Histories::accountRequested);
        all.put(Situation.ACTIVATION_MISSING, () -> Histories.accountRequested().after(Duration.ofHours(1)));
        all.put(Situation.ACTIVATION_BOUNCED, () -> Histories.accountRequested().progressed(MessageStatus.BOUNCED));
        all.put(
                Situation.ACTIVATION_WITHOUT_EMAIL,
                () -> Histories.accountRequested().after(Duration.ofHours(1)));
        all.put(
                Situation.ACTIVATION_WITHOUT_ADDRESS,
                () -> Histories.accountRequested().after(Duration.ofHours(1)));
        all.put(
                Situation.ACTIVATION_STILL_MISSING,
                () -> Histories.accountRequested()
                        .after(Duration.ofHours(1))
                        .resent(MessageKind.ACTIVATION_EMAIL)
                        .after(Duration.ofHours(1)));
        all.put(
                Situation.ACTIVATION_DELIVERED,
                () -> Histories.accountRequested().progressed(MessageStatus.DELIVERED));
        all.put(
                Situation.LINK_EXPIRED,
                () -> Histories.accountRequested()
                        .progressed(MessageStatus.DELIVERED)
                        .after(Duration.ofDays(2)));
        all.put(
                Situation.HANDED_OVER,
                () -> Histories.accountRequested().after(Duration.ofHours(1)).handedOver("IM0042"));
        all.put(Situation.PASSWORD_SET, Histories::passwordSet);
        all.put(Situation.PASSWORD_SET_WITHOUT_SMS, Histories::passwordSet);
        all.put(Situation.PHONE_PENDING_WITHOUT_SMS, Histories::phoneAdded);
        all.put(Situation.CHALLENGE_WITHOUT_NUMBER, Histories::phoneAdded);
        all.put(Situation.CHALLENGE_SENT, () -> Histories.phoneAdded().after(Duration.ofMinutes(2)));
        all.put(Situation.CHALLENGE_DELIVERED, () -> Histories.phoneAdded().progressed(MessageStatus.DELIVERED));
        all.put(Situation.CHALLENGE_EXPIRED, () -> Histories.phoneAdded().after(Duration.ofDays(1)));
        all.put(Situation.CHALLENGE_FAILED, () -> Histories.phoneAdded().progressed(MessageStatus.FAILED));
        all.put(Situation.CHALLENGE_REFUSED, () -> {
            Histories added = Histories.phoneAdded().after(Duration.ofMinutes(1));
            return added.add(new Event.ChallengeCodeRefused(added.now()));
        });
        all.put(Situation.PHONE_CONFIRMED, Histories::phoneConfirmed);
        all.put(Situation.PHONE_CONFIRMED_WITHOUT_SMS, Histories::phoneConfirmed);
        all.put(Situation.SIGN_IN_WITHOUT_NUMBER, Histories::signInStarted);
        all.put(Situation.SIGN_IN_CODE_SENT, Histories::signInStarted);
        all.put(
                Situation.SIGN_IN_CODE_DELIVERED,
                () -> Histories.signInStarted().progressed(MessageStatus.DELIVERED));
        all.put(Situation.SIGN_IN_CODE_EXPIRED, () -> Histories.signInStarted().after(Duration.ofDays(1)));
        all.put(Situation.SIGN_IN_CODE_FAILED, () -> Histories.signInStarted().progressed(MessageStatus.BOUNCED));
        all.put(Situation.SIGN_IN_CODE_REFUSED, () -> {
            Histories started = Histories.signInStarted().after(Duration.ofMinutes(1));
            return started.add(new Event.SignInCodeRefused(started.now()));
        });
        all.put(Situation.SIGNED_IN, Histories::signedIn);
        all.put(Situation.ACCESS_REQUESTED, Histories::accessRequested);
        all.put(Situation.LETTER_NOT_PRINTED, Histories::letterGenerated);
        all.put(Situation.LETTER_NOT_POSTED, () -> {
            Histories generated = Histories.letterGenerated();
            return generated.add(new Event.LetterPrinted(generated.now(), "l1", "M. D."));
        });
        all.put(Situation.LETTER_POSTED, Histories::letterPosted);
        all.put(Situation.LETTER_OVERDUE, () -> Histories.letterPosted().after(Duration.ofDays(30)));
        all.put(Situation.LETTER_RECEIVED, Histories::letterReceived);
        all.put(Situation.CODE_REFUSED, () -> Histories.letterReceived().wrongCode("l1"));
        all.put(Situation.LETTER_RETURNED, () -> Histories.letterPosted().returned("l1", LocalDate.of(2026, 4, 2)));
        all.put(
                Situation.ADDRESS_IN_DOUBT,
                () -> Histories.letterPosted().returned("l1", LocalDate.of(2026, 4, 2), ReturnReason.MOVED));
        all.put(Situation.FROZEN, () -> {
            Histories received = Histories.letterReceived();
            return received.add(new Event.Frozen(received.now(), "M. D."));
        });
        all.put(
                Situation.ADDRESSEE_DECEASED,
                () -> Histories.letterPosted().returned("l1", LocalDate.of(2026, 4, 2), ReturnReason.DECEASED));
        all.put(Situation.LETTER_EXPIRED, () -> Histories.letterReceived().after(Duration.ofDays(300)));
        all.put(Situation.LETTER_LOCKED, () -> {
            Histories received = Histories.letterReceived();
            for (int i = 0; i < 5; i++) {
                received.wrongCode("l1");
            }
            return received;
        });
        all.put(Situation.CONFIRMED, Histories::confirmed);
        all.put(Situation.ACTIVE, () -> Histories.confirmed().after(Duration.ofDays(3)));
        return all;
    }
}
