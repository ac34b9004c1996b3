package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.UiTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
        // its columns are arranged once it has a width
        await(() -> desk.view.lookup("#history") != null || desk.view.lookup("#file-failed") != null);
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

    private void alt(KeyCode code) {
        fxRun(() -> {
            Node owner = stage().getScene().getFocusOwner();
            Event.fireEvent(
                    owner == null ? desk.view : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false));
        });
        WaitForAsyncUtils.waitForFxEvents();
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
    void an_act_begun_before_the_file_is_laid_out_takes_the_focus_and_keeps_it_when_the_window_changes() {
        fxRun(() -> {
            desk.open(SampleFile.at(8));
            assertThat(desk.view.startNext()).isEqualTo(FileView.Next.STARTED);
        });
        awaitFocus("verification-pension-number");
        robot.write("1234");
        fxRun(() -> stage().setWidth(520));
        await(() -> desk.view.getWidth() < 560);
        WaitForAsyncUtils.waitForFxEvents();
        awaitFocus("verification-pension-number");
        robot.write("567");
        assertThat(node("verification-pension-number", TextField.class).getText())
                .isEqualTo("1234567");
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
    void every_card_names_the_person_the_year_and_the_act_it_serves() {
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        assertThat(fx(() -> person("verification"))).contains("MÜLLER Annelise", "1944", "Renvoyer le SMS");
        robot.push(KeyCode.ESCAPE);
        open(SampleFile.at(8).verified());
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("resend-confirm");
        assertThat(fx(() -> person("resend-preview"))).contains("MÜLLER Annelise", "1944");
    }

    private String person(String card) {
        return ((Label) desk.view.lookup("#" + card).lookup(".flow-person")).getText();
    }

    @Test
    void another_language_keeps_what_was_typed_from_the_telephone() {
        open(SampleFile.at(8));
        focus("action-RESEND_CHALLENGE_SMS");
        robot.push(KeyCode.SPACE);
        awaitFocus("verification-pension-number");
        robot.write("1234567").push(KeyCode.TAB);
        robot.write("3.13.44");
        fxRun(() -> desk.language.set(Language.ENGLISH));
        await(() -> desk.view.lookup("#verification-confirm") instanceof Button confirm
                && confirm.getText().equals("Compare"));
        assertThat(node("verification-pension-number", TextField.class).getText())
                .isEqualTo("1234567");
        assertThat(node("verification-birth-date", TextField.class).getText()).isEqualTo("3.13.44");
        fxRun(() -> node("verification-confirm", Button.class).fire());
        assertThat(node("fault-birth-date", Label.class).isVisible()).isTrue();
        fxRun(() -> node("verification-birth-date", TextField.class).setText("3.12.44"));
        assertThat(node("fault-birth-date", Label.class).isVisible()).isFalse();
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
        await(() -> stage().getScene().lookup("#verification-missed") != null);
        awaitFocus("verification-pension-number");
        assertThat(node("verification-pension-number", TextField.class).getAccessibleHelp())
                .isEqualTo(node("verification-missed", Label.class).getText());
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
        desk.prints.add(Printing.Outcome.FAILED);
        focus("action-GENERATE_LETTER");
        robot.push(KeyCode.SPACE);
        replaceLost();
        awaitFocus("letter-not-printed");
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
        replaceLost();
        awaitFocus("letter-lost");
        robot.push(KeyCode.ENTER);
        awaitFocus("letter-close");
    }

    @Test
    void a_letter_on_paper_is_replaced_only_with_a_reason_and_never_by_a_hasty_Enter() {
        open(SampleFile.at(15)
                .verified()
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview())));
        focus("action-GENERATE_LETTER");
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-close");
        assertThat(fx(() -> node("letter-confirm", ButtonBase.class).isDisabled()))
                .isTrue();
        assertThat(fx(() -> node("letter-warning", Label.class).getText())).contains("ne sera plus valable");
        robot.push(KeyCode.ENTER);
        await(() -> desk.view.lookup("#letter-warning") == null);
        assertThat(desk.client.letterKeys).isEmpty();
    }

    /** She has lost the letter that was posted: the reason, and then the deliberate button. */
    private void replaceLost() {
        awaitFocus("letter-close");
        fxRun(() -> {
            ((RadioButton) desk.view.lookup("#cause-lost")).fire();
            ((ButtonBase) desk.view.lookup("#letter-confirm")).fire();
        });
    }

    @Test
    void closed_actions_are_one_line_that_says_what_opens_next() {
        open(SampleFile.at(8));
        assertThat(node("closed-actions", ToggleButton.class).getText()).contains("4 actions fermées");
        assertThat(fx(() ->
                        desk.view.lookup("#closed-GENERATE_LETTER").getParent().isVisible()))
                .isFalse();
        assertThat(fx(() -> ((Label) desk.view.lookup(".fold-next")).getText()))
                .isEqualTo("dans 12:41 min\u00a0: Renvoyer l’e-mail de confirmation");
        focus("action-RESEND_CHALLENGE_SMS");
        alt(KeyCode.DIGIT0);
        awaitFocus("closed-RESEND_ACTIVATION_EMAIL");
        assertThat(fx(() -> stage().getScene().getFocusOwner().getAccessibleText()))
                .isEqualTo("Renvoyer l’e-mail d’activation. Le mot de passe est déjà choisi.");
        alt(KeyCode.DIGIT0);
        awaitFocus("closed-actions");
    }

    @Test
    void a_closed_action_counts_down_and_opens_under_the_agents_focus() {
        open(SampleFile.at(8));
        alt(KeyCode.DIGIT0);
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
    void when_sending_has_closed_the_action_the_focus_lands_on_the_line_of_the_closed_ones() {
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
        awaitFocus("closed-actions");
    }

    @Test
    void an_act_is_begun_by_Alt_and_its_number_on_an_AZERTY_keyboard_too() {
        open(SampleFile.at(8).verified());
        alt(KeyCode.AMPERSAND);
        awaitFocus("resend-confirm");
        alt(KeyCode.DIGIT2);
        assertThat(focused()).isEqualTo("resend-confirm");
        robot.push(KeyCode.ESCAPE);
        alt(KeyCode.DIGIT2);
        awaitFocus("handover-open");
        robot.push(KeyCode.ESCAPE);
        alt(KeyCode.DIGIT7);
        assertThat(fx(desk.view::isBusy)).isFalse();
    }

    @Test
    void who_does_not_read_her_language_reads_what_to_say_in_the_own_from_file_to_file() {
        open(SampleFile.at(8));
        assertThat(fx(() -> desk.view.lookup("#say-translation").isVisible())).isFalse();
        focus("say-quote");
        robot.push(KeyCode.L);
        assertThat(fx(() -> ((Label) desk.view.lookup("#say-translation")).getText()))
                .startsWith("Vous recevez dans un instant un SMS");
        assertThat(fx(() -> desk.view.lookup("#say-translation").isVisible())).isTrue();
        open(SampleFile.at(8).id("p-2"));
        assertThat(fx(() -> desk.view.lookup("#say-translation").isVisible())).isTrue();
    }

    @Test
    void letters_and_history_are_one_stop_of_the_tab_key_each_and_the_arrows_lead_through_them() {
        open(SampleFile.at(15));
        List<Node> rows =
                fx(() -> List.copyOf(((Parent) desk.view.lookup("#history .list-rows")).getChildrenUnmodifiable()));
        assertThat(rows).hasSize(4);
        assertThat(rows.stream().filter(Node::isFocusTraversable)).hasSize(1);
        fxRun(() -> rows.getFirst().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(fx(rows.get(2)::isFocused)).isTrue();
        robot.push(KeyCode.END);
        assertThat(fx(rows.getLast()::isFocused)).isTrue();
        assertThat(rows.stream().filter(Node::isFocusTraversable)).containsExactly(rows.getLast());
    }

    @Test
    void the_carriers_page_of_a_letter_is_opened_in_the_systems_browser() {
        URI page = URI.create("https://track.example/RR473124829BE");
        open(SampleFile.at(15).letters(List.of(SampleFile.tracked("l-8", "PMO-8M2C-41", page))));
        focus("letter-track-l-8");
        robot.push(KeyCode.SPACE);
        await(() -> !desk.browsed.isEmpty());
        assertThat(desk.browsed).containsExactly(page);
    }

    @Test
    void what_closes_acts_stands_above_the_name_with_its_sentence() {
        open(SampleFile.at(15).alert(Alert.FROZEN, "Dossier gelé\u00a0: rien n’est envoyé.", false));
        assertThat(fx(() -> ((Label) desk.view.lookup("#alert-FROZEN")).getText()))
                .startsWith("Dossier gelé\u00a0: rien n’est envoyé.");
        double alert =
                fx(() -> desk.view.lookup("#alert-FROZEN").localToScene(0, 0).getY());
        double name =
                fx(() -> desk.view.lookup("#pensioner-name").localToScene(0, 0).getY());
        assertThat(alert).isLessThan(name);
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
    void the_arrow_keys_lead_along_the_ladder_and_unfold_the_steps_of_a_stage() {
        open(SampleFile.at(8));
        focus("rung-8");
        assertThat(fx(() -> stage().getScene().getFocusOwner().getAccessibleText()))
                .startsWith("Étape 8 sur 16, ici");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("stage-ACCESS");
        robot.push(KeyCode.HOME);
        assertThat(focused()).isEqualTo("stage-ACCOUNT");
        assertThat(fx(() -> stage().getScene().getFocusOwner().getAccessibleText()))
                .contains("étapes 1–4");
        robot.push(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("stage-ACCOUNT");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("rung-1");
        robot.push(KeyCode.UP).push(KeyCode.LEFT).push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("stage-PASSWORD");
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
