package eu.guichet;

import eu.guichet.client.BackendAddressException;
import eu.guichet.desktop.app.DesktopApp;
import eu.guichet.desktop.paper.Spool;
import eu.guichet.desktop.settings.UserFolder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** The program without a command: the desktop where there is a display, the tour where there is none. */
final class DesktopCommand {
    private DesktopCommand() {}

    /** What is done with the desktop; whether there was a window. */
    private interface Work {
        boolean with(DesktopApp desktop) throws InterruptedException;
    }

    static int run() {
        if (!Machine.hasDisplay()) {
            Log.warningsToStandardError();
            System.out.println("This machine has no display, so Guichet shows its main job by itself instead.");
            return TourCommand.run(TourCommand.FOLDER);
        }
        return open(Machine::missingForWindows, DesktopApp::run);
    }

    /** Where there is no display, on JavaFX's platform without one. */
    static int untilReady() {
        if (Machine.hasDisplay()) {
            return open(Machine::missingForWindows, desktop -> desktop.untilReady(System.out));
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        return open(Machine::missingForPictures, desktop -> desktop.untilReady(System.out));
    }

    private static int open(Supplier<Optional<String>> missing, Work work) {
        Log.toTheUsersFolder();
        Spool.keepIn(UserFolder.find(), Instant.now());
        DesktopApp desktop;
        try {
            desktop = new DesktopApp(UserFolder.find());
        } catch (BackendAddressException e) {
            return notDone(e.sentence());
        }
        Optional<String> lacking = missing.get();
        if (lacking.isPresent()) {
            return notDone(lacking.get());
        }
        try {
            return work.with(desktop) ? Guichet.DONE : notDone("The window could not be opened; the log says why.");
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
