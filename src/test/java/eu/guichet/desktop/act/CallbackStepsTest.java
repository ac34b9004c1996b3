package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Alert;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.SampleCallbacks;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A call is promised and settled in the file, by keyboard alone. */
class CallbackStepsTest extends UiTest {
    private static final Callback OWED = SampleCallbacks.callback(
            "k-1", SampleFile.NOW.plus(Duration.ofHours(2)), CallbackBy.PROMISER, "Carte perdue ?", CallbackState.OPEN);

    private static final Instant TOMORROW_AT_HALF_PAST_TEN = Instant.parse("2026-11-24T09:30:00Z");

    private StepDesk desk;
    private Scene scene;

    @BeforeEach
    void sitDown() {
        desk = fx(StepDesk::new);
        show(desk.view, 980, 860);
        scene = fx(() -> desk.view.getScene());
    }

    private Node find(String id) {
        return fx(() -> {
            desk.view.applyCss();
            desk.view.layout();
            return desk.view.lookup("#" + id);
        });
    }

    private boolean isThere(String id) {
        return fx(() -> {
            desk.view.applyCss();
            desk.view.layout();
            Node node = desk.view.lookup("#" + id);
            return node != null && node.isVisible();
        });
    }

    private String text(String id) {
        return find(id) instanceof Labeled labeled ? labeled.getText() : "nothing";
    }

    private void awaitFocus(String id) {
        await(() ->
                scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId()));
    }

    private void open(SampleFile file) {
        fxRun(() -> {
            desk.open(file);
            desk.view.focus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void promiseByKey() {
        robot.press(KeyCode.ALT).press(KeyCode.DIGIT8).release(KeyCode.DIGIT8).release(KeyCode.ALT);
        awaitFocus("promise-time");
    }

    @Test
    void a_call_is_promised_by_keyboard_for_the_next_weekday_and_the_card_says_when() {
        open(SampleFile.at(8));
        promiseByKey();
        robot.write("10h30");
        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        robot.write("Carte perdue");
        robot.push(KeyCode.ENTER);
        awaitFocus("promise-done");
        assertThat(desk.client.promised)
                .containsExactly(new CallbackRequest(TOMORROW_AT_HALF_PAST_TEN, CallbackBy.PROMISER, "Carte perdue"));
        assertThat(text("promise-done")).contains("rappel promis le 24 novembre à 10:30");
        fxRun(() -> Pictures.take(scene, "callback-promised"));
        robot.push(KeyCode.ENTER);
        await(() -> desk.view.lookup("#promise") == null);
    }

    @Test
    void without_a_time_nothing_is_asked_and_nothing_that_was_typed_is_lost() {
        open(SampleFile.at(8));
        promiseByKey();
        fxRun(() -> {
            ((TextInputControl) desk.view.lookup("#promise-note")).setText("Carte perdue");
            ((RadioButton) desk.view.lookup("#promise-office")).setSelected(true);
        });
        robot.push(KeyCode.ENTER);
        await(() -> isThere("promise-fault"));
        assertThat(desk.client.promised).isEmpty();
        assertThat(text("promise-fault")).contains("Rien n’a été enregistré");
        awaitFocus("promise-time");
        robot.write("11");
        robot.push(KeyCode.ENTER);
        awaitFocus("promise-done");
        assertThat(desk.client.promised).singleElement().satisfies(wanted -> {
            assertThat(wanted.note()).isEqualTo("Carte perdue");
            assertThat(wanted.by()).isEqualTo(CallbackBy.OFFICE);
        });
    }

    @Test
    void what_the_backend_refuses_is_said_in_the_form_and_asked_for_again_it_is_another_wish() {
        desk.client.callbackFailures.add(ScriptedClient.refused(
                ProblemType.INVALID_REQUEST, "Luxembourg : le téléphone est assuré du lundi au vendredi.", null));
        open(SampleFile.at(8));
        promiseByKey();
        robot.write("23:00");
        robot.push(KeyCode.ENTER);
        await(() -> isThere("promise-fault"));
        assertThat(text("promise-fault")).contains("du lundi au vendredi");
        fxRun(() -> {
            TextField time = (TextField) desk.view.lookup("#promise-time");
            assertThat(time.getText()).isEqualTo("23:00");
            time.setText("10:00");
        });
        robot.push(KeyCode.ENTER);
        awaitFocus("promise-done");
        assertThat(desk.client.promiseKeys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_lost_answer_is_asked_for_with_the_same_key_until_it_is_known() {
        desk.client.callbackFailures.add(ScriptedClient.unknown());
        open(SampleFile.at(8));
        promiseByKey();
        robot.write("10:00");
        robot.push(KeyCode.ENTER);
        awaitFocus("promise-unsure");
        fxRun(() -> desk.pass(Duration.ofSeconds(6)));
        awaitFocus("promise-done");
        assertThat(desk.client.promiseKeys).hasSize(2);
        assertThat(Set.copyOf(desk.client.promiseKeys)).hasSize(1);
    }

    @Test
    void a_promised_call_stands_above_the_file_with_its_note_and_says_when_it_is_late() {
        open(SampleFile.at(8).callback(OWED));
        assertThat(text("callback-k-1"))
                .startsWith("Vous avez promis de rappeler")
                .contains("Carte perdue ?");
        fxRun(() -> desk.pass(Duration.ofHours(3)));
        assertThat(text("callback-k-1")).startsWith("En retard");
        fxRun(() -> Pictures.take(scene, "callback-late"));
    }

    @Test
    void a_call_is_settled_moved_or_given_up_with_a_reason() {
        open(SampleFile.at(8).callback(OWED));
        fxRun(() -> desk.view.lookup("#callback-settle-k-1").requestFocus());
        robot.push(KeyCode.SPACE);
        awaitFocus("settle-called");
        robot.push(KeyCode.ENTER);
        awaitFocus("settle-done");
        robot.push(KeyCode.ESCAPE);
        await(() -> desk.view.lookup("#settle") == null);

        fxRun(() -> ((Button) desk.view.lookup("#callback-settle-k-1")).fire());
        awaitFocus("settle-called");
        fxRun(() -> ((Button) desk.view.lookup("#settle-move")).fire());
        awaitFocus("settle-time");
        robot.write("10:30");
        robot.push(KeyCode.ENTER);
        awaitFocus("settle-done");
        robot.push(KeyCode.ESCAPE);
        await(() -> desk.view.lookup("#settle") == null);

        fxRun(() -> ((Button) desk.view.lookup("#callback-settle-k-1")).fire());
        awaitFocus("settle-called");
        fxRun(() -> ((Button) desk.view.lookup("#settle-give-up")).fire());
        awaitFocus("settle-reason");
        assertThat(find("settle-give-up-now").isDisabled()).isTrue();
        robot.write("venue au guichet");
        fxRun(() -> ((Button) desk.view.lookup("#settle-give-up-now")).fire());
        awaitFocus("settle-done");

        assertThat(desk.client.settled)
                .containsExactly(
                        "k-1 Done[]",
                        "k-1 Moved[at=" + TOMORROW_AT_HALF_PAST_TEN + "]",
                        "k-1 GivenUp[reason=venue au guichet]");
    }

    @Test
    void nobody_is_promised_a_call_who_has_died() {
        open(SampleFile.at(8).alert(Alert.DECEASED, "La personne est décédée.", false));
        assertThat(isThere("callback-promise")).isFalse();
        robot.press(KeyCode.ALT).press(KeyCode.DIGIT8).release(KeyCode.DIGIT8).release(KeyCode.ALT);
        fxRun(desk.view::promiseCallback);
        assertThat(find("promise")).isNull();
    }
}
