package eu.guichet.desktop.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One screen of the window: the counter, the letter desk, oversight. For the FX thread only. */
public interface ScreenPart {
    Node node();

    /** It comes into view: what it shows is read anew, and the focus goes where work begins. */
    void shown();

    /** It leaves the view; what was being typed stays. */
    void hidden();

    /** The keys of its own, for the overview and the palette. */
    default KeyTable keys() {
        return new KeyTable();
    }

    /** A key that nothing in front of the screen has used. */
    default boolean pressed(KeyEvent event) {
        return keys().pressed(event);
    }

    /**
     * A letter's reference or an S10 number that was scanned anywhere in the window while this screen is shown.
     *
     * @return whether it was for this screen; where not, the letter's file is opened
     */
    default boolean scanned(String number) {
        return false;
    }

    /** What is disturbed may be told otherwise by now; what is being typed stays. */
    default void noticesChanged() {}

    /** Something may have been written down of an office; what is being typed stays. */
    default void officesChanged() {}

    /** How many things wait there, for the side bar. */
    default ReadOnlyObjectProperty<Badge> badge() {
        return new ReadOnlyObjectWrapper<>(Badge.NONE).getReadOnlyProperty();
    }

    /** Stops listening. */
    void close();

    /**
     * What the side bar shows beside a screen's name.
     *
     * @param count 0 shows nothing
     * @param urgent whether it should be looked at now
     */
    record Badge(int count, boolean urgent) {
        public static final Badge NONE = new Badge(0, false);
    }
}
