package eu.guichet.desktop.app;

import java.io.PrintStream;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/**
 * Measures a start as whoever sits before it meets it, and leaves: in milliseconds from the start of the process, until the window
 * has been painted and until a name typed into the search field has been answered. For the FX thread.
 */
final class UntilReady {
    private static final String TYPED = "muller";

    private final PrintStream out;
    private final Runnable leave;
    private boolean typed;
    private boolean answered;

    UntilReady(PrintStream out, Runnable leave) {
        this.out = out;
        this.leave = leave;
    }

    void watch(Desktop desktop) {
        Painted.once(desktop.scene(), () -> tell("first-paint"));
        desktop.shell().subscribe(shell -> {
            if (shell != null) {
                type(shell);
            }
        });
    }

    private void type(Node shell) {
        if (!typed
                && shell.lookup("#search-field") instanceof TextInputControl field
                && shell.lookup("#result-count") instanceof Label count) {
            typed = true;
            count.textProperty().subscribe(found -> {
                if (!found.isBlank() && !answered) {
                    answered = true;
                    Painted.once(shell.getScene(), () -> {
                        tell("search-answers");
                        leave.run();
                    });
                }
            });
            field.setText(TYPED);
        }
    }

    private void tell(String what) {
        Duration age = ProcessAge.now();
        out.println(what + " " + age.toMillis());
    }
}
