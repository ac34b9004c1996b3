package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked about one person or one thing, after the role has allowed the call. {@link Access} answers. */
public sealed interface Asked {
    /**
     * To see more of somebody than a row of a search.
     *
     * @param office to which the person belongs
     */
    record OpenFile(OfficeCode office) implements Asked {}

    /**
     * To claim a letter's document, or to give the letter up.
     *
     * @param generatedBy id of the agent
     * @param offices that have to do with it: whose letter desk has it, and to whose office the person belongs
     */
    record PrintLetter(String generatedBy, Set<OfficeCode> offices) implements Asked {
        public PrintLetter {
            offices = Set.copyOf(offices);
        }
    }

    /**
     * To say what became of a document that was claimed.
     *
     * @param claimedBy id of the agent
     */
    record ReportPrint(String claimedBy) implements Asked {}

    /**
     * To find a letter by what was scanned, or to record what the post did with it.
     *
     * @param offices as for {@link PrintLetter}
     */
    record HandlePost(Set<OfficeCode> offices) implements Asked {
        public HandlePost {
            offices = Set.copyOf(offices);
        }
    }

    /**
     * To give the competence for somebody to another office.
     *
     * @param office to which the person belongs
     */
    record Transfer(OfficeCode office) implements Asked {}

    /**
     * To leave a note for an office.
     *
     * @param to for which
     * @param competent to which the person belongs
     */
    record LeaveNote(OfficeCode to, OfficeCode competent) implements Asked {}

    /** To see to what was left for this office. */
    record SeeToNote(OfficeCode office) implements Asked {}

    /**
     * To take back what was left for an office.
     *
     * @param leftBy id of the agent
     */
    record WithdrawNote(String leftBy) implements Asked {}

    /** To write down what is to hold of this office. */
    record EditOffice(OfficeCode office) implements Asked {}

    /** To see who stands on the worklists of this office. */
    record SeeWorklist(OfficeCode office) implements Asked {}

    /**
     * To take back the latest postal record of a letter.
     *
     * @param recordedBy id of the agent; null where it was a program
     * @param today whether it was recorded on this day
     */
    record TakeBackRecord(@Nullable String recordedBy, boolean today) implements Asked {}

    /**
     * To take back a verification or a hand-over.
     *
     * @param office to which the person belongs
     * @param recordedBy id of the agent; null where nobody is known
     * @param inTime whether whoever recorded it may still do so
     */
    record TakeBack(OfficeCode office, @Nullable String recordedBy, boolean inTime) implements Asked {}

    /**
     * To lift an alert.
     *
     * @param office to which the person belongs
     * @param raisedBy id of the agent whose decision it was; null where it was nobody's
     */
    record LiftAlert(OfficeCode office, @Nullable String raisedBy) implements Asked {}

    /**
     * To see what has become of an act that waits for a supervisor.
     *
     * @param office to which the person belongs
     * @param askedBy id of whoever asked for it
     */
    record SeeApproval(OfficeCode office, String askedBy) implements Asked {}

    /**
     * To take back that it was asked for.
     *
     * @param askedBy id of whoever asked for it
     */
    record Withdraw(String askedBy) implements Asked {}

    /**
     * To decide about it.
     *
     * @param office to which the person belongs
     * @param askedBy id of whoever asked for it
     */
    record Decide(OfficeCode office, String askedBy) implements Asked {}

    /**
     * To look at an act afterwards, and say what was found.
     *
     * @param office where it was done
     * @param doneBy id of the agent
     */
    record Review(
            OfficeCode office, String doneBy, @Nullable String approvedBy) implements Asked {}

    /**
     * To have everything written out that is held about somebody.
     *
     * @param office to which the person belongs
     */
    record ReadSubjectFile(OfficeCode office) implements Asked {}

    /**
     * To see that verification is locked.
     *
     * @param office to which the person belongs
     * @param missedAt offices where the misses were made
     */
    record SeeLock(OfficeCode office, Set<OfficeCode> missedAt) implements Asked {
        public SeeLock {
            missedAt = Set.copyOf(missedAt);
        }
    }

    /**
     * To end that lock.
     *
     * @param missedBy ids of the agents whose misses led to it
     */
    record Unlock(SeeLock lock, Set<String> missedBy) implements Asked {
        public Unlock {
            missedBy = Set.copyOf(missedBy);
        }
    }
}
