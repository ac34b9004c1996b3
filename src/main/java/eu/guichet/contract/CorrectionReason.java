package eu.guichet.contract;

import java.util.Arrays;
import java.util.List;

/** Why something that was recorded is taken back. */
public enum CorrectionReason {
    /** It belongs to somebody else. */
    WRONG_PERSON,
    /** It was recorded, and never happened. */
    NOT_DONE,
    /** The ticket is another one. */
    WRONG_TICKET,
    /** The same was recorded twice. */
    ENTERED_TWICE,
    /** None of the others; the remark says what. */
    OTHER;

    /** Those that fit, in the order to offer them. */
    public static List<CorrectionReason> fitting(CorrectionKind kind) {
        return Arrays.stream(values()).filter(reason -> reason.fits(kind)).toList();
    }

    public boolean fits(CorrectionKind kind) {
        return kind == CorrectionKind.HANDOVER || this != WRONG_TICKET;
    }
}
