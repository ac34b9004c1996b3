package eu.guichet.desktop.app;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells once what a scene looks like now has been painted. For the FX thread. */
public final class Painted implements Runnable {
    private final Scene scene;
    private final Runnable then;
    private boolean drawn;

    private Painted(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    public static void once(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Painted(scene, then));
        Platform.requestNextPulse();
    }

    /** A pulse begins when the picture of the one before is painted. */
    @Override
    public void run() {
        if (drawn) {
            scene.removePostLayoutPulseListener(this);
            then.run();
        } else {
            drawn = true;
            Platform.requestNextPulse();
        }
    }
}
