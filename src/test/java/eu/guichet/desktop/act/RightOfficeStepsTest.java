package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.RightOffice;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.SampleRightOffice;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The file says which office is competent; a note is left for another one, and a supervisor transfers the competence. */
class RightOfficeStepsTest extends UiTest {
    private static final OfficeNote WAITING =
            SampleRightOffice.note("n-1", "Passera jeudi avec sa carte d’identité", OfficeNoteState.OPEN, false, true);

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
        Node node = find(id);
        return node != null && fx(node::isVisible);
    }

    private String text(String id) {
        return find(id) instanceof Labeled labeled ? labeled.getText() : "nothing";
    }

    private void awaitFocus(String id) {
        await(() ->
                scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId()));
    }

    private void open(RightOffice right) {
        fxRun(() -> {
            desk.client.file = SampleFiles.with(SampleFile.at(8).file(), right);
            desk.open();
            desk.view.focus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(String id) {
        Node button = find(id);
        fxRun(() -> ((Button) button).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String id, String text) {
        Node field = find(id);
        fxRun(() -> ((TextInputControl) field).setText(text));
    }

    @Test
    void the_file_says_which_office_is_competent_in_words_to_read_out() {
        open(SampleRightOffice.right(false, OfficeCode.BRU));
        assertThat(text("right-office-title")).isEqualTo("Bureau compétent : Luxembourg");
        assertThat(text("right-office-quote"))
                .contains("ist bis 12:30 Uhr geöffnet")
                .contains("+352 4301 36100");
        assertThat(text("right-office-register")).contains("Bruxelles");
        assertThat(isThere("competence-transfer")).isFalse();
        assertThat(isThere("right-office-translation")).isFalse();
        fxRun(() -> desk.view.lookup("#right-office-quote").requestFocus());
        robot.push(KeyCode.L);
        await(() -> isThere("right-office-translation"));
        assertThat(text("right-office-translation")).contains("est ouvert jusqu’à 12:30");
    }

    @Test
    void a_note_is_left_for_the_competent_office_and_the_card_says_where_it_waits() {
        open(SampleRightOffice.right(false, null));
        fire("office-note-leave");
        awaitFocus("office-note-lux");
        assertThat(isThere("office-note-bru")).as("the own office").isFalse();
        assertThat(fx(() -> desk.view.lookup("#office-note-now").isDisabled())).isTrue();
        type("office-note-text", "Passera jeudi");
        fxRun(() -> Pictures.take(scene, "office-note-form"));
        fire("office-note-now");
        awaitFocus("office-note-done");
        assertThat(text("office-note-done")).contains("liste du bureau de Luxembourg");
        assertThat(desk.client.handed).containsExactly("note for LUX: Passera jeudi");
    }

    @Test
    void what_is_refused_is_said_in_the_form_and_nothing_that_was_typed_is_lost() {
        desk.client.rightOfficeFailures.add(
                ScriptedClient.refused(ProblemType.INVALID_REQUEST, "Un code ne se note jamais.", null));
        open(SampleRightOffice.right(false, null));
        fire("office-note-leave");
        awaitFocus("office-note-lux");
        type("office-note-text", "Passera jeudi");
        fire("office-note-now");
        await(() -> isThere("office-note-fault"));
        assertThat(text("office-note-fault")).contains("Un code ne se note jamais");
        fire("office-note-now");
        awaitFocus("office-note-done");
        assertThat(desk.client.handedKeys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_lost_answer_is_asked_for_with_the_same_key() {
        desk.client.rightOfficeFailures.add(ScriptedClient.unknown());
        open(SampleRightOffice.right(false, null));
        fire("office-note-leave");
        awaitFocus("office-note-lux");
        type("office-note-text", "Passera jeudi");
        fire("office-note-now");
        awaitFocus("office-note-unsure");
        fxRun(() -> desk.pass(Duration.ofSeconds(6)));
        awaitFocus("office-note-done");
        assertThat(Set.copyOf(desk.client.handedKeys)).hasSize(1);
    }

    @Test
    void a_note_that_waits_stands_above_the_file_and_is_taken_and_seen_to() {
        open(SampleRightOffice.right(false, null, WAITING));
        assertThat(text("office-note-n-1"))
                .contains("J. V.")
                .contains("Bruxelles")
                .contains("Passera jeudi avec sa carte");
        fxRun(() -> Pictures.take(scene, "office-note-waits"));
        fire("office-note-see-n-1");
        awaitFocus("see-to-note-seen");
        assertThat(isThere("see-to-note-withdraw")).isFalse();
        fire("see-to-note-take");
        await(() -> text("see-to-note-done").contains("à votre nom"));
        robot.push(KeyCode.ESCAPE);
        await(() -> desk.view.lookup("#see-to-note") == null);
        fire("office-note-see-n-1");
        awaitFocus("see-to-note-seen");
        fire("see-to-note-seen");
        await(() -> text("see-to-note-done").contains("quitte la liste"));
        assertThat(desk.client.handed).containsExactly("n-1 TAKEN", "n-1 DONE");
    }

    @Test
    void whoever_left_a_note_withdraws_it_and_a_third_only_reads_it() {
        open(SampleRightOffice.right(
                false,
                null,
                SampleRightOffice.note("n-1", "Passera jeudi", OfficeNoteState.OPEN, true, false),
                SampleRightOffice.note("n-2", "Déjà venue", OfficeNoteState.TAKEN, false, false)));
        assertThat(find("office-note-see-n-2")).isNull();
        assertThat(text("office-note-n-2")).contains("M. D. s’en occupe");
        fire("office-note-see-n-1");
        awaitFocus("see-to-note-withdraw");
        fire("see-to-note-withdraw");
        await(() -> text("see-to-note-done").contains("retirée"));
        assertThat(desk.client.handed).containsExactly("n-1 WITHDRAWN");
    }

    @Test
    void a_supervisor_transfers_the_competence_with_a_reason() {
        open(SampleRightOffice.right(true, null));
        fire("competence-transfer");
        awaitFocus("transfer-bru");
        assertThat(isThere("transfer-lux")).as("competent already").isFalse();
        fxRun(() -> ((RadioButton) desk.view.lookup("#transfer-register-error")).setSelected(true));
        type("transfer-remark", "Habite Namur");
        fxRun(() -> {
            Pictures.take(scene, "transfer-form");
            theme().appearance().set(Appearance.DARK);
            Pictures.take(scene, "transfer-form-dark");
            theme().appearance().set(Appearance.LIGHT);
        });
        fire("transfer-now");
        awaitFocus("transfer-done");
        assertThat(text("transfer-done")).contains("le bureau de Bruxelles est compétent");
        assertThat(desk.client.handed)
                .containsExactly("transfer " + desk.client.file.etag() + " to BRU, REGISTER_ERROR: Habite Namur");
    }

    @Test
    void the_file_is_drawn_with_it_in_every_size_and_look() {
        fxRun(() -> {
            draw(960, 700, "right-office-small");
            draw(1280, 800, "right-office");
            draw(1920, 1080, "right-office-large");
            theme().appearance().set(Appearance.DARK);
            draw(1280, 800, "right-office-dark");
            theme().appearance().set(Appearance.LIGHT);
        });
    }

    private void draw(double width, double height, String name) {
        StepDesk another = new StepDesk();
        another.client.file =
                SampleFiles.with(SampleFile.at(8).file(), SampleRightOffice.right(true, OfficeCode.BRU, WAITING));
        another.open();
        Pictures.take(another.view, width, height, theme(), name);
    }
}
