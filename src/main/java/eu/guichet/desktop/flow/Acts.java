package eu.guichet.desktop.flow;

import eu.guichet.contract.Action;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Callback;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.TimelineEntry;
import java.net.URI;

/** What can be done for the person whose file is open: the one door to every act. */
public interface Acts {
    /** Begins an open action; what comes first is its preview, or the verification it needs. */
    void start(OpenFile open, Action action);

    /** @param then runs on the FX thread after a match; does not run when the agent leaves or nothing matches */
    void identify(OpenFile open, Runnable then);

    /** Fetches and prints a letter that exists and whose document was not given out yet. */
    void print(OpenFile open, Letter letter);

    /** Gives a letter up that is not on paper yet. */
    void discard(OpenFile open, Letter letter);

    /** Lifts an alert, with a reason. */
    void lift(OpenFile open, FileAlert alert);

    /** Promises a call at a time. */
    void promiseCallback(OpenFile open);

    /** Says what becomes of a call that is owed. */
    void settleCallback(OpenFile open, Callback owed);

    /** Leaves a note about the person for another office. */
    void leaveOfficeNote(OpenFile open);

    /** Says what becomes of a note to an office. */
    void seeToNote(OpenFile open, OfficeNote note);

    /** A supervisor gives the competence for the person to another office. */
    void transfer(OpenFile open);

    /** Takes back a line of the history that can be taken back, with a reason. */
    void correct(OpenFile open, TimelineEntry entry);

    /** A supervisor decides about what a colleague asked for. */
    void decide(OpenFile open, Approval approval);

    /** @param notOpened runs on the FX thread when nothing opened the page */
    void browse(URI page, Runnable notOpened);
}
