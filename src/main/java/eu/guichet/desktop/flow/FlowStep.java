package eu.guichet.desktop.flow;

import javafx.scene.Node;

/** One step of an act, as the slot shows it. */
public interface FlowStep {
    Node node();

    /** What has the focus when the step appears: the first thing to do, or else the sentence to read. */
    Node firstFocus();

    /** Called every second, also while another file is shown. */
    void tick();

    /**
     * Esc, or another file is opened.
     *
     * @return whether the step lets go; a step that does not has told why
     */
    boolean leave();

    /** Whether the act goes on when another file is opened: something is being done, or would be lost. */
    boolean underWay();

    /** The step in one sentence, for where it is not shown itself. */
    String sentence();

    /** Shows the step again, in the language chosen now. */
    void redraw();
}
