package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.Item;
import eu.guichet.contract.TrainingWorld.Move;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.contract.TrainingWorld.Place;
import eu.guichet.desktop.sample.SampleFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Worlds of simulated pensioners, for tests and pictures. */
final class HerWorld {
    private static final TrainingWorld.Papers PAPERS =
            new TrainingWorld.Papers("MÜLLER Annelise", LocalDate.of(1944, 3, 12), "10245803", "L-8010");

    private HerWorld() {}

    /** She has the activation e-mail, two challenge codes and no letter yet. */
    static TrainingWorld waitingForTheCode() {
        return new TrainingWorld(
                "p-muller",
                PAPERS,
                List.of(
                        sms("i-3", 3, "EU Login : votre code est ••••••••. Il vaut 10 minutes."),
                        sms("i-2", 19, "EU Login : votre code est ••••••••. Il vaut 10 minutes."),
                        mail()),
                List.of(
                        new Move(MoveKind.TYPE_CHALLENGE_CODE, "Saisir le code reçu", "i-3"),
                        new Move(MoveKind.TYPE_WRONG_CHALLENGE_CODE, "Saisir un mauvais code", "i-3"),
                        new Move(MoveKind.ADD_PHONE, "Ajouter le téléphone une nouvelle fois", null)));
    }

    /** Everything has arrived. */
    static TrainingWorld letterThere() {
        return new TrainingWorld(
                "p-muller",
                PAPERS,
                List.of(
                        new Item(
                                "i-4",
                                Place.LETTERBOX,
                                at(Duration.ofDays(2)),
                                "PMO, bureau liquidateur de Luxembourg",
                                "Votre code de confirmation",
                                "Madame, voici le code à saisir dans RCAM en ligne : ••••-••••-••••-••••. Il vaut six mois à "
                                        + "compter de la réception de cette lettre."),
                        sms("i-3", 3, "EU Login : votre code est •••••••••."),
                        mail()),
                List.of(
                        new Move(MoveKind.TYPE_CONFIRMATION_CODE, "Saisir le code de la lettre", "i-4"),
                        new Move(MoveKind.TYPE_WRONG_CONFIRMATION_CODE, "Saisir un mauvais code", "i-4")));
    }

    static TrainingWorld nothingYet() {
        return new TrainingWorld(
                "p-new",
                PAPERS,
                List.of(),
                List.of(new Move(MoveKind.REQUEST_ACCOUNT, "Demander un compte EU Login", null)));
    }

    private static Item sms(String id, int minutesAgo, String text) {
        return new Item(id, Place.PHONE, at(Duration.ofMinutes(minutesAgo)), "EU Login", "SMS", text);
    }

    private static Item mail() {
        return new Item(
                "i-1",
                Place.MAILBOX,
                at(Duration.ofMinutes(40)),
                "EU Login",
                "Votre mot de passe",
                "Bonjour, cliquez sur le lien ci-dessous pour choisir votre mot de passe. Le lien vaut 90 minutes.");
    }

    private static Instant at(Duration ago) {
        return SampleFiles.NOW.minus(ago);
    }
}
