package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** An agent's acts on an open file, with the keyboard alone. */
class FileJourneyTest extends UiTest {
    private StepDesk desk;

    @BeforeEach
    void openTheFile() {
        desk = fx(StepDesk::new);
        show(desk.view, 1000, 900);
    }

    private void open(SampleFile file) {
        fxRun(() -> desk.open(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focus(String id) {
        await(() -> stage().getScene().lookup("#" + id) != null);
        fxRun(() -> stage().getScene().lookup("#" + id).requestFocus());
    }

    private String focused() {
        return fx(() -> String.valueOf(stage().getScene().getFocusOwner().getId()));
    }

    private void awaitFocus(String id) {
        await(() -> stage().getScene().getFocusOwner() != null
                && id.equals(stage().getScene().getFocusOwner().getId()));
    }

    private static VerificationResult match() {
        return new VerificationResult(
                true,
                new Verification(VerificationMethod.DATA_POINTS, SampleFile.NOW, SampleFile.NOW.plusSeconds(900)),
                5,
                null);
    }

    @Test
    void a_message_is_resent_from_question_to_certainty_without_the_mouse() {
        desk.client.verifications.add(match());
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        robot.write("1234567").push(KeyCode.TAB);
        robot.write("3.5.44").push(KeyCode.TAB);
        robot.write("54290").push(KeyCode.ENTER);
        awaitFocus("resend-confirm");
        assertThat(desk.client.resendKeys).isEmpty();
        robot.push(KeyCode.ENTER);
        awaitFocus("resend-done");
        assertThat(desk.client.resendKeys).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        awaitFocus("action-RESEND_CHALLENGE_SMS");
    }

    @Test
    void escape_leaves_the_questions_and_nothing_typed_remains() {
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        robot.write("1234567");
        TextField field = node("verification-pension-number", TextField.class);
        robot.push(KeyCode.ESCAPE);
        awaitFocus("action-RESEND_CHALLENGE_SMS");
        assertThat(field.getText()).isEmpty();
        assertThat(desk.client.verified).isEmpty();
    }

    @Test
    void a_miss_is_heard_and_what_was_typed_is_wiped() {
        desk.client.verifications.add(new VerificationResult(false, null, 4, null));
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        robot.write("7654321")
                .push(KeyCode.TAB)
                .write("3.5.44")
                .push(KeyCode.TAB)
                .write("1000")
                .push(KeyCode.ENTER);
        awaitFocus("verification-missed");
        for (String id : List.of("pension-number", "birth-date", "postcode")) {
            assertThat(node("verification-" + id, TextField.class).getText()).isEmpty();
        }
    }

    @Test
    void a_letter_goes_from_preview_to_paper_and_its_document_is_never_on_the_screen() {
        open(SampleFile.at(15)
                .verified()
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview())));
        desk.prints.add(Printing.Outcome.CANCELLED);
        focus("action-GENERATE_LETTER");
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-confirm");
        robot.push(KeyCode.ENTER);
        awaitFocus("letter-ready");
        robot.push(KeyCode.ENTER);
        awaitFocus("letter-printed");
        assertThat(desk.printed).containsExactly("PMO-9Q4T-77", "PMO-9Q4T-77");
        assertThat(desk.client.letterKeys).hasSize(1);
    }

    @Test
    void a_lost_document_needs_a_new_letter_one_key_away() {
        open(SampleFile.at(15)
                .verified()
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview())));
        desk.client.documentFailures.add(
                ScriptedClient.refused(eu.guichet.contract.ProblemType.DOCUMENT_ALREADY_FETCHED, "…", null));
        focus("action-GENERATE_LETTER");
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-confirm");
        robot.push(KeyCode.ENTER);
        awaitFocus("letter-lost");
        robot.push(KeyCode.ENTER);
        awaitFocus("letter-confirm");
    }

    @Test
    void a_closed_action_counts_down_and_opens_under_the_agents_focus() {
        open(SampleFile.at(8));
        focus("closed-RESEND_PHONE_CONFIRMATION_EMAIL");
        fxRun(() -> desk.pass(Duration.ofSeconds(60)));
        assertThat(fx(() -> stage().getScene().getFocusOwner().getAccessibleText()))
                .contains("dans 11:41");
        desk.client.file = SampleFile.at(8)
                .version("\"8\"")
                .action(SampleFile.open(
                        ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL, "Renvoyer", false, SampleFile.smsPreview(false)))
                .file();
        fxRun(() -> desk.pass(Duration.ofSeconds(701)));
        awaitFocus("action-RESEND_PHONE_CONFIRMATION_EMAIL");
    }

    @Test
    void when_sending_has_closed_the_action_the_focus_lands_on_what_it_has_become() {
        open(SampleFile.at(8).verified());
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("resend-confirm");
        desk.client.file = SampleFile.at(8)
                .verified()
                .version("\"8\"")
                .action(SampleFile.closed(
                        ActionKind.RESEND_CHALLENGE_SMS, "Renvoyer le SMS", "Un SMS vient de partir.", null))
                .file();
        robot.push(KeyCode.ENTER);
        awaitFocus("resend-done");
        robot.push(KeyCode.ESCAPE);
        awaitFocus("closed-RESEND_CHALLENGE_SMS");
    }

    @Test
    void an_Enter_held_down_since_the_questions_sends_nothing_until_it_was_let_go() {
        desk.client.verifications.add(match());
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        robot.write("1234567")
                .push(KeyCode.TAB)
                .write("3.5.44")
                .push(KeyCode.TAB)
                .write("54290");
        robot.press(KeyCode.ENTER);
        awaitFocus("resend-confirm");
        for (int repeat = 0; repeat < 3; repeat++) {
            fxRun(() -> Event.fireEvent(
                    stage().getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        }
        assertThat(desk.client.resendKeys).isEmpty();
        robot.release(KeyCode.ENTER).push(KeyCode.ENTER);
        awaitFocus("resend-done");
        assertThat(desk.client.resendKeys).hasSize(1);
    }

    @Test
    void trying_to_open_a_file_again_in_vain_keeps_the_focus_where_one_tries() {
        desk.client.openFailures.add(ScriptedClient.unreachable());
        desk.client.openFailures.add(ScriptedClient.unreachable());
        open(SampleFile.at(8));
        focus("file-again");
        robot.push(KeyCode.SPACE);
        awaitFocus("file-again");
        assertThat(desk.client.opened).isEqualTo(2);
        robot.push(KeyCode.SPACE);
        await(() -> desk.view.lookup("#standing") != null);
    }

    @Test
    void whoever_has_the_screen_read_out_hears_where_she_stands_when_a_file_opens() {
        fxRun(() -> {
            desk.view.heard().unbind();
            desk.view.heard().set(true);
        });
        open(SampleFile.at(8));
        awaitFocus("standing");
        robot.write("x").push(KeyCode.ENTER);
        awaitFocus("standing");
    }

    @Test
    void a_letter_that_exists_without_paper_is_printed_from_the_list_of_letters() {
        Letter letter = SampleFile.printable("l-8", "PMO-8M2C-41");
        open(SampleFile.at(15).letters(List.of(letter)));
        focus("letter-print-l-8");
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-printed");
        assertThat(desk.printed).containsExactly("PMO-8M2C-41");
        assertThat(desk.client.letterKeys).isEmpty();
        robot.push(KeyCode.ESCAPE);
        awaitFocus("letter-print-l-8");
    }

    @Test
    void the_arrow_keys_climb_the_ladder_and_every_rung_speaks() {
        open(SampleFile.at(8));
        focus("rung-8");
        assertThat(fx(() -> stage().getScene().getFocusOwner().getAccessibleText()))
                .startsWith("Étape 8 sur 16, ici");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("rung-9");
        robot.push(KeyCode.HOME);
        assertThat(focused()).isEqualTo("rung-1");
        robot.push(KeyCode.END);
        assertThat(focused()).isEqualTo("rung-16");
    }

    @Test
    void a_change_from_outside_keeps_focus_and_place() {
        open(SampleFile.at(15));
        Node row =
                fx(() -> desk.view.lookupAll(".timeline-row").stream().toList().get(2));
        fxRun(row::requestFocus);
        desk.client.file = SampleFile.at(15).version("\"8\"").file();
        fxRun(desk.model::refresh);
        assertThat(fx(row::isFocused)).isTrue();
    }

    @Test
    void whatever_can_be_reached_has_a_name() {
        open(SampleFile.at(15));
        assertThat(fx(() -> nameless(desk.view, new ArrayList<>()))).isEmpty();
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        assertThat(fx(() -> nameless(desk.view, new ArrayList<>()))).isEmpty();
    }

    private static List<Node> nameless(Node node, List<Node> found) {
        String text = node.getAccessibleText() == null && node instanceof Labeled labeled
                ? labeled.getText()
                : node.getAccessibleText();
        boolean named = text != null && !text.isBlank();
        if (!named && node.isFocusTraversable() && node.isVisible()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
        }
        return found;
    }
}
