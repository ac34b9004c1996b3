package eu.guichet.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.StatusDeriver;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Channel;
import eu.guichet.contract.Condition;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.Letter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.Step;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.process.Event;
import eu.guichet.process.Histories;
import eu.guichet.process.History;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileAssemblerTest {
    @Test
    void a_posted_letter_is_waited_for_with_the_day_it_was_posted() {
        Histories posted = Histories.letterPosted();
        assertThat(People.file(posted, Locale.FRENCH).standing()).isEqualTo("Attend la lettre, postée le 12 mars.");
        assertThat(People.file(posted, Locale.ENGLISH).standing())
                .isEqualTo("Waits for the letter, posted on 12 March.");
    }

    @Test
    void the_result_row_says_the_same_as_the_file() {
        Histories posted = Histories.letterPosted();
        assertThat(row(posted).standing())
                .isEqualTo(People.file(posted, Locale.FRENCH).standing());
    }

    @Test
    void a_day_of_another_year_is_named_with_its_year_and_the_first_of_a_month_as_people_say_it() {
        Histories posted =
                Histories.letterGenerated().until("2026-12-01T10:00:00Z").posted("l1", LocalDate.of(2026, 12, 1));
        assertThat(People.file(posted, Locale.FRENCH).standing())
                .isEqualTo("Attend la lettre, postée le 1er décembre.");
        assertThat(People.file(posted.until("2027-01-04T10:00:00Z"), Locale.FRENCH)
                        .standing())
                .isEqualTo("Lettre postée le 1er décembre 2026, toujours sans accusé de réception.");
    }

    @Test
    void what_was_promised_with_a_letter_is_told_of_it_whatever_the_policy_says_today() {
        Policy today = Policy.standard().changedBy(Map.of("letters.holding-days", "30"));
        Histories posted = Histories.accessRequested()
                .letter("l1", Histories.LETTER, new LetterTerms(6, 21, 5))
                .printed("l1")
                .posted("l1", LocalDate.of(2026, 3, 3));
        assertThat(People.file(posted, today, Locale.ENGLISH, List.of("en"))
                        .advice()
                        .toAgent())
                .anyMatch(sentence -> sentence.contains("21 days"))
                .noneMatch(sentence -> sentence.contains("30"));
    }

    @Test
    void she_is_told_in_the_first_of_her_languages_that_we_have_and_else_in_English() {
        Histories posted = Histories.letterPosted();
        assertThat(said(posted, "de", "fr")).startsWith("Unser Einschreiben wurde am 12. März abgeschickt.");
        assertThat(said(posted, "it")).startsWith("La nostra lettera raccomandata è stata spedita il 12 marzo.");
        assertThat(said(posted, "sv", "fr")).startsWith("Notre lettre recommandée a été postée le 12 mars.");
        assertThat(said(posted, "sv")).startsWith("Our registered letter was posted on 12 March.");
    }

    @Test
    void an_agent_who_does_not_read_her_language_reads_the_same_sentences_in_the_own() {
        Histories posted = Histories.letterPosted();
        PensionerFile german = People.file(posted, Policy.standard(), Locale.FRENCH, List.of("de"));
        assertThat(german.advice().toPensioner().getFirst()).contains("12. März");
        assertThat(german.advice().toPensionerInAgents().getFirst()).contains("12 mars");
        assertThat(german.advice().toPensionerInAgents())
                .hasSameSizeAs(german.advice().toPensioner());
        PensionerFile french = People.file(posted, Policy.standard(), Locale.FRENCH, List.of("fr"));
        assertThat(french.advice().toPensionerInAgents()).isEmpty();
    }

    @Test
    void at_one_glance_a_posted_letter_is_under_way_and_one_that_does_not_arrive_is_overdue() {
        Histories posted = Histories.letterPosted();
        assertThat(People.file(posted, Locale.FRENCH).condition()).isEqualTo(Condition.UNDER_WAY);
        assertThat(row(posted).condition()).isEqualTo(Condition.UNDER_WAY);
        assertThat(People.file(posted.after(Duration.ofDays(30)), Locale.FRENCH).condition())
                .isEqualTo(Condition.OVERDUE);
    }

    @Test
    void after_the_confirmation_it_is_normal_that_nothing_works_before_the_next_day() {
        assertThat(People.file(Histories.confirmed(), Locale.FRENCH)
                        .advice()
                        .toAgent()
                        .getFirst())
                .isEqualTo("«\u00a0Ça ne marche toujours pas\u00a0»\u00a0: avant le 21 mars, c’est normal.");
    }

    @Test
    void what_to_do_comes_first_then_what_else_is_open_then_what_opens_by_itself_then_the_rest() {
        List<Action> now = People.file(Histories.phoneAdded().after(Duration.ofMinutes(2)), Locale.FRENCH)
                .actions();
        assertThat(now.getFirst().kind()).isEqualTo(ActionKind.RESEND_CHALLENGE_SMS);
        assertThat(now.getFirst().primary()).isTrue();
        assertThat(now).extracting(Action::open).containsSubsequence(true, false);
        assertThat(now.stream().dropWhile(Action::open)).noneMatch(Action::open);

        List<Action> waiting =
                People.file(Histories.phoneAdded(), Locale.FRENCH).actions();
        assertThat(waiting.stream().filter(action -> !action.open()).findFirst())
                .hasValueSatisfying(first -> {
                    assertThat(first.kind()).isEqualTo(ActionKind.RESEND_CHALLENGE_SMS);
                    assertThat(first.opensAt()).isNotNull();
                });
    }

    @Test
    void a_message_that_failed_says_why() {
        assertThat(detail("not-on-file")).contains("n’est plus au dossier");
        assertThat(detail("not-carried")).contains("peut être renvoyé");
        assertThat(detail("550 mailbox full")).isEqualTo("L’envoi n’a pas abouti.");
    }

    private static String detail(String stored) {
        StoredMessage failed = new StoredMessage(
                "m1",
                "p1",
                MessageKind.CHALLENGE_SMS,
                "de",
                MessageStatus.FAILED,
                Histories.START,
                Histories.START,
                stored);
        return Objects.requireNonNull(People.assembler()
                .message(failed, People.annelise(List.of("de")), Locale.FRENCH)
                .detail());
    }

    @Test
    void a_closed_resend_names_the_time_of_the_office_at_which_it_opens() {
        Action resend = action(Histories.accountRequested(), ActionKind.RESEND_ACTIVATION_EMAIL);
        assertThat(resend.reason()).isEqualTo("L’e-mail peut mettre 15 minutes\u00a0; possible à 10:15.");
        assertThat(resend.opensAt()).isEqualTo(Histories.START.plus(Duration.ofMinutes(15)));
        assertThat(resend.preview()).isNull();
    }

    @Test
    void a_letter_before_the_access_request_is_closed_with_the_step_at_which_it_opens() {
        assertThat(action(Histories.phoneAdded(), ActionKind.GENERATE_LETTER).reason())
                .isEqualTo("D’abord la demande d’accès (étape 14).");
    }

    @Test
    void a_resend_is_previewed_with_its_masked_destination_and_what_becomes_invalid() {
        Histories added = Histories.phoneAdded().after(Duration.ofMinutes(2));
        Preview preview = Objects.requireNonNull(
                action(added, ActionKind.RESEND_CHALLENGE_SMS).preview());
        assertThat(preview.destination()).isEqualTo("+352 ••• ••• •34");
        assertThat(preview.language()).isEqualTo("de");
        assertThat(preview.consequences())
                .contains("Ce code sera valable 10 minutes\u00a0; le code envoyé auparavant ne sera plus valable.");
        assertThat(preview.nextPossibleAt()).isEqualTo(added.now().plus(Duration.ofSeconds(60)));
    }

    @Test
    void a_new_letter_is_previewed_with_the_letter_whose_code_becomes_invalid() {
        Action another = action(Histories.letterPosted(), ActionKind.GENERATE_LETTER);
        assertThat(another.label()).isEqualTo("Générer une nouvelle lettre");
        assertThat(Objects.requireNonNull(another.preview()).consequences())
                .contains(
                        "Si vous confirmez, le code de la lettre G-7KQ4-93VX ne sera plus valable, même si elle arrive encore.");
        assertThat(Objects.requireNonNull(action(Histories.accessRequested(), ActionKind.GENERATE_LETTER)
                                .preview())
                        .consequences())
                .noneMatch(sentence -> sentence.contains("plus valable"));
    }

    @Test
    void a_letter_can_be_printed_by_whoever_generated_it_and_by_the_letter_desk_of_its_office_until_it_is_printed() {
        Histories generated = Histories.letterGenerated();
        assertThat(letter(generated, People.AGENT).printable()).isTrue();
        assertThat(letter(generated, principal(Role.AGENT, OfficeCode.LUX)).printable())
                .isFalse();
        assertThat(letter(generated, principal(Role.LETTER_OFFICER, OfficeCode.LUX))
                        .printable())
                .isTrue();
        assertThat(letter(generated, principal(Role.LETTER_OFFICER, OfficeCode.ISP))
                        .printable())
                .isFalse();
        assertThat(letter(generated.printed("l1"), People.AGENT).printable()).isFalse();
    }

    private static Principal principal(Role role, OfficeCode office) {
        return new Principal("agent-2", "C. B.", role, office);
    }

    @Test
    void the_timeline_is_newest_first_and_a_message_shows_how_far_it_has_come() {
        Histories resent = Histories.phoneAdded()
                .after(Duration.ofMinutes(2))
                .resent(MessageKind.CHALLENGE_SMS)
                .progressed(MessageStatus.SENT);
        TimelineEntry newest = People.file(resent, Locale.FRENCH).timeline().getFirst();
        assertThat(newest.text()).isEqualTo("SMS avec un nouveau code challenge, renvoyé");
        assertThat(newest.by()).isEqualTo("M. D.");
        assertThat(newest.status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void an_entry_keeps_its_id_when_an_earlier_event_arrives_late() {
        Histories confirmed = Histories.phoneConfirmed();
        List<String> before = ids(confirmed);
        assertThat(ids(confirmed.add(new Event.ChallengeCodeRefused(Histories.START.plusSeconds(9)))))
                .containsAll(before)
                .doesNotHaveDuplicates();
    }

    @Test
    void with_SMS_switched_off_no_step_and_no_advice_promises_one() {
        Policy policy = Policy.standard().withChannels(Set.of(Channel.EMAIL));
        for (Histories histories :
                List.of(Histories.passwordSet(), Histories.phoneAdded(), Histories.phoneConfirmed())) {
            PensionerFile file = People.file(histories, policy, Locale.ENGLISH, List.of("en"));
            assertThat(file.steps())
                    .filteredOn(step -> step.title().contains("SMS"))
                    .extracting(Step::title)
                    .allMatch(title -> title.contains("switched off") || title.contains("without SMS"));
            assertThat(file.advice().toPensioner()).noneMatch(sentence -> sentence.contains("text message"));
        }
    }

    @Test
    void the_message_for_DIGIT_tells_what_happened_and_asks_for_a_ticket() {
        Histories asked = Histories.accountRequested().after(Duration.ofHours(1));
        var draft = People.assembler().handover(draft(asked.history()), Locale.ENGLISH, asked.now());
        assertThat(draft.to()).isEqualTo("EC-CENTRAL-HELPDESK@ec.europa.eu");
        assertThat(draft.body())
                .contains("Annelise Müller", "– at 10:00: EU Login account requested", "ticket number")
                .doesNotContain(People.EMAIL);
    }

    @Test
    void what_an_agent_noted_and_a_supervisor_gave_as_a_reason_stays_out_of_the_message_for_DIGIT() {
        Histories asked = Histories.accountRequested().after(Duration.ofHours(1));
        History history = asked.history()
                .plus(new Event.Frozen(asked.now(), "M. D."))
                .plus(new Event.AlertLifted(asked.now(), Alert.FROZEN, "her son has called", "S. V."))
                .plus(new Event.ContactClosed(
                        asked.now(),
                        "c-1",
                        AccessReason.CALL,
                        asked.now(),
                        List.of(AuditAct.HANDED_OVER),
                        "hears badly",
                        "M. D."));
        String body = People.assembler()
                .handover(draft(history), Locale.ENGLISH, asked.now())
                .body();
        assertThat(body)
                .contains("EU Login account requested")
                .doesNotContain("hears badly")
                .doesNotContain("her son has called");
    }

    @Test
    void what_DIGIT_said_and_why_something_was_taken_back_stays_out_of_the_message_for_DIGIT() {
        Histories asked = Histories.accountRequested().after(Duration.ofHours(1));
        History history = asked.history()
                .plus(new Event.HandedOver(
                        asked.now(), "h1", HandoverMatter.ACCOUNT, "INC111111", null, null, "M. D.", "a1"))
                .plus(new Event.DigitAnswered(asked.now(), "h1", "they were unfriendly", "M. D."))
                .plus(new Event.HandedOver(
                        asked.now().plusMillis(1),
                        "h2",
                        HandoverMatter.ACCOUNT,
                        "INC222222",
                        null,
                        null,
                        "M. D.",
                        "a1"))
                .plus(new Event.HandoverRetracted(
                        asked.now().plusMillis(2), "h2", CorrectionReason.OTHER, "her sister's", "M. D."));
        String body = People.assembler()
                .handover(draft(history), Locale.ENGLISH, asked.now())
                .body();
        assertThat(body)
                .contains("INC111111")
                .doesNotContain("INC222222")
                .doesNotContain("unfriendly")
                .doesNotContain("sister");
    }

    @Test
    void what_was_done_under_a_verification_that_was_taken_back_is_told_in_one_sentence_and_counted() {
        Histories resent = Histories.phoneAdded().after(Duration.ofMinutes(2)).resent(MessageKind.CHALLENGE_SMS);
        TimelineEntry under = takenBack(resent, Set.of("m3"), Locale.FRENCH);
        assertThat(under.text())
                .endsWith("annulée\u00a0: autre personne – fait sous cette vérification\u00a0: "
                        + "SMS avec un nouveau code challenge, renvoyé");
        assertThat(under.judged()).isEqualTo(1);
        Histories twice = resent.after(Duration.ofMinutes(20)).resent(MessageKind.CHALLENGE_SMS);
        assertThat(takenBack(twice, Set.of("m3", "m4"), Locale.ENGLISH).text())
                .endsWith("taken back: wrong person – done under it: SMS with a new challenge code, sent again · "
                        + "SMS with a new challenge code, sent again");
        TimelineEntry nothing = takenBack(resent, Set.of(), Locale.FRENCH);
        assertThat(nothing.text()).endsWith("annulée\u00a0: autre personne");
        assertThat(nothing.judged()).isNull();
    }

    private static TimelineEntry takenBack(Histories histories, Set<String> under, Locale language) {
        Histories after = histories.after(Duration.ofMinutes(1));
        return People.file(
                        after.add(new Event.VerificationRetracted(
                                after.now(),
                                "v1",
                                VerificationMethod.CALLED_BACK,
                                histories.now().minusSeconds(60),
                                "M. D.",
                                under,
                                CorrectionReason.WRONG_PERSON,
                                "",
                                "M. D.")),
                        language)
                .timeline()
                .getFirst();
    }

    private static DigitDraft draft(History history) {
        return new DigitDraft(People.annelise(List.of("de")), history, null, true, LocalDate.of(2026, 3, 5));
    }

    @Test
    void the_offices_of_the_program_tell_their_hours_in_words() {
        var offices = new OfficeDirectory(Offices.read(OfficeDirectory.table()), People.SERVICES)
                .offices(Locale.FRENCH, Histories.START);
        assertThat(offices).extracting(Office::code).containsExactly(OfficeCode.values());
        assertThat(Objects.requireNonNull(offices.getFirst().counter()).hours())
                .isEqualTo("du lundi au vendredi, 09:00 – 12:00 et 14:00 – 16:00");
        assertThat(offices.getFirst().phone().open()).isTrue();
        assertThat(offices.getLast().counter()).isNull();
    }

    private static List<String> ids(Histories histories) {
        return People.file(histories, Locale.FRENCH).timeline().stream()
                .map(TimelineEntry::id)
                .toList();
    }

    private static String said(Histories histories, String... languages) {
        return People.file(histories, Policy.standard(), Locale.FRENCH, List.of(languages))
                .advice()
                .toPensioner()
                .getFirst();
    }

    private static Action action(Histories histories, ActionKind kind) {
        return People.file(histories, Locale.FRENCH).action(kind).orElseThrow();
    }

    private static Letter letter(Histories histories, Principal agent) {
        FileSnapshot onFile = new FileSnapshot(
                People.annelise(List.of("de")),
                histories.history(),
                List.of(People.letter(histories)),
                Map.of(),
                agent,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return People.assembler()
                .file(onFile, 0, Locale.FRENCH, histories.now())
                .letters()
                .getFirst();
    }

    private static SearchRow row(Histories histories) {
        Pensioner annelise = People.annelise(List.of("de"));
        EnrolmentStatus status = new StatusDeriver(Policy.standard())
                .derive(annelise, annelise.version(), histories.history(), histories.now());
        return People.assembler().row(annelise, status, 0, List.of(), Locale.FRENCH, histories.now());
    }

    @Test
    void a_name_in_capitals_keeps_its_accents_where_they_belong_and_a_greek_one_loses_them() {
        assertThat(FileAssembler.name(Stores.somebody("p1", "Müller", "Annelise", null, null)))
                .isEqualTo("MÜLLER Annelise");
        assertThat(FileAssembler.name(Stores.somebody("p1", "Χατζηγιάννης", "Νίκος", null, null)))
                .isEqualTo("ΧΑΤΖΗΓΙΑΝΝΗΣ Νίκος");
    }
}
