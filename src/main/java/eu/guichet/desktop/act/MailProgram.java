package eu.guichet.desktop.act;

import eu.guichet.contract.HandoverDraft;

/** The office's own mail program, from which the agent sends. */
public interface MailProgram {
    /** Off the FX thread: the system may take its time. @return whether a mail program took the draft */
    boolean open(HandoverDraft draft);
}
