package eu.guichet.desktop.pensioner;

import eu.guichet.contract.HandoverDraft;

/** The office's own mail program, from which the agent sends. */
public interface MailProgram {
    /** @return whether a mail program took the draft */
    boolean open(HandoverDraft draft);
}
