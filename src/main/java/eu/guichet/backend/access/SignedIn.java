package eu.guichet.backend.access;

import java.time.Instant;

/** What is known of a bearer token. */
public sealed interface SignedIn {
    /** Not known, over, or not meant for this backend. */
    record Nobody() implements SignedIn {}

    /**
     * A token that would hold, were it not over or not yet begun.
     *
     * @param here what the clock says by which that was judged
     */
    record Untimely(Instant here) implements SignedIn {}

    /** A token that holds, of somebody who has no role or no office here. */
    record WithoutRole() implements SignedIn {}

    /** @param until when the token is over, and with it what was opened by it; {@link Instant#MAX} for never */
    record Known(Principal principal, Instant until) implements SignedIn {}
}
