package eu.guichet.backend.store;

import eu.guichet.contract.AlertLift;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LetterRequest;

/** What is asked for with an act that waits for a supervisor; no secret is in it. */
public sealed interface ApprovalRequest {
    ApprovalAct act();

    /** A letter. */
    record Letter(LetterRequest wanted) implements ApprovalRequest {
        @Override
        public ApprovalAct act() {
            return ApprovalAct.GENERATE_LETTER;
        }
    }

    /** The lifting of an alert. */
    record Lift(AlertLift wanted) implements ApprovalRequest {
        @Override
        public ApprovalAct act() {
            return ApprovalAct.LIFT_ALERT;
        }
    }

    /** The end of a lock. */
    record Unlock(Justification wanted) implements ApprovalRequest {
        @Override
        public ApprovalAct act() {
            return ApprovalAct.UNLOCK_VERIFICATION;
        }
    }

    /** As it is kept: the request of the contract. */
    default String written() {
        Object wanted = switch (this) {
            case Letter letter -> letter.wanted();
            case Lift lift -> lift.wanted();
            case Unlock unlock -> unlock.wanted();
        };
        return ContractJson.mapper().writeValueAsString(wanted);
    }

    static ApprovalRequest read(ApprovalAct act, String written) {
        return switch (act) {
            case GENERATE_LETTER -> new Letter(ContractJson.mapper().readValue(written, LetterRequest.class));
            case LIFT_ALERT -> new Lift(ContractJson.mapper().readValue(written, AlertLift.class));
            case UNLOCK_VERIFICATION -> new Unlock(ContractJson.mapper().readValue(written, Justification.class));
        };
    }
}
