package eu.guichet.backend.file;

import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import java.util.Optional;

/** Whose decision an alert was. */
public final class WhoRaised {
    private WhoRaised() {}

    /** Id of the agent who did so last; empty where the alert is no decision, but what the post has noted on a letter. */
    public static Optional<String> alert(Tx tx, String pensionerId, Alert alert) {
        return switch (alert) {
            case FROZEN -> tx.audit().lastToDo(pensionerId, AuditAct.FROZEN);
            case DECEASED, ADDRESS_IN_DOUBT -> Optional.empty();
        };
    }
}
