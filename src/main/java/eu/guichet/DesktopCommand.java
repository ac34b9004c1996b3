package eu.guichet;

import eu.guichet.client.BackendAddressException;
import eu.guichet.desktop.app.DesktopApp;
import eu.guichet.desktop.paper.Spool;
import eu.guichet.desktop.settings.UserFolder;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The program without a command: the desktop where there is a display, the tour where there is none. */
final class DesktopCommand {
    private DesktopCommand() {}

    static int run() {
        if (!Machine.hasDisplay()) {
            Log.warningsToStandardError();
            System.out.println("This machine has no display, so Guichet shows its main job by itself instead.");
            return TourCommand.run(TourCommand.FOLDER);
        }
        Log.toTheUsersFolder();
        Spool.keepIn(UserFolder.find(), Instant.now());
        DesktopApp desktop;
        try {
            desktop = new DesktopApp(UserFolder.find());
        } catch (BackendAddressException e) {
            return notDone(e.sentence());
        }
        Optional<String> missing = Machine.missingForWindows();
        if (missing.isPresent()) {
            return notDone(missing.get());
        }
        try {
            return desktop.run() ? Guichet.DONE : notDone("The window could not be opened; the log says why.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Guichet.NOT_DONE;
        }
    }

    /** Also in the log: where the program has no console nobody sees standard error. */
    private static int notDone(String sentence) {
        LoggerFactory.getLogger(DesktopCommand.class).error(sentence);
        return Guichet.notDone(sentence);
    }
}
