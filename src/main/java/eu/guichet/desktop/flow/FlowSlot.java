package eu.guichet.desktop.flow;

/**
 * The place of one act, leased to it from its first step to its end. Once the act was left or is over, what a late answer
 * still wants to show is not shown: by then the place may be another act's.
 */
public interface FlowSlot {
    /** Shows a step in place of the one before and gives it the focus. */
    void show(FlowStep step);

    /** The act is over: back to the actions; the focus returns to where the act was started. */
    void close();
}
