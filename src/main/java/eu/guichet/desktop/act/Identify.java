package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.OpenFile;
import java.util.function.Supplier;

/** The way to verification: whoever needs the person identified asks here and is told once it is done. */
@FunctionalInterface
interface Identify {
    /**
     * @param act the name of the act for which the person has to be identified; empty where none is waiting
     * @param then runs on the FX thread after a match; does not run when the agent leaves or nothing matches
     */
    void identify(OpenFile open, Supplier<String> act, Runnable then);
}
