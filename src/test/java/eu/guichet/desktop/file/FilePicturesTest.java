package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Advice;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Condition;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.Accessibility;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** Takes a picture of every state of the open file, for people to look at. */
class FilePicturesTest extends UiTest {
    /** Which state each picture shows. */
    private final Map<ByteBuffer, String> taken = new HashMap<>();

    @Test
    void every_state_has_its_picture() {
        usual("file", desk -> desk.open());
        wide("file", desk -> desk.open());
        picture("file-narrow", 760, 1000, desk -> desk.open());
        dark(() -> {
            usual("file-dark", desk -> desk.open(SampleFile.at(8).verified()));
            wide("file-dark", desk -> desk.open(SampleFile.at(15)));
        });
        usual("file-english", desk -> {
            desk.language.set(Language.ENGLISH);
            desk.open(SampleFile.at(8).english());
        });
        usual("file-start", desk -> desk.open(SampleFile.at(1).timeline(List.of())));
        usual("file-letter", desk -> {
            desk.open(SampleFile.at(15).verified());
            desk.model.accept(new LiveEvent.AlsoOpen(
                    "p-1", "Jean-Baptiste Vandenbroucke", OfficeCode.LUX, SampleFile.NOW.minusSeconds(130)));
        });
        usual(
                "file-alerts",
                desk -> desk.open(SampleFile.at(15)
                        .standing(Condition.FAILED)
                        .namesakes(1)
                        .alert(
                                Alert.FROZEN,
                                "Dossier gelé\u00a0: «\u00a0Ce n’était pas moi\u00a0». Rien n’est envoyé, aucune lettre n’est générée.",
                                true)
                        .alert(
                                Alert.ADDRESS_IN_DOUBT,
                                "Adresse douteuse\u00a0: une lettre est revenue (a déménagé).",
                                false)));
        usual("file-in-own-language", desk -> {
            desk.open(SampleFile.at(8));
            find(desk, "say-own", ToggleButton.class).fire();
            find(desk, "closed-actions", ToggleButton.class).fire();
        });
        for (Condition condition : Condition.values()) {
            usual("file-" + condition, desk -> desk.open(SampleFile.at(15).standing(condition)));
        }
        usual("file-last", desk -> desk.open(SampleFile.at(16)));
        usual("file-long", desk -> desk.open(longOnes()));
        wide("file-long", desk -> desk.open(longOnes()));
        usual("empty", desk -> {});
        usual("failed", desk -> {
            desk.client.openFailures.add(ScriptedClient.unreachable());
            desk.open();
        });
        usual("stale", desk -> {
            desk.open();
            desk.client.openFailures.add(ScriptedClient.unreachable());
            desk.model.refresh();
        });
    }

    @Test
    void every_step_of_the_flows_has_its_picture() {
        usual("verify-questions", desk -> start(desk.open(), ActionKind.RESEND_CHALLENGE_SMS));
        usual("verify-counter", desk -> {
            desk.model.show("p-1", AccessReason.COUNTER);
            start(desk, ActionKind.RESEND_CHALLENGE_SMS);
        });
        usual("verify-callback-none", desk -> {
            start(desk.open(SampleFile.at(8).withoutPhone()), ActionKind.RESEND_CHALLENGE_SMS);
            find(desk, "way-CALLED_BACK", ToggleButton.class).fire();
        });
        usual("verify-faults", desk -> {
            start(desk.open(), ActionKind.RESEND_CHALLENGE_SMS);
            find(desk, "verification-birth-date", TextField.class).setText("mai 44");
            fire(desk, "verification-confirm");
        });
        usual("verify-typed", desk -> {
            start(desk.open(), ActionKind.RESEND_CHALLENGE_SMS);
            find(desk, "verification-birth-date", TextField.class).setText("3.5.44");
        });
        usual("verify-missed", desk -> {
            desk.client.verifications.add(new VerificationResult(false, null, 3, null));
            start(desk.open(), ActionKind.RESEND_CHALLENGE_SMS);
            type(desk);
        });
        usual("verify-locked", desk -> start(desk.open(SampleFile.at(8).locked()), ActionKind.RESEND_CHALLENGE_SMS));
        usual("resend-preview", desk -> start(desk.open(SampleFile.at(8).verified()), ActionKind.RESEND_CHALLENGE_SMS));
        dark(() -> usual(
                "resend-preview-dark",
                desk -> start(desk.open(SampleFile.at(8).verified()), ActionKind.RESEND_CHALLENGE_SMS)));
        usual("resend-done", desk -> {
            start(desk.open(SampleFile.at(8).verified()), ActionKind.RESEND_CHALLENGE_SMS);
            fire(desk, "resend-confirm");
        });
        usual("resend-unsure", desk -> {
            desk.client.resendFailures.add(ScriptedClient.unknown());
            start(desk.open(SampleFile.at(8).verified()), ActionKind.RESEND_CHALLENGE_SMS);
            fire(desk, "resend-confirm");
        });
        usual("resend-not-done", desk -> {
            desk.client.resendFailures.add(ScriptedClient.unreachable());
            start(desk.open(SampleFile.at(8).verified()), ActionKind.RESEND_CHALLENGE_SMS);
            fire(desk, "resend-confirm");
        });
        usual("letter-preview", desk -> start(desk.open(letterOpen()), ActionKind.GENERATE_LETTER));
        usual("letter-printed", desk -> {
            start(desk.open(letterOpen()), ActionKind.GENERATE_LETTER);
            fire(desk, "cause-lost");
            fire(desk, "letter-confirm");
        });
        usual("letter-no-printer", desk -> {
            desk.prints.add(Printing.Outcome.NO_PRINTER);
            start(desk.open(letterOpen()), ActionKind.GENERATE_LETTER);
            fire(desk, "cause-lost");
            fire(desk, "letter-confirm");
        });
        usual("letter-lost", desk -> {
            desk.client.documentFailures.add(ScriptedClient.unknown());
            desk.client.documentFailures.add(ScriptedClient.refused(
                    eu.guichet.contract.ProblemType.DOCUMENT_ALREADY_FETCHED, "Déjà remis.", null));
            start(desk.open(letterOpen()), ActionKind.GENERATE_LETTER);
            fire(desk, "cause-lost");
            fire(desk, "letter-confirm");
        });
        usual("handover", desk -> start(desk.open(), ActionKind.HAND_OVER_TO_DIGIT));
    }

    private static SampleFile letterOpen() {
        return SampleFile.at(15)
                .verified()
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview()))
                .action(SampleFile.closed(
                        ActionKind.RESEND_CHALLENGE_SMS,
                        "Renvoyer le SMS avec le code challenge",
                        "Le téléphone est déjà confirmé.",
                        null));
    }

    private static SampleFile longOnes() {
        return SampleFile.at(12)
                .named("FREIFRAU VON SCHWARZENBERG-HOHENLOHE-WALDENBURG Wilhelmine Friederike", "de", "fr", "lb")
                .standing(
                        "Attend de se connecter à RCAM en ligne avec le code de connexion à neuf caractères reçu par SMS")
                .saying(new Advice(
                        List.of(
                                "Vérifiez que l’environnement externe a été choisi : l’environnement interne refuse les pensionnés sans autre explication.",
                                "Rappelez que le numéro doit être donné au format international."),
                        List.of(
                                "Bitte wählen Sie auf der Startseite von RCAM online den Zugang über das Internet auf der rechten Seite des Bildschirms.",
                                "Als Authentifizierungsmethode wählen Sie „Mobiltelefon“ und geben Ihre Telefonnummer mit der internationalen Vorwahl ein."),
                        List.of("Choisissez à droite l’accès via internet, puis la méthode « téléphone portable »."),
                        "de"));
    }

    private void usual(String name, Consumer<StepDesk> scene) {
        // what the shell leaves of 1280 by 800 beside its header and the results
        picture(name, 960, 740, scene);
    }

    private void wide(String name, Consumer<StepDesk> scene) {
        picture(name + "-wide", 1560, 1020, scene);
    }

    private void dark(Runnable pictures) {
        fxRun(() -> theme().appearance().set(Appearance.DARK));
        pictures.run();
        fxRun(() -> theme().appearance().set(Appearance.LIGHT));
    }

    /** Everybody can use what is shown, and no two states look alike: a step that was not reached looks like the one before. */
    private void picture(String name, double width, double height, Consumer<StepDesk> play) {
        fxRun(() -> {
            StepDesk desk = new StepDesk();
            Scene scene = new Scene(desk.view, width, height);
            theme().dress(scene);
            play.accept(desk);
            settle(desk);
            assertThat(Accessibility.faults(desk.view)).as(name).isEmpty();
            ByteBuffer picture = content(Pictures.take(scene, "pensioner-" + name));
            assertThat(taken.put(picture, name)).as("looks like %s", name).isNull();
            theme().undress(scene);
            desk.view.release();
        });
    }

    private static ByteBuffer content(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void start(StepDesk desk, ActionKind kind) {
        fire(desk, "action-" + kind.word());
    }

    static void fire(StepDesk desk, String id) {
        find(desk, id, ButtonBase.class).fire();
    }

    static void type(StepDesk desk) {
        find(desk, "verification-pension-number", TextField.class).setText("1234567");
        find(desk, "verification-birth-date", TextField.class).setText("3.5.44");
        find(desk, "verification-postcode", TextField.class).setText("54290");
        fire(desk, "verification-confirm");
    }

    /** On no stage nobody lays out for us; the arrangement follows from the width, hence the second round. */
    private static void settle(StepDesk desk) {
        Scene scene = desk.view.getScene();
        for (int round = 0; round < 3; round++) {
            desk.view.resize(scene.getWidth(), scene.getHeight());
            desk.view.applyCss();
            desk.view.layout();
        }
    }

    static <N extends Node> N find(StepDesk desk, String id, Class<N> type) {
        settle(desk);
        return type.cast(java.util.Objects.requireNonNull(desk.view.lookup("#" + id), id));
    }
}
