package eu.guichet.desktop.flow;

import eu.guichet.client.ClientException;

/** What follows when an act with an idempotency key did not end well; decided in one place for every such act. */
public enum AfterFailure {
    /** It may have been done: it is asked again, with the same key. */
    ASK_AGAIN,
    /** Not done, because identity has to be verified first. */
    IDENTIFY,
    /** Not done, because the file is no longer as it was read. */
    REREAD,
    /** Not done; to try again may help. */
    TRY_AGAIN,
    /** Not done; to try again would not help. */
    GIVE_UP;

    /**
     * @param unsure whether an earlier answer of the same act was lost: then only what settles it ends the asking
     */
    public static AfterFailure of(ClientException why, boolean unsure) {
        return unsure && !why.settles() ? ASK_AGAIN : of(why);
    }

    private static AfterFailure of(ClientException why) {
        return switch (why) {
            case ClientException.OutcomeUnknown _ -> ASK_AGAIN;
            // the act may have been recorded by a backend that then answered through something else
            case ClientException.NotUnderstood _ -> ASK_AGAIN;
            case ClientException.Unreachable _,
                    ClientException.Untrusted _,
                    ClientException.Hindered _,
                    ClientException.Cancelled _ -> TRY_AGAIN;
            case ClientException.Refused refused -> of(refused);
        };
    }

    private static AfterFailure of(ClientException.Refused refused) {
        return switch (refused.type().next()) {
            case IDENTIFY -> IDENTIFY;
            case REREAD -> REREAD;
            // it may have failed after the act was committed: only the key tells
            case ASK_AGAIN -> ASK_AGAIN;
            case GIVE_UP -> GIVE_UP;
        };
    }
}
