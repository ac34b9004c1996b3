package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import java.util.stream.Stream;

/** Who may handle one registered letter. */
public final class LetterRights {
    private LetterRights() {}

    /**
     * Whether somebody may claim its document, tell what became of the print job, or give it up.
     *
     * @param generatedBy id of the agent
     * @param offices that have to do with it: whose letter desk has it, and to whose office the person belongs
     */
    public static boolean mayPrint(Principal who, String generatedBy, OfficeCode... offices) {
        return who.id().equals(generatedBy) || atItsLetterDesk(who, offices);
    }

    /** Whether somebody works at the letter desk of one of these offices. */
    public static boolean atItsLetterDesk(Principal who, OfficeCode... offices) {
        return Permissions.allow(who.role(), Permission.LETTER_DESK)
                && Stream.of(offices).anyMatch(who::actsFor);
    }
}
