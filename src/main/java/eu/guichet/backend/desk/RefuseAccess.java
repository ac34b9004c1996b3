package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.AuditAct;

/** Keeps in the audit trail who asked for what their role may not do. */
public final class RefuseAccess {
    private final Desk desk;

    public RefuseAccess(Desk desk) {
        this.desk = desk;
    }

    /** @param call method and template of the path, such as {@code GET /v1/audit}; never an id that was typed */
    public void refused(Principal who, String call) {
        desk.recordRefusal(who, AuditAct.ACCESS_REFUSED, null, call);
    }

    /** @param limit what was asked for too often, such as {@code searches} */
    public void limitReached(Principal who, String limit) {
        desk.recordRefusal(who, AuditAct.LIMIT_REACHED, null, limit);
    }
}
