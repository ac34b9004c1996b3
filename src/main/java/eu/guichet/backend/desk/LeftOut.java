package eu.guichet.backend.desk;

import eu.guichet.backend.desk.Refusal.ClosedAction;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.Decision;
import eu.guichet.process.Outage;
import eu.guichet.process.Reason;
import java.util.Optional;

/** Why a batch leaves a letter out, from why it was refused. */
final class LeftOut {
    /** Under this key a letter is refused that nobody may generate alone, where nobody can be asked. */
    static final String WANTS_APPROVAL = "wants-approval";

    private LeftOut() {}

    static LeftOutReason why(Refusal refusal) {
        ClosedAction closed = refusal.closedAction();
        if (closed != null) {
            return why(closed.reason());
        }
        if (refusal.faults().stream().anyMatch(fault -> fault.key().equals("address-does-not-fit"))) {
            return LeftOutReason.ADDRESS_DOES_NOT_FIT;
        }
        if (refusal.limit().isPresent()) {
            return LeftOutReason.LETTERS_OF_OFFICE;
        }
        if (refusal.type() == ProblemType.DOCUMENT_ALREADY_FETCHED) {
            return LeftOutReason.GIVEN_UP;
        }
        String why = refusal.why();
        return switch (why == null ? "" : why) {
            case WANTS_APPROVAL -> LeftOutReason.WANTS_APPROVAL;
            case "deceased" -> LeftOutReason.DECEASED;
            case "address-in-doubt" -> LeftOutReason.ADDRESS_IN_DOUBT;
            case "claimed-by-another", "claimed-again" -> LeftOutReason.TAKEN;
            case "printed-before" -> LeftOutReason.GIVEN_UP;
            default -> LeftOutReason.CLOSED;
        };
    }

    /** Of one that would be generated now, without anybody being asked; empty where it would be. */
    static Optional<LeftOutReason> why(Decision decision) {
        Reason reason = decision.reason();
        if (reason != null) {
            return Optional.of(why(reason));
        }
        return decision.outcome() == Decision.Outcome.ASKS
                ? Optional.of(LeftOutReason.WANTS_APPROVAL)
                : Optional.empty();
    }

    private static LeftOutReason why(Reason reason) {
        return switch (reason) {
            case Reason.Deceased() -> LeftOutReason.DECEASED;
            case Reason.Frozen() -> LeftOutReason.FROZEN;
            case Reason.AddressInDoubt() -> LeftOutReason.ADDRESS_IN_DOUBT;
            case Reason.LetterCap(int _), Reason.Cap(int _) -> LeftOutReason.LETTERS_OF_PERSON;
            case Reason.ApprovalAsked() -> LeftOutReason.WANTS_APPROVAL;
            case Reason.NotYet(int _),
                    Reason.Past(int _),
                    Reason.Pause(),
                    Reason.FirstWait(),
                    Reason.ChannelOff(),
                    Reason.NotOnFile(),
                    Reason.NoSignIn(),
                    Reason.Disturbed(Outage _),
                    Reason.AlreadyConfirmed() -> LeftOutReason.CLOSED;
        };
    }
}
