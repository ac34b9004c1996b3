package eu.guichet.contract;

/** How a step of the manual stands for one pensioner. */
public enum StepState {
    DONE,
    /** The step at which the pensioner stands now; at most one of the sixteen. */
    HERE,
    LATER
}
