package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an act when the agent goes elsewhere meanwhile. */
class ActsElsewhereTest extends UiTest {
    private StepDesk desk;
    private Scene scene;

    @BeforeEach
    void sitDown() {
        desk = fx(StepDesk::new);
        scene = fx(() -> {
            Scene made = new Scene(desk.view, 960, 740);
            theme().dress(made);
            return made;
        });
    }

    private static SampleFile her() {
        return SampleFile.at(8).verified();
    }

    private static SampleFile herLetter() {
        return SampleFile.at(15)
                .verified()
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview()));
    }

    /** Another person calls. */
    private void openAnother() {
        desk.client.file =
                SampleFile.at(3).id("p-2").named("DUBOIS Henri", "fr").file();
        desk.model.show("p-2", AccessReason.CALL);
    }

    private boolean there(String id) {
        for (int pass = 0; pass < 3; pass++) {
            desk.view.applyCss();
            desk.view.layout();
        }
        return desk.view.lookup("#" + id) != null;
    }

    private String text(String id) {
        return there(id) ? ((Labeled) desk.view.lookup("#" + id)).getText() : "nothing";
    }

    private void start(ActionKind kind) {
        FilePicturesTest.start(desk, kind);
    }

    private void fire(String id) {
        FilePicturesTest.fire(desk, id);
    }

    @Test
    void a_message_being_sent_while_another_file_is_opened_is_told_there_and_is_found_again_with_her_file() {
        fxRun(() -> {
            desk.open(her());
            start(ActionKind.RESEND_CHALLENGE_SMS);
            desk.tasks.hold();
            fire("resend-confirm");
            openAnother();
            desk.tasks.answerLast();
            assertThat(text("away-p-1")).isEqualTo("Un dossier qui n’est pas affiché : Envoi en cours…");
            assertThat(desk.view.underWay())
                    .hasValueSatisfying(act -> assertThat(act).startsWith("Un dossier qui n’est pas affiché"));
            desk.tasks.answerNext();
            assertThat(text("away-p-1")).startsWith("Un dossier qui n’est pas affiché : C’est fait");
            assertThat(desk.view.underWay()).isEmpty();
            Pictures.take(scene, "pensioner-away");
            assertThat(there("resend-done")).isFalse();
            desk.client.file = her().file();
            fire("away-see-p-1");
            desk.tasks.answerNext();
            assertThat(there("resend-done")).isTrue();
            assertThat(there("away-p-1")).isFalse();
        });
    }

    @Test
    void what_nobody_knows_yet_is_asked_again_while_another_file_is_shown_and_told_when_it_is_known() {
        desk.client.resendFailures.add(ScriptedClient.unknown());
        desk.client.resendFailures.add(
                ScriptedClient.refused(eu.guichet.contract.ProblemType.ACTION_CLOSED, "Pas maintenant.", null));
        fxRun(() -> {
            desk.open(her());
            start(ActionKind.RESEND_CHALLENGE_SMS);
            fire("resend-confirm");
            openAnother();
            assertThat(text("away-p-1")).contains("Nous vérifions si le message est parti");
            desk.pass(Duration.ofSeconds(6));
            assertThat(desk.client.resendKeys).hasSize(2);
            assertThat(text("away-p-1")).isEqualTo("Un dossier qui n’est pas affiché : Le message n’a pas été envoyé.");
            fire("away-dismiss-p-1");
            assertThat(there("away-p-1")).isFalse();
        });
    }

    @Test
    void another_language_draws_the_act_anew_and_loses_nothing_of_it() {
        desk.client.resendFailures.add(ScriptedClient.unknown());
        fxRun(() -> {
            desk.open(her());
            start(ActionKind.RESEND_CHALLENGE_SMS);
            fire("resend-confirm");
            desk.language.set(Language.ENGLISH);
            assertThat(text("resend-unsure")).startsWith("We are checking");
            assertThat(there("away-p-1")).isFalse();
            desk.pass(Duration.ofSeconds(6));
            assertThat(text("resend-done")).startsWith("Done");
            desk.language.set(Language.FRENCH);
            assertThat(text("resend-done")).startsWith("C’est fait");
        });
    }

    @Test
    void a_letter_that_waits_for_paper_still_waits_after_another_file_was_opened() {
        desk.prints.add(Printing.Outcome.FAILED);
        fxRun(() -> {
            desk.open(herLetter());
            start(ActionKind.GENERATE_LETTER);
            fire("cause-lost");
            fire("letter-confirm");
            openAnother();
            assertThat(text("away-p-1")).contains("La lettre PMO-9Q4T-77 est générée, mais pas imprimée");
            assertThat(there("away-dismiss-p-1")
                            && desk.view.lookup("#away-dismiss-p-1").isVisible())
                    .isFalse();
            desk.client.file = herLetter().file();
            fire("away-see-p-1");
            fire("letter-print");
            assertThat(there("letter-printed")).isTrue();
            assertThat(desk.client.letterKeys).hasSize(1);
        });
    }

    @Test
    void a_match_that_comes_after_the_agent_has_left_opens_no_preview() {
        desk.client.verifications.add(new VerificationResult(
                true,
                new Verification(VerificationMethod.CALLED_BACK, SampleFile.NOW, SampleFile.NOW.plusSeconds(900)),
                5,
                null));
        fxRun(() -> {
            desk.open(SampleFile.at(8));
            start(ActionKind.RESEND_CHALLENGE_SMS);
            FilePicturesTest.find(desk, "way-CALLED_BACK", javafx.scene.control.ToggleButton.class)
                    .fire();
            desk.tasks.hold();
            fire("verification-confirm");
            fire("verification-cancel");
            int before = desk.client.opened;
            desk.tasks.answerNext();
            assertThat(there("resend-confirm")).isFalse();
            assertThat(there("action-RESEND_CHALLENGE_SMS")).isTrue();
            desk.tasks.answerNext();
            assertThat(desk.client.opened).isEqualTo(before + 1);
        });
    }

    @Test
    void a_draft_for_DIGIT_that_comes_late_takes_no_other_card_away() {
        fxRun(() -> {
            desk.open(her());
            desk.tasks.hold();
            start(ActionKind.HAND_OVER_TO_DIGIT);
            fire("handover-close");
            start(ActionKind.RESEND_CHALLENGE_SMS);
            desk.tasks.answerNext();
            assertThat(there("resend-confirm")).isTrue();
            assertThat(there("handover")).isFalse();
        });
    }
}
