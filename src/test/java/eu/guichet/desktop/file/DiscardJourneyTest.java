package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.StepDesk;
import eu.guichet.desktop.ui.Accessibility;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.UiTest;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that waits to be printed, one of a batch among them, is given up from the person's file. */
class DiscardJourneyTest extends UiTest {
    private static final String DISCARD = "letter-discard-l-8";

    private StepDesk desk;

    @BeforeEach
    void openTheFile() {
        desk = fx(StepDesk::new);
        show(desk.view, 1000, 900);
    }

    private static Letter waiting() {
        return SampleFile.printable("l-8", "PMO-8M2C-41");
    }

    private static SampleFile fileWith(Letter letter) {
        return SampleFile.at(15).letters(List.of(letter));
    }

    private void open(SampleFile file) {
        fxRun(() -> desk.open(file));
        await(() -> desk.view.lookup("#history") != null);
    }

    private void focus(String id) {
        await(() -> stage().getScene().lookup("#" + id) != null);
        fxRun(() -> stage().getScene().lookup("#" + id).requestFocus());
    }

    private void awaitFocus(String id) {
        await(() -> stage().getScene().getFocusOwner() != null
                && id.equals(stage().getScene().getFocusOwner().getId()));
    }

    @Test
    void whoever_may_says_why_and_only_then_it_is_given_up() {
        open(fileWith(waiting().voidable(true)));
        focus(DISCARD);
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-close");
        assertThat(fx(() -> node("letter-give-up", Button.class).isDisabled())).isTrue();
        assertThat(desk.client.told).isEmpty();
        fxRun(() -> node("discard-not-wanted", RadioButton.class).fire());
        fxRun(() -> node("letter-give-up", Button.class).fire());
        awaitFocus("letter-given-up");
        assertThat(desk.client.told).containsExactly(new LetterPatch.Voided(VoidReason.NOT_WANTED));
    }

    @Test
    void whoever_thinks_better_of_it_is_back_at_the_file_and_nothing_was_told() {
        open(fileWith(waiting().voidable(true)));
        focus(DISCARD);
        robot.push(KeyCode.SPACE);
        awaitFocus("letter-close");
        robot.push(KeyCode.ESCAPE);
        awaitFocus(DISCARD);
        assertThat(desk.client.told).isEmpty();
    }

    @Test
    void whoever_may_not_is_not_offered_it() {
        open(fileWith(waiting()));
        assertThat(fx(() -> node(DISCARD, Button.class).isVisible())).isFalse();
    }

    @Test
    void it_has_its_pictures() {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            fxRun(() -> theme().appearance().set(appearance));
            for (int[] size : new int[][] {{960, 700}, {1280, 800}, {1920, 1080}}) {
                String name = "discard-" + size[0] + "-" + appearance;
                fxRun(() -> picture(name, size[0], size[1], _ -> {}));
                fxRun(() -> picture(name + "-why", size[0], size[1], other -> FilePicturesTest.fire(other, DISCARD)));
            }
        }
        fxRun(() -> theme().appearance().set(Appearance.LIGHT));
    }

    private void picture(String name, int width, int height, Consumer<StepDesk> play) {
        StepDesk other = new StepDesk();
        Scene scene = new Scene(other.view, width, height);
        theme().dress(scene);
        other.open(fileWith(waiting().voidable(true)));
        play.accept(other);
        FilePicturesTest.find(other, DISCARD, Button.class);
        assertThat(Accessibility.faults(other.view)).as(name).isEmpty();
        Pictures.take(scene, name);
        theme().undress(scene);
        other.view.release();
    }
}
