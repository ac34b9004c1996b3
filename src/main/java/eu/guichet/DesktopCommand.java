package eu.guichet;

import eu.guichet.desktop.app.DesktopApp;
import java.util.Optional;

/** The program without a word: the desktop where there is a display, the tour where there is none. */
final class DesktopCommand {
    private DesktopCommand() {}

    static int run() {
        if (!Machine.hasDisplay()) {
            Log.warningsToStandardError();
            System.out.println("This machine has no display, so Guichet shows its main job by itself instead.");
            return TourCommand.run(TourCommand.FOLDER);
        }
        Optional<String> missing = Machine.missingForWindows();
        if (missing.isPresent()) {
            System.err.println("guichet: " + missing.get());
            return Guichet.NOT_DONE;
        }
        Log.toTheUsersFolder();
        try {
            DesktopApp.run();
            return Guichet.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Guichet.NOT_DONE;
        }
    }
}
