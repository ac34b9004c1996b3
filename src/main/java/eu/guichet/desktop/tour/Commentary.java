package eu.guichet.desktop.tour;

import java.io.PrintStream;

/** One plain sentence a step, with the name of its picture. */
final class Commentary {
    private final PrintStream out;

    Commentary(PrintStream out) {
        this.out = out;
    }

    void step(String what, TourDesk desk, String picture) {
        say("%s — %s".formatted(what, desk.picture(picture).getFileName()));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
