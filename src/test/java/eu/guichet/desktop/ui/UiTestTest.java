package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class UiTestTest {
    @Test
    void what_goes_wrong_on_the_screens_thread_fails_the_test() throws TimeoutException {
        Watched watched = new Watched();
        Platform.runLater(() -> {
            throw new IllegalStateException("nobody catches this");
        });
        assertThatThrownBy(watched::end).isInstanceOf(AssertionError.class).hasMessageContaining("uncaught");
    }

    @Test
    void what_goes_wrong_on_another_thread_fails_the_test() throws TimeoutException, InterruptedException {
        Watched watched = new Watched();
        Thread other = new Thread(() -> {
            throw new IllegalStateException("nobody catches this");
        });
        other.start();
        other.join();
        assertThatThrownBy(watched::end).isInstanceOf(AssertionError.class).hasMessageContaining("uncaught");
    }

    @Test
    void a_colour_that_no_stylesheet_defines_fails_the_test() throws TimeoutException {
        Watched watched = new Watched();
        watched.look("-fx-text-fill: -no-such-colour;");
        assertThatThrownBy(watched::end).isInstanceOf(AssertionError.class).hasMessageContaining("CSS warnings");
    }

    @Test
    void what_goes_well_fails_nothing() throws TimeoutException {
        Watched watched = new Watched();
        watched.look("-fx-text-fill: -g-ink;");
        assertThatCode(watched::end).doesNotThrowAnyException();
    }

    /** A test within the test. */
    private static final class Watched extends UiTest {
        Watched() throws TimeoutException {
            startToolkit();
        }

        void look(String style) {
            Label label = fx(() -> new Label("text"));
            fxRun(() -> label.setStyle(style));
            show(fx(() -> new VBox(label)), 200, 100);
        }

        void end() throws TimeoutException {
            nothingWentWrongUnseen();
        }
    }
}
