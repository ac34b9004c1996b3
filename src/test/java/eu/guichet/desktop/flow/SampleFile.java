package eu.guichet.desktop.flow;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Advice;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Callback;
import eu.guichet.contract.Condition;
import eu.guichet.contract.Contact;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Notice;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Turn;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file as the backend could answer it, at any of the sixteen steps, in the words of either language. */
public final class SampleFile {
    /** A Monday morning at the counter. */
    public static final Instant NOW = Instant.parse("2026-11-23T08:12:00Z");

    private final int step;
    private boolean english;
    private String id = "p-1";
    private String name = "MÜLLER Annelise";
    private List<String> languages = List.of("de", "fr");
    private @Nullable String phone = "+49 ••• •• •• 34";
    private @Nullable Verification verification;
    private @Nullable VerificationLock lock;
    private String etag = "\"7\"";
    private final List<Action> changed = new ArrayList<>();
    private @Nullable List<TimelineEntry> timeline;
    private @Nullable List<Letter> letters;
    private @Nullable Advice advice;
    private @Nullable String standing;
    private final List<FileAlert> alerts = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final List<Callback> callbacks = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int namesakes;
    private Condition condition = Condition.WAITS_FOR_PENSIONER;

    private SampleFile(int step) {
        this.step = step;
    }

    public static SampleFile at(int step) {
        return new SampleFile(step);
    }

    public SampleFile english() {
        english = true;
        return this;
    }

    public SampleFile named(String other, String... tags) {
        name = other;
        languages = List.of(tags);
        return this;
    }

    public SampleFile id(String other) {
        id = other;
        return this;
    }

    public SampleFile withoutPhone() {
        phone = null;
        return this;
    }

    public SampleFile verified() {
        verification = new Verification(VerificationMethod.DATA_POINTS, NOW, NOW.plus(Duration.ofMinutes(15)));
        return this;
    }

    public SampleFile locked() {
        lock = new VerificationLock(NOW.plus(Duration.ofMinutes(43)));
        return this;
    }

    public SampleFile version(String other) {
        etag = other;
        return this;
    }

    public SampleFile action(Action action) {
        changed.add(action);
        return this;
    }

    public SampleFile timeline(List<TimelineEntry> entries) {
        timeline = entries;
        return this;
    }

    public SampleFile letters(List<Letter> all) {
        letters = all;
        return this;
    }

    public SampleFile saying(Advice other) {
        advice = other;
        return this;
    }

    public SampleFile standing(String sentence) {
        standing = sentence;
        return this;
    }

    public SampleFile alert(Alert kind, String sentence, boolean liftable) {
        alerts.add(new FileAlert(kind, NOW.minus(Duration.ofDays(2)), sentence, liftable));
        return this;
    }

    public SampleFile alert(FileAlert one) {
        alerts.add(one);
        return this;
    }

    public SampleFile waiting(Approval approval) {
        approvals.add(approval);
        return this;
    }

    public SampleFile namesakes(int others) {
        namesakes = others;
        return this;
    }

    public SampleFile standing(Condition other) {
        condition = other;
        return this;
    }

    public SampleFile callback(Callback owed) {
        callbacks.add(owed);
        return this;
    }

    public SampleFile notice(Notice disturbed) {
        notices.add(disturbed);
        return this;
    }

    public PensionerFile file() {
        List<Action> actions = new ArrayList<>(actions());
        for (Action action : changed) {
            actions.replaceAll(old -> old.kind().equals(action.kind()) ? action : old);
        }
        List<Step> steps = steps();
        Step here = steps.get(step - 1);
        return new PensionerFile(
                id,
                etag,
                name,
                1944,
                OfficeCode.LUX,
                languages,
                "•••••12",
                "a••••@gmx.de",
                phone,
                "54••• Trier",
                EnrolmentState.PHONE_PENDING,
                here.stage(),
                step,
                Objects.requireNonNullElse(
                        standing, say("Attend le code challenge par SMS", "Waits for the challenge code by SMS")),
                here.turn(),
                condition,
                steps,
                Objects.requireNonNullElseGet(advice, this::advice),
                actions,
                Objects.requireNonNullElseGet(timeline, this::timeline),
                Objects.requireNonNullElseGet(letters, this::letters),
                verification,
                lock,
                alerts,
                namesakes,
                null,
                contact(id, AccessReason.CALL),
                approvals,
                callbacks,
                notices,
                null);
    }

    public static Contact contact(String pensionerId, AccessReason reason) {
        return new Contact("c-" + pensionerId, pensionerId, reason, NOW, "");
    }

    /** One that a supervisor has to approve. */
    public static Action asking(ActionKind kind, String label, Preview preview) {
        return new Action(
                kind, label, true, true, true, null, null, List.of("Ce serait la lettre n° 3 en 6 mois."), preview);
    }

    public static Action open(ActionKind kind, String label, boolean primary, Preview preview) {
        return new Action(kind, label, true, primary, true, null, null, preview);
    }

    public static Action closed(ActionKind kind, String label, String reason, @Nullable Instant opensAt) {
        return new Action(kind, label, false, false, true, reason, opensAt, null);
    }

    public static Preview smsPreview(boolean english) {
        return new Preview(
                "+49 ••• •• •• 34",
                "de",
                english
                        ? List.of(
                                "A new SMS with a challenge code of 8 characters is sent.",
                                "The code sent before becomes invalid at once.",
                                "The new code is valid for 10 minutes.")
                        : List.of(
                                "Un nouveau SMS avec un code challenge de 8 caractères est envoyé.",
                                "Le code envoyé avant ne vaut plus rien dès maintenant.",
                                "Le nouveau code est valable 10 minutes."),
                NOW.plusSeconds(60));
    }

    public static Preview letterPreview() {
        return new Preview(
                "Frau Annelise Müller, 54••• Trier",
                "de",
                List.of(
                        "Une lettre recommandée avec un nouveau code de confirmation est générée.",
                        "Un e-mail et un SMS préviendront la personne qu’une lettre arrive."),
                null,
                new Preview.Replaced(
                        "PMO-7K3F-92",
                        "Le code de la lettre PMO-7K3F-92, postée le 2 novembre, ne sera plus valable.",
                        List.of(
                                new Preview.Cause(LetterCause.NEVER_ARRIVED, "Jamais arrivée – postée il y a 25 jours"),
                                new Preview.Cause(LetterCause.LOST, "Reçue, puis perdue"),
                                new Preview.Cause(LetterCause.DAMAGED, "Abîmée, illisible"))));
    }

    public static Letter letter(String id, String reference, LetterState state) {
        boolean out = state.outstanding();
        return new Letter(
                id,
                reference,
                state,
                NOW.minus(Duration.ofDays(9)),
                null,
                NOW.minus(Duration.ofDays(9)),
                state == LetterState.GENERATED ? null : "RR473124829BE",
                state == LetterState.GENERATED ? null : LocalDate.of(2026, 11, 16),
                state == LetterState.RECEIVED ? LocalDate.of(2026, 11, 19) : null,
                null,
                state == LetterState.POSTED ? LocalDate.of(2026, 12, 2) : null,
                null,
                out ? NOW.plus(Duration.ofDays(178)) : null,
                5,
                0,
                out ? "En route chez la Poste, avec accusé de réception." : "Remplacée : son code ne vaut plus rien.",
                false);
    }

    /** A posted letter whose carrier tells where it is. */
    public static Letter tracked(String id, String reference, URI page) {
        Letter plain = letter(id, reference, LetterState.POSTED);
        return new Letter(
                id,
                reference,
                plain.state(),
                plain.generatedAt(),
                null,
                plain.printedAt(),
                plain.itemNumber(),
                plain.postedOn(),
                null,
                null,
                plain.goesBackOn(),
                page,
                plain.usableUntil(),
                plain.triesLeft(),
                plain.triesMissed(),
                plain.note(),
                false);
    }

    /** A letter whose document was not given out yet. */
    public static Letter printable(String id, String reference) {
        return new Letter(
                id,
                reference,
                LetterState.GENERATED,
                NOW.minusSeconds(300),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOW.plus(Duration.ofDays(180)),
                5,
                0,
                "Générée, pas encore imprimée.",
                true);
    }

    private String say(String french, String inEnglish) {
        return english ? inEnglish : french;
    }

    private Advice advice() {
        return new Advice(
                List.of(
                        say(
                                "Demandez si le numéro au dossier est bien celui de son portable actuel.",
                                "Ask whether the number on file is the mobile phone in use."),
                        say(
                                "Une minute entre deux SMS ; chaque nouveau code remplace l’ancien.",
                                "One minute between two SMS; each new code replaces the old one.")),
                List.of(
                        "Sie bekommen gleich eine SMS mit einem Code aus 8 Zeichen.",
                        "Bitte geben Sie ihn in EU Login ein, so wie er in der Nachricht steht."),
                List.of(
                        say(
                                "Vous recevez dans un instant un SMS avec un code de 8 caractères.",
                                "You will shortly receive an SMS with a code of 8 characters."),
                        say(
                                "Entrez-le dans EU Login, tel qu’il est écrit dans le message.",
                                "Please enter it in EU Login, as it stands in the message.")),
                "de");
    }

    private List<Action> actions() {
        return List.of(
                open(
                        ActionKind.RESEND_CHALLENGE_SMS,
                        say("Renvoyer le SMS avec le code challenge", "Resend the SMS with the challenge code"),
                        true,
                        smsPreview(english)),
                closed(
                        ActionKind.RESEND_ACTIVATION_EMAIL,
                        say("Renvoyer l’e-mail d’activation", "Resend the activation e-mail"),
                        say("Le mot de passe est déjà choisi.", "The password is set already."),
                        null),
                closed(
                        ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL,
                        say("Renvoyer l’e-mail de confirmation", "Resend the confirmation e-mail"),
                        say("Un e-mail est parti il y a peu.", "An e-mail went out a short while ago."),
                        NOW.plusSeconds(761)),
                closed(
                        ActionKind.RESEND_SIGN_IN_SMS,
                        say("Renvoyer le SMS de connexion", "Resend the sign-in SMS"),
                        say("D’abord confirmer le téléphone (étape 8).", "First the phone must be confirmed (step 8)."),
                        null),
                closed(
                        ActionKind.GENERATE_LETTER,
                        say("Générer la lettre", "Generate the letter"),
                        say("D’abord la demande d’accès (étape 14).", "First the access request (step 14)."),
                        null),
                new Action(
                        ActionKind.HAND_OVER_TO_DIGIT,
                        say("Transmettre à DIGIT", "Hand over to DIGIT"),
                        true,
                        false,
                        false,
                        null,
                        null,
                        null));
    }

    private List<TimelineEntry> timeline() {
        return List.of(
                new TimelineEntry(
                        "t4",
                        NOW.minusSeconds(95),
                        Stage.PHONE,
                        say(
                                "SMS avec le code challenge envoyé au +49 ••• •• •• 34.",
                                "SMS with the challenge code sent to +49 ••• •• •• 34."),
                        "M. Dupont",
                        "m-4",
                        MessageStatus.SENT),
                new TimelineEntry(
                        "t3",
                        NOW.minusSeconds(700),
                        Stage.PHONE,
                        say("Numéro de portable ajouté dans EU Login.", "Mobile number added in EU Login."),
                        null,
                        null,
                        null),
                new TimelineEntry(
                        "t2",
                        NOW.minus(Duration.ofDays(1)),
                        Stage.PASSWORD,
                        say("Mot de passe choisi.", "Password set."),
                        null,
                        null,
                        null),
                new TimelineEntry(
                        "t1",
                        NOW.minus(Duration.ofDays(3)),
                        Stage.ACCOUNT,
                        say("E-mail d’activation envoyé à a••••@gmx.de.", "Activation e-mail sent to a••••@gmx.de."),
                        null,
                        "m-1",
                        MessageStatus.DELIVERED));
    }

    private List<Letter> letters() {
        return step < 15
                ? List.of()
                : List.of(
                        letter("l-2", "PMO-8M2C-41", LetterState.POSTED),
                        letter("l-1", "PMO-7K3F-92", LetterState.SUPERSEDED));
    }

    private List<Step> steps() {
        String[] french = {
            "Ouvrir EU Login",
            "Choisir « Créer un compte »",
            "Remplir le formulaire",
            "Recevoir l’e-mail d’activation (jusqu’à 15 minutes)",
            "Ouvrir le lien de l’e-mail",
            "Choisir un mot de passe",
            "Ajouter le téléphone portable, format international",
            "Entrer le code challenge reçu par SMS",
            "Se déconnecter",
            "Ouvrir RCAM en ligne",
            "Choisir l’environnement externe",
            "Donner e-mail, mot de passe et téléphone",
            "Entrer le code de connexion reçu par SMS",
            "Remplir et envoyer la demande d’accès",
            "Attendre la lettre recommandée",
            "Entrer le code de la lettre dans RCAM en ligne"
        };
        String[] inEnglish = {
            "Open EU Login",
            "Choose “Create an account”",
            "Fill in the form",
            "Receive the activation e-mail (up to 15 minutes)",
            "Open the link in the e-mail",
            "Choose a password",
            "Add the mobile phone, international format",
            "Enter the challenge code from the SMS",
            "Sign out",
            "Open RCAM online",
            "Choose the external environment",
            "Give e-mail, password and phone",
            "Enter the sign-in code from the SMS",
            "Fill in and send the access request",
            "Wait for the registered letter",
            "Enter the letter’s code in RCAM online"
        };
        Stage[] stages = {
            Stage.ACCOUNT, Stage.ACCOUNT, Stage.ACCOUNT, Stage.ACCOUNT, Stage.PASSWORD, Stage.PASSWORD, Stage.PHONE,
            Stage.PHONE, Stage.ACCESS, Stage.ACCESS, Stage.ACCESS, Stage.ACCESS, Stage.ACCESS, Stage.ACCESS,
            Stage.LETTER, Stage.LETTER
        };
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            StepState state = i < step ? StepState.DONE : i == step ? StepState.HERE : StepState.LATER;
            steps.add(new Step(
                    i,
                    stages[i - 1],
                    state,
                    i == 4 ? Turn.DIGIT : i == 15 ? Turn.PMO : Turn.PENSIONER,
                    english ? inEnglish[i - 1] : french[i - 1],
                    state == StepState.DONE && i > 2 ? NOW.minus(Duration.ofDays(16 - i)) : null,
                    state == StepState.HERE
                            ? say(
                                    "Le SMS est parti il y a 2 minutes ; le code vaut 10 minutes.",
                                    "The SMS went out 2 minutes ago; the code is valid for 10 minutes.")
                            : null));
        }
        return steps;
    }
}
