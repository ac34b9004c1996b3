package eu.guichet.desktop.sample;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Advice;
import eu.guichet.contract.Condition;
import eu.guichet.contract.Contact;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.RightOffice;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People as a backend would tell of them, in French, for tests and pictures of screens. */
public final class SampleFiles {
    /** When the samples are looked at: a Monday morning at the counter. */
    public static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");
    /** With which the id of a contact begins. */
    static final String CONTACT = "c-";

    private static final List<String> TITLES = List.of(
            "Ouvre la page d’EU Login",
            "Choisit « Créer un compte »",
            "Remplit le formulaire et l’envoie",
            "Reçoit l’e-mail d’activation",
            "Ouvre le lien de l’e-mail",
            "Choisit son mot de passe",
            "Ajoute son téléphone mobile",
            "Confirme le téléphone avec le code reçu par SMS",
            "Se déconnecte d’EU Login",
            "Ouvre RCAM en ligne",
            "Choisit l’environnement externe",
            "Se connecte avec la méthode « téléphone mobile »",
            "Entre le code de connexion reçu par SMS",
            "Demande l’accès et l’envoie",
            "Attend la lettre recommandée",
            "Entre le code de confirmation dans RCAM en ligne");

    private SampleFiles() {}

    public static List<PensionerFile> all() {
        return List.of(waitsForSms(), waitsForLetter(), notStarted(), active());
    }

    /** Annelise MÜLLER, step 8: two sensible acts, one of them pausing. */
    public static PensionerFile waitsForSms() {
        return file(
                "p-muller",
                "MÜLLER Annelise",
                1944,
                OfficeCode.LUX,
                List.of("de", "fr"),
                EnrolmentState.PHONE_PENDING,
                8,
                "Attend le code de vérification par SMS, envoyé à 10:09.",
                new Advice(
                        List.of(
                                "Le SMS part vers le numéro enregistré ; vérifiez que le téléphone est allumé.",
                                "Le nouveau code annule le précédent."),
                        List.of(
                                "Sie bekommen gleich eine SMS mit acht Zeichen.",
                                "Geben Sie den Code auf der Seite von EU Login ein; er gilt zehn Minuten."),
                        List.of(
                                "Vous recevez dans un instant un SMS de huit caractères.",
                                "Entrez le code sur la page d’EU Login ; il est valable dix minutes."),
                        "de"),
                List.of(
                        open(
                                ActionKind.RESEND_CHALLENGE_SMS,
                                "Renvoyer le SMS",
                                true,
                                new Preview(
                                        "+352 ••• •• •• 34",
                                        "de",
                                        List.of(
                                                "Un SMS avec un nouveau code de 8 caractères est envoyé.",
                                                "Le code envoyé à 10:09 ne vaut plus."),
                                        NOW.plusSeconds(60))),
                        closed(
                                ActionKind.RESEND_ACTIVATION_EMAIL,
                                "Renvoyer l’e-mail d’activation",
                                "Le mot de passe est déjà choisi : cet e-mail ne sert plus.",
                                null),
                        closed(
                                ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL,
                                "Renvoyer l’e-mail de confirmation",
                                "Envoyé il y a moins de 15 minutes.",
                                NOW.plusSeconds(761)),
                        closed(
                                ActionKind.RESEND_SIGN_IN_SMS,
                                "Renvoyer le SMS de connexion",
                                "Le téléphone doit d’abord être confirmé (étape 8).",
                                null),
                        closed(
                                ActionKind.GENERATE_LETTER,
                                "Générer la lettre",
                                "D’abord la demande d’accès (étape 14).",
                                null),
                        open(ActionKind.HAND_OVER_TO_DIGIT, "Transmettre à DIGIT", false, digit())),
                List.of(
                        message("t4", 3, Stage.PHONE, "SMS avec le code de vérification", MessageStatus.DELIVERED),
                        entry("t3", 5, Stage.PHONE, "Téléphone mobile ajouté", null),
                        entry("t2", 1_500, Stage.PASSWORD, "Mot de passe choisi", null),
                        message("t1", 1_520, Stage.ACCOUNT, "E-mail d’activation", MessageStatus.DELIVERED)),
                List.of());
    }

    /** Anne MULLER, step 16: her letter is posted. */
    public static PensionerFile waitsForLetter() {
        return file(
                "p-muller-anne",
                "MULLER Anne",
                1938,
                OfficeCode.BRU,
                List.of("fr"),
                EnrolmentState.LETTER_POSTED,
                15,
                "Attend la lettre recommandée, postée le 12 novembre.",
                new Advice(
                        List.of("La lettre est en route : le délai habituel est de 3 à 10 jours."),
                        List.of(
                                "Votre lettre recommandée est partie le 12 novembre.",
                                "Gardez-la bien : le code qu’elle contient ne sert qu’une fois."),
                        List.of(),
                        "fr"),
                List.of(
                        closed(
                                ActionKind.RESEND_ACTIVATION_EMAIL,
                                "Renvoyer l’e-mail d’activation",
                                "Étape passée.",
                                null),
                        closed(ActionKind.RESEND_CHALLENGE_SMS, "Renvoyer le SMS", "Étape passée.", null),
                        closed(
                                ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL,
                                "Renvoyer l’e-mail de confirmation",
                                "Étape passée.",
                                null),
                        open(
                                ActionKind.RESEND_SIGN_IN_SMS,
                                "Renvoyer le SMS de connexion",
                                false,
                                new Preview(
                                        "+32 ••• •• •• 71",
                                        "fr",
                                        List.of("Un SMS avec un code de 9 caractères est envoyé."),
                                        NOW.plusSeconds(60))),
                        open(
                                ActionKind.GENERATE_LETTER,
                                "Générer une nouvelle lettre",
                                false,
                                new Preview(
                                        "1060 Saint-Gilles",
                                        "fr",
                                        List.of(
                                                "Une nouvelle lettre avec un nouveau code est à imprimer.",
                                                "Le code de la lettre G-7F2K-11AB ne vaut plus, même si elle arrive."),
                                        null)),
                        open(ActionKind.HAND_OVER_TO_DIGIT, "Transmettre à DIGIT", false, digit())),
                List.of(
                        entry("t3", 15_840, Stage.LETTER, "Lettre postée", "M. Dubois"),
                        entry("t2", 17_300, Stage.LETTER, "Lettre générée", "M. Dubois"),
                        entry("t1", 20_160, Stage.ACCESS, "Accès demandé", null)),
                List.of(new Letter(
                        "l-1",
                        "G-7F2K-11AB",
                        LetterState.POSTED,
                        NOW.minus(12, ChronoUnit.DAYS),
                        null,
                        NOW.minus(12, ChronoUnit.DAYS),
                        "RR473124829BE",
                        LocalDate.of(2026, 11, 12),
                        null,
                        null,
                        LocalDate.of(2026, 11, 28),
                        null,
                        Instant.parse("2027-05-27T22:59:59Z"),
                        5,
                        0,
                        "En route ; l’avis de réception n’est pas revenu.",
                        false)));
    }

    /** Giovanni FERRARI has not begun. */
    public static PensionerFile notStarted() {
        return file(
                "p-ferrari",
                "FERRARI Giovanni",
                1951,
                OfficeCode.ISP,
                List.of("it"),
                EnrolmentState.NOT_STARTED,
                1,
                "N’a pas encore de compte EU Login.",
                new Advice(
                        List.of("Demandez d’abord si un ancien compte existe : deux comptes posent problème."),
                        List.of("Apra la pagina di EU Login e scelga «Create an account»."),
                        List.of("Ouvrez la page d’EU Login et choisissez « Create an account »."),
                        "it"),
                List.of(open(ActionKind.HAND_OVER_TO_DIGIT, "Transmettre à DIGIT", false, digit())),
                List.of(),
                List.of());
    }

    /** Sofia LINDQVIST is done. */
    public static PensionerFile active() {
        return file(
                "p-lindqvist",
                "LINDQVIST Sofia",
                1947,
                OfficeCode.BRU,
                List.of("en"),
                EnrolmentState.ACTIVE,
                16,
                "Tout est ouvert depuis le 3 novembre.",
                new Advice(List.of("Rien à faire."), List.of("Everything is open."), List.of("Tout est ouvert."), "en"),
                List.of(),
                List.of(entry("t1", 28_800, Stage.LETTER, "Code de confirmation accepté", null)),
                List.of());
    }

    public static SearchRow row(PensionerFile file) {
        return row(file, null);
    }

    /** @param why in words, for what the person was found */
    public static SearchRow row(PensionerFile file, @Nullable String why) {
        return new SearchRow(
                file.id(),
                file.name(),
                file.birthYear(),
                file.office(),
                file.state(),
                file.stage(),
                file.step(),
                file.standing(),
                file.condition(),
                "Luxembourg",
                file.namesakes(),
                List.of(),
                why);
    }

    private static PensionerFile file(
            String id,
            String name,
            int birthYear,
            OfficeCode office,
            List<String> languages,
            EnrolmentState state,
            int step,
            String standing,
            Advice advice,
            List<Action> actions,
            List<TimelineEntry> timeline,
            List<Letter> letters) {
        return new PensionerFile(
                id,
                "\"7\"",
                name,
                birthYear,
                office,
                languages,
                "••••••12",
                "m••••@example.org",
                "+352 ••• •• •• 34",
                "L-18•• Luxembourg",
                state,
                stage(step),
                step,
                standing,
                step == 15 ? Turn.POST : Turn.PENSIONER,
                state == EnrolmentState.ACTIVE
                        ? Condition.DONE
                        : step == 15 ? Condition.UNDER_WAY : Condition.WAITS_FOR_PENSIONER,
                steps(step, state == EnrolmentState.ACTIVE),
                advice,
                actions,
                timeline,
                letters,
                null,
                null,
                List.of(),
                0,
                null,
                contact(id, AccessReason.CALL),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The file as read within this contact. */
    static PensionerFile within(PensionerFile file, Contact contact) {
        return with(file, contact, file.rightOffice());
    }

    /** The same file with what is said of the competent office. */
    public static PensionerFile with(PensionerFile file, RightOffice right) {
        return with(file, file.contact(), right);
    }

    private static PensionerFile with(PensionerFile file, @Nullable Contact contact, @Nullable RightOffice right) {
        return new PensionerFile(
                file.id(),
                file.etag(),
                file.name(),
                file.birthYear(),
                file.office(),
                file.languages(),
                file.pensionNumber(),
                file.email(),
                file.phone(),
                file.place(),
                file.state(),
                file.stage(),
                file.step(),
                file.standing(),
                file.turn(),
                file.condition(),
                file.steps(),
                file.advice(),
                file.actions(),
                file.timeline(),
                file.letters(),
                file.verification(),
                file.verificationLock(),
                file.alerts(),
                file.namesakes(),
                file.callBackDirectory(),
                contact,
                file.approvals(),
                file.callbacks(),
                file.notices(),
                right);
    }

    static Contact contact(String pensionerId, AccessReason reason) {
        return new Contact(CONTACT + pensionerId, pensionerId, reason, NOW, "");
    }

    private static List<Step> steps(int here, boolean finished) {
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= TITLES.size(); number++) {
            StepState state =
                    finished || number < here ? StepState.DONE : number == here ? StepState.HERE : StepState.LATER;
            Turn turn = number == 4 ? Turn.DIGIT : number == 15 ? Turn.PMO : Turn.PENSIONER;
            steps.add(new Step(
                    number,
                    stage(number),
                    state,
                    turn,
                    TITLES.get(number - 1),
                    state == StepState.DONE ? NOW.minus((long) (here - number) * 7 + 1, ChronoUnit.HOURS) : null,
                    state == StepState.HERE ? "Le SMS arrive d’habitude en moins d’une minute." : null));
        }
        return steps;
    }

    private static Stage stage(int step) {
        return step <= 4
                ? Stage.ACCOUNT
                : step <= 6 ? Stage.PASSWORD : step <= 8 ? Stage.PHONE : step <= 14 ? Stage.ACCESS : Stage.LETTER;
    }

    private static Action open(ActionKind kind, String label, boolean primary, Preview preview) {
        return new Action(kind, label, true, primary, !kind.equals(ActionKind.HAND_OVER_TO_DIGIT), null, null, preview);
    }

    private static Action closed(ActionKind kind, String label, String reason, @Nullable Instant opensAt) {
        return new Action(kind, label, false, false, true, reason, opensAt, null);
    }

    private static Preview digit() {
        return new Preview("EC-CENTRAL-HELPDESK@ec.europa.eu", "fr", List.of("Un message préparé s’ouvre."), null);
    }

    private static TimelineEntry entry(String id, long minutesAgo, Stage stage, String text, @Nullable String by) {
        return new TimelineEntry(id, NOW.minus(minutesAgo, ChronoUnit.MINUTES), stage, text, by, null, null);
    }

    private static TimelineEntry message(String id, long minutesAgo, Stage stage, String text, MessageStatus status) {
        return new TimelineEntry(id, NOW.minus(minutesAgo, ChronoUnit.MINUTES), stage, text, null, "m-" + id, status);
    }
}
