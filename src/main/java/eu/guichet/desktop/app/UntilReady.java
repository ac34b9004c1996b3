package eu.guichet.desktop.app;

import java.io.PrintStream;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
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
        painted(desktop.scene(), () -> tell("first-paint"));
        desktop.shell().subscribe(shell -> {
            if (shell != null) {
                type(shell);
            }
        });
    }

    /** A pulse begins when the picture of the one before is painted. */
    private static void painted(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses == 1) {
                    Platform.requestNextPulse();
                } else {
                    scene.removePostLayoutPulseListener(this);
                    then.run();
                }
            }
        });
        Platform.requestNextPulse();
    }

    private void type(Node shell) {
        if (!typed
                && shell.lookup("#search-field") instanceof TextInputControl field
                && shell.lookup("#result-count") instanceof Label count) {
            typed = true;
            count.textProperty().subscribe(found -> {
                if (!found.isBlank() && !answered) {
                    answered = true;
                    painted(shell.getScene(), () -> {
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
