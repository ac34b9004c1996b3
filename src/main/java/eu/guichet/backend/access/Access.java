package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that compares offices and people: whose file, whose letter, whose record it is, and for which offices somebody
 * acts. What a role may do at all is in {@link Permissions}; both stand as tables in {@code docs/access.md}.
 */
public final class Access {
    private final boolean otherOffices;

    /** @param otherOffices whether files of an office may be opened for which the agent does not act */
    public Access(boolean otherOffices) {
        this.otherOffices = otherOffices;
    }

    /** Whether files are opened by the offices that are competent alone. */
    public boolean keepsApart() {
        return !otherOffices;
    }

    /** Empty where it may be done. */
    public Optional<Ground> refusal(Principal who, Asked asked) {
        return switch (asked) {
            case Asked.OpenFile file ->
                unless(otherOffices || who.actsFor(file.office()), Ground.FILE_OF_ANOTHER_OFFICE);
            case Asked.PrintLetter letter ->
                unless(
                        who.id().equals(letter.generatedBy()) || atLetterDesk(who, letter.offices()),
                        Ground.LETTER_OF_ANOTHER);
            case Asked.ReportPrint claim -> unless(who.id().equals(claim.claimedBy()), Ground.CLAIM_OF_ANOTHER);
            case Asked.HandlePost letter ->
                unless(atLetterDesk(who, letter.offices()), Ground.LETTER_OF_ANOTHER_OFFICE);
            case Asked.TakeBackRecord made ->
                unless(
                        (made.today() && who.id().equals(made.recordedBy()))
                                || Permissions.allow(who.role(), Permission.CORRECT_POST),
                        Ground.RECORD_OF_ANOTHER);
            case Asked.TakeBack made -> {
                if (made.inTime() && who.id().equals(made.recordedBy())) {
                    yield Optional.empty();
                }
                yield unless(Permissions.allow(who.role(), Permission.TAKE_BACK_ANY), Ground.CORRECTION_OF_ANOTHER)
                        .or(() -> unless(who.actsFor(made.office()), Ground.PERSON_OF_ANOTHER_OFFICE));
            }
            case Asked.LiftAlert alert ->
                unless(who.actsFor(alert.office()), Ground.PERSON_OF_ANOTHER_OFFICE)
                        .or(() -> unless(!who.id().equals(alert.raisedBy()), Ground.SECOND_PERSON));
            case Asked.SeeApproval approval ->
                unless(
                        who.id().equals(approval.askedBy()) || (approves(who) && who.actsFor(approval.office())),
                        Ground.APPROVAL_OF_ANOTHER);
            case Asked.Withdraw approval -> unless(who.id().equals(approval.askedBy()), Ground.APPROVAL_OF_ANOTHER);
            case Asked.Decide approval ->
                unless(approves(who) && who.actsFor(approval.office()), Ground.PERSON_OF_ANOTHER_OFFICE)
                        .or(() -> unless(!who.id().equals(approval.askedBy()), Ground.APPROVAL_OF_ONES_OWN));
            case Asked.Review act ->
                unless(who.actsFor(act.office()), Ground.ACT_OF_ANOTHER_OFFICE)
                        .or(() -> unless(
                                !who.id().equals(act.doneBy()) && !who.id().equals(act.approvedBy()),
                                Ground.ACT_OF_ONES_OWN));
            case Asked.ReadSubjectFile file ->
                unless(trail(who).contains(file.office()), Ground.PERSON_OF_ANOTHER_OFFICE);
            case Asked.SeeLock lock ->
                unless(
                        who.actsFor(lock.office()) || lock.missedAt().stream().anyMatch(who::actsFor),
                        Ground.PERSON_OF_ANOTHER_OFFICE);
            case Asked.Transfer person -> unless(who.actsFor(person.office()), Ground.PERSON_OF_ANOTHER_OFFICE);
            case Asked.LeaveNote note ->
                unless(note.to() != who.office(), Ground.NOTE_FOR_OWN_OFFICE)
                        .or(() -> unless(
                                otherOffices || note.to() == note.competent(), Ground.NOTE_FOR_ONE_THAT_OPENS_NO_FILE));
            case Asked.SeeToNote note -> unless(who.actsFor(note.office()), Ground.NOTE_FOR_ANOTHER_OFFICE);
            case Asked.WithdrawNote note -> unless(who.id().equals(note.leftBy()), Ground.NOTE_OF_ANOTHER);
            case Asked.EditOffice one -> unless(who.actsFor(one.office()), Ground.ANOTHER_OFFICE);
            case Asked.SeeWorklist list -> unless(who.actsFor(list.office()), Ground.WORKLIST_OF_ANOTHER_OFFICE);
            case Asked.Unlock lock ->
                refusal(who, lock.lock()).or(() -> unless(!lock.missedBy().contains(who.id()), Ground.SECOND_PERSON));
        };
    }

    public boolean allows(Principal who, Asked asked) {
        return refusal(who, asked).isEmpty();
    }

    /** Whether the trail has to say that the file is of an office for which whoever opened it does not act. */
    public boolean foreign(Principal who, OfficeCode office) {
        return !who.actsFor(office);
    }

    /** The offices whose people's acts are shown in the audit trail: an auditor's are all. */
    public Set<OfficeCode> trail(Principal who) {
        return who.role() == Role.AUDITOR ? EnumSet.allOf(OfficeCode.class) : who.offices();
    }

    /** The offices whose worklists are shown and told of: those for which somebody acts. */
    public static Set<OfficeCode> worklists(Principal who) {
        return who.offices();
    }

    /** The office whose letter desk is shown: the one where somebody works, because the paper lies there. */
    public OfficeCode letterDesk(Principal who) {
        return who.office();
    }

    /** Whether whoever asks is told by name which colleague has written something; a program has no use of it. */
    public static boolean namesColleagues(Principal who) {
        return !who.role().ofProgram();
    }

    private static boolean approves(Principal who) {
        return Permissions.allow(who.role(), Permission.APPROVE);
    }

    private static boolean atLetterDesk(Principal who, Set<OfficeCode> offices) {
        return Permissions.allow(who.role(), Permission.LETTER_DESK)
                && offices.stream().anyMatch(who::actsFor);
    }

    private static Optional<Ground> unless(boolean may, Ground ground) {
        return may ? Optional.empty() : Optional.of(ground);
    }
}
