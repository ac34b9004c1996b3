package eu.guichet.desktop.flow;

import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter that A. B. asks for and a supervisor has to approve, for tests. */
public final class SampleApproval {
    private SampleApproval() {}

    /** As a supervisor sees it. */
    public static Approval of(ApprovalState state) {
        return of(state, false, null);
    }

    /** As A. B. sees it. */
    public static Approval mine() {
        return of(ApprovalState.ASKED, true, "C’est la supervision qui décide.");
    }

    private static Approval of(ApprovalState state, boolean mine, @Nullable String closed) {
        boolean asked = state == ApprovalState.ASKED;
        return new Approval(
                "a-1",
                "p-1",
                "MÜLLER Annelise",
                1944,
                ApprovalAct.GENERATE_LETTER,
                state,
                "Une autre lettre : la précédente est perdue.",
                List.of("Ce serait la lettre n° 3 en 6 mois."),
                List.of("Le code de la lettre PMO-7Q2K-41 ne sera plus valable."),
                "A. B.",
                OfficeCode.LUX,
                SampleFile.NOW.minusSeconds(60),
                SampleFile.NOW.plusSeconds(86_340),
                mine,
                closed,
                asked ? null : "S. V.",
                asked ? null : SampleFile.NOW,
                state == ApprovalState.REFUSED ? "Rappelez d’abord." : null,
                null);
    }
}
