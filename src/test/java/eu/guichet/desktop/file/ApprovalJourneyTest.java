package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.desktop.flow.SampleApproval;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.ui.UiTest;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What nobody does alone, at both desks: one asks, another one decides. */
class ApprovalJourneyTest extends UiTest {
    private StepDesk desk;

    @BeforeEach
    void openTheFile() {
        desk = fx(StepDesk::new);
        show(desk.view, 1000, 900);
    }

    private void open(SampleFile file, AccessReason why) {
        fxRun(() -> {
            desk.client.file = file.file();
            desk.model.show(desk.client.file.id(), why);
        });
        await(() -> desk.view.lookup("#history") != null);
    }

    private void fire(String id) {
        await(() -> stage().getScene().lookup("#" + id) != null);
        fxRun(() -> node(id, Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitFocus(String id) {
        await(() -> stage().getScene().getFocusOwner() != null
                && id.equals(stage().getScene().getFocusOwner().getId()));
    }

    private void key(KeyCode code, boolean alt) {
        fxRun(() -> {
            Node owner = stage().getScene().getFocusOwner();
            Event.fireEvent(
                    owner == null ? desk.view : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean there(String id) {
        return fx(() -> stage().getScene().lookup("#" + id) != null);
    }

    @Test
    void the_card_says_before_anything_is_sent_that_a_supervisor_has_to_agree_and_afterwards_that_it_waits() {
        desk.client.approvals.add(SampleApproval.of(ApprovalState.ASKED));
        open(
                SampleFile.at(15)
                        .verified()
                        .action(SampleFile.asking(
                                ActionKind.GENERATE_LETTER, "Générer la lettre", SampleFile.letterPreview())),
                AccessReason.CALL);
        fire("action-GENERATE_LETTER");
        await(() -> there("letter-approval"));
        assertThat(fx(() -> node("letter-confirm", Button.class).getText())).startsWith("Demander l’accord");
        assertThat(there("letter-order")).as("nothing to print yet").isFalse();
        assertThat(desk.client.letterKeys).isEmpty();
        fxRun(() -> node("cause-lost", RadioButton.class).setSelected(true));
        key(KeyCode.R, true);
        awaitFocus("letter-waits");
        assertThat(desk.client.letterKeys).hasSize(1);
        assertThat(fx(() -> node("letter-waits", Label.class).getText())).contains("supervision");
        assertThat(desk.printed).isEmpty();
    }

    @Test
    void the_file_shows_what_waits_and_an_agent_cannot_decide_about_it() {
        open(SampleFile.at(15).waiting(SampleApproval.mine()), AccessReason.CALL);
        assertThat(fx(() -> node("approval-GENERATE_LETTER", Label.class).getText()))
                .startsWith("Vous avez demandé");
        assertThat(there("approval-decide-GENERATE_LETTER")).isFalse();
    }

    @Test
    void a_file_from_the_list_of_approvals_opens_with_the_card_and_no_typed_ahead_key_approves() {
        open(
                SampleFile.at(15).waiting(SampleApproval.of(ApprovalState.ASKED)),
                AccessReason.worklist(Worklist.APPROVALS));
        awaitFocus("decide-who");
        assertThat(fx(() -> node("decide-who", Label.class).getText()))
                .contains("A. B.")
                .contains("la précédente est perdue");
        fxRun(() -> node("decide-approve", Button.class).requestFocus());
        robot.push(KeyCode.ENTER).push(KeyCode.SPACE);
        assertThat(desk.client.decided).isEmpty();
        key(KeyCode.A, true);
        awaitFocus("decide-done");
        assertThat(desk.client.decided).containsExactly("a-1 " + desk.client.file.etag() + " APPROVE null");
    }

    @Test
    void a_refusal_needs_a_reason_and_what_was_typed_outlives_a_failure() {
        desk.client.decisionFailures.add(ScriptedClient.refused(ProblemType.FILE_CHANGED, "", null));
        open(SampleFile.at(15).waiting(SampleApproval.of(ApprovalState.ASKED)), AccessReason.CALL);
        assertThat(there("decide-who")).as("opened for something else").isFalse();
        fire("approval-decide-GENERATE_LETTER");
        awaitFocus("decide-who");
        assertThat(fx(() -> node("decide-refuse", Button.class).isDisabled())).isTrue();
        fxRun(() -> node("decide-reason", TextField.class).setText("Rappelez d’abord."));
        key(KeyCode.R, true);
        await(() -> there("decide-fault")
                && !fx(() -> node("decide-fault", Label.class).getText()).isEmpty());
        assertThat(fx(() -> node("decide-reason", TextField.class).getText())).isEqualTo("Rappelez d’abord.");
        key(KeyCode.R, true);
        awaitFocus("decide-done");
        assertThat(desk.client.decided).hasSize(2).last().asString().endsWith("REFUSE Rappelez d’abord.");
    }

    @Test
    void a_supervisor_who_lifts_an_alert_reads_that_another_one_has_to_agree() {
        desk.client.approvals.add(SampleApproval.of(ApprovalState.ASKED));
        SampleFile frozen = SampleFile.at(15)
                .alert(new FileAlert(
                        Alert.FROZEN,
                        SampleFile.NOW,
                        "Dossier gelé.",
                        true,
                        List.of("Il faut une deuxième personne.")));
        open(frozen, AccessReason.CALL);
        fire("alert-lift-FROZEN");
        awaitFocus("lift-reason");
        assertThat(fx(() -> node("lift-approval", Label.class).getText())).contains("deuxième personne");
        fxRun(() -> node("lift-reason", TextField.class).setText("DIGIT a vérifié."));
        fire("lift-now");
        awaitFocus("lift-waits");
        assertThat(desk.client.lifted).containsExactly("FROZEN DIGIT a vérifié.");
    }
}
