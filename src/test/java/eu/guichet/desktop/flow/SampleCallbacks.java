package eu.guichet.desktop.flow;

import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.OfficeCode;
import java.time.Duration;
import java.time.Instant;

/** Calls that somebody was promised. */
public final class SampleCallbacks {
    private SampleCallbacks() {}

    /** One that the agent who sits here has promised. */
    public static Callback callback(String id, Instant at, CallbackBy by, String note, CallbackState state) {
        return new Callback(
                id,
                "p-1",
                OfficeCode.LUX,
                at,
                by,
                note,
                "M. D.",
                SampleFile.NOW.minus(Duration.ofDays(1)),
                true,
                state);
    }
}
