package eu.guichet.desktop.flow;

/** The one place of the open file in which an act takes its steps. */
public interface FlowSlot {
    /** Shows a step in place of the one before and gives it the focus. */
    void show(FlowStep step);

    /** Back to the actions; the focus returns to where the act was started. */
    void close();
}
