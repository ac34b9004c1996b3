package eu.guichet.desktop.flow;

import javafx.scene.Node;

/** One step of an act, as the slot shows it. */
public interface FlowStep {
    Node node();

    /** What has the focus when the step appears: the first thing to do, or else the sentence to read. */
    Node firstFocus();

    /** Called every second while the step is shown. */
    default void tick() {}

    /**
     * Esc, or another file is opened.
     *
     * @return whether the step lets go; a step that does not has told why
     */
    default boolean leave() {
        return true;
    }
}
