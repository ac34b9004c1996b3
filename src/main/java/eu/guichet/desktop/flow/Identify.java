package eu.guichet.desktop.flow;

/** The door to verification: whoever needs the person identified asks here and is told once it is done. */
@FunctionalInterface
public interface Identify {
    /** @param then runs on the FX thread after a match; does not run when the agent leaves or nothing matches */
    void identify(OpenFile open, Runnable then);
}
