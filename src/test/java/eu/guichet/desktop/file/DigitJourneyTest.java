package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Stage;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.TimelineEntry.Correctable;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.SampleHandover;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.ui.UiTest;
import java.time.LocalDate;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that goes to DIGIT, and what was recorded by mistake, with the keyboard alone. */
class DigitJourneyTest extends UiTest {
    private static final LocalDate FOLLOW_UP = LocalDate.of(2026, 12, 1);

    private StepDesk desk;

    @BeforeEach
    void openTheFile() {
        desk = fx(StepDesk::new);
        show(desk.view, 1000, 990);
    }

    private void open(SampleFile file) {
        fxRun(() -> desk.open(file));
        await(() -> desk.view.lookup("#history") != null);
    }

    private void startHandover() {
        fxRun(() -> desk.view.start(
                desk.client.file.action(ActionKind.HAND_OVER_TO_DIGIT).orElseThrow()));
    }

    private void focus(String id) {
        await(() -> stage().getScene().lookup("#" + id) != null);
        fxRun(() -> stage().getScene().lookup("#" + id).requestFocus());
        awaitFocus(id);
    }

    private void awaitFocus(String id) {
        await(() -> stage().getScene().getFocusOwner() != null
                && id.equals(stage().getScene().getFocusOwner().getId()));
    }

    /** What cannot be undone has a key of its own. */
    private void altR() {
        fxRun(() -> Event.fireEvent(
                stage().getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, false, true, false)));
    }

    private boolean there(String id) {
        return fx(() -> stage().getScene().lookup("#" + id) != null);
    }

    private SampleFile withHistory(@Nullable String closed) {
        TimelineEntry verified = new TimelineEntry(
                        "verified-1",
                        SampleFile.NOW.minusSeconds(60),
                        Stage.ACCOUNT,
                        "Identité vérifiée : rappel au numéro enregistré",
                        "M. Dupont",
                        null,
                        null)
                .with(new Correctable(
                        CorrectionKind.VERIFICATION,
                        "c-1-1",
                        CorrectionReason.fitting(CorrectionKind.VERIFICATION),
                        closed));
        return SampleFile.at(8).timeline(List.of(verified));
    }

    @Test
    void the_message_is_sent_from_the_office_s_address_and_its_number_is_awaited() {
        desk.client.draft = SampleHandover.draft();
        open(SampleFile.at(8));
        startHandover();
        awaitFocus("handover-send");
        robot.push(KeyCode.ENTER);
        awaitFocus("handover-sent");
        assertThat(desk.client.handedOver)
                .containsExactly(new HandoverRequest(null, HandoverMatter.LOST_FACTOR, FOLLOW_UP, true));
    }

    @Test
    void whoever_chooses_by_digit_what_DIGIT_is_asked_for_reads_its_message_and_sends_nothing_by_that() {
        desk.client.draft = SampleHandover.draft();
        open(SampleFile.at(8));
        startHandover();
        awaitFocus("handover-send");
        robot.push(KeyCode.DIGIT2);
        awaitFocus("handover-matter-second-account");
        assertThat(fx(() -> ((TextArea) stage().getScene().lookup("#handover-body")).getText()))
                .isEqualTo("Bonjour, il y a deux comptes.");
        assertThat(desk.client.handedOver).isEmpty();
        focus("handover-copy-subject");
        robot.push(KeyCode.SPACE);
        awaitFocus("handover-ticket");
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("Deux comptes");
    }

    @Test
    void sent_by_the_mail_program_the_number_is_awaited_too() {
        desk.client.draft = SampleHandover.draft();
        open(SampleFile.at(8));
        startHandover();
        focus("handover-open");
        robot.push(KeyCode.SPACE);
        awaitFocus("handover-ticket");
        assertThat(desk.mailed).hasSize(1);
        focus("handover-await");
        robot.push(KeyCode.SPACE);
        awaitFocus("handover-kept");
        assertThat(desk.client.handedOver)
                .containsExactly(new HandoverRequest(null, HandoverMatter.LOST_FACTOR, FOLLOW_UP, null));
    }

    @Test
    void the_number_that_came_is_typed_and_what_DIGIT_answered_ends_the_case() {
        desk.client.draft = SampleHandover.withOpenCase();
        open(SampleFile.at(8));
        startHandover();
        focus("handover-follow-h-1");
        robot.push(KeyCode.SPACE);
        awaitFocus("following-ticket");
        robot.push(KeyCode.ENTER);
        await(() -> stage().getScene().lookup("#following-fault") instanceof Label label && label.isVisible());
        assertThat(desk.client.handoverChanges).isEmpty();
        robot.write("INC 123 456").push(KeyCode.ENTER);
        awaitFocus("handover-changed");
        robot.push(KeyCode.ESCAPE);
        startHandover();
        focus("handover-follow-h-1");
        robot.push(KeyCode.SPACE);
        focus("following-said");
        robot.write("Le facteur est retire.").push(KeyCode.ENTER);
        awaitFocus("handover-changed");
        assertThat(desk.client.handoverChanges)
                .containsExactly(
                        new HandoverPatch.Ticket("h-1", "INC 123 456"),
                        new HandoverPatch.Answered("h-1", "Le facteur est retire."));
    }

    @Test
    void what_DIGIT_has_already_is_followed_up_and_not_sent_again() {
        desk.client.draft = SampleHandover.withOpenCase();
        open(SampleFile.at(8));
        startHandover();
        await(() -> there("handover-body"));
        assertThat(there("handover-send")).as("another thing can be sent").isTrue();
        focus("handover-matter-lost-factor");
        robot.push(KeyCode.DIGIT1);
        await(() -> !there("handover-send"));
    }

    @Test
    void a_line_of_the_history_is_taken_back_with_a_reason_by_keys_alone() {
        open(withHistory(null));
        focus("timeline-verified-1");
        robot.push(KeyCode.ENTER);
        awaitFocus("correct-reason-wrong-person");
        robot.push(KeyCode.DIGIT1);
        altR();
        awaitFocus("correct-done");
        assertThat(desk.client.corrections)
                .containsExactly(new CorrectionRequest(
                        CorrectionKind.VERIFICATION, "c-1-1", CorrectionReason.WRONG_PERSON, null));
    }

    /** The same file, once the verification was taken back. */
    private SampleFile takenBack(int acts) {
        TimelineEntry line = new TimelineEntry(
                        "verification-retracted-1",
                        SampleFile.NOW,
                        Stage.ACCOUNT,
                        "Vérification de l’identité annulée : autre personne",
                        "M. Dupont",
                        null,
                        null)
                .judging(acts);
        return SampleFile.at(8).timeline(List.of(line));
    }

    @Test
    void that_a_supervisor_judges_what_was_done_under_it_is_said_only_where_something_was() {
        for (int acts : new int[] {0, 2}) {
            open(withHistory(null));
            focus("timeline-verified-1");
            robot.push(KeyCode.ENTER);
            awaitFocus("correct-reason-wrong-person");
            robot.push(KeyCode.DIGIT1);
            desk.client.file = takenBack(acts).file();
            altR();
            awaitFocus("correct-done");
            await(() -> !((VBox) stage().getScene().lookup("#correct-under"))
                    .getChildren()
                    .isEmpty());
            assertThat(there("correct-judged")).isEqualTo(acts > 0);
            robot.push(KeyCode.ESCAPE);
        }
    }

    @Test
    void without_a_reason_nothing_is_taken_back_and_what_was_typed_stays() {
        open(withHistory(null));
        focus("timeline-verified-1");
        robot.push(KeyCode.ENTER);
        awaitFocus("correct-reason-wrong-person");
        focus("correct-remark");
        robot.write("sa soeur");
        altR();
        await(() -> stage().getScene().lookup("#correct-fault") instanceof Label label && label.isVisible());
        assertThat(desk.client.corrections).isEmpty();
        focus("correct-reason-other");
        robot.push(KeyCode.SPACE);
        altR();
        awaitFocus("correct-done");
        assertThat(desk.client.corrections)
                .containsExactly(new CorrectionRequest(
                        CorrectionKind.VERIFICATION, "c-1-1", CorrectionReason.OTHER, "sa soeur"));
    }

    @Test
    void after_a_lost_answer_the_same_is_asked_again_under_its_key() {
        desk.client.correctionFailures.add(ScriptedClient.unknown());
        open(withHistory(null));
        focus("timeline-verified-1");
        robot.push(KeyCode.ENTER);
        awaitFocus("correct-reason-wrong-person");
        robot.push(KeyCode.DIGIT1);
        altR();
        focus("correct-ask");
        robot.push(KeyCode.SPACE);
        awaitFocus("correct-done");
        assertThat(desk.client.correctionKeys).hasSize(2);
        assertThat(desk.client.correctionKeys.get(0)).isEqualTo(desk.client.correctionKeys.get(1));
    }

    @Test
    void a_line_that_somebody_else_has_to_take_back_opens_nothing() {
        open(withHistory("Il faut la supervision."));
        focus("timeline-verified-1");
        robot.push(KeyCode.ENTER);
        assertThat(there("correct-now")).isFalse();
    }
}
