package eu.guichet.backend.desk;

import eu.guichet.backend.store.StoredApproval;

/** What came of an act that the policy may let nobody do alone. */
public sealed interface ActOutcome<T> {
    /** It is done. */
    record Performed<T>(T value) implements ActOutcome<T> {}

    /** A supervisor is asked, or has refused it, or did not decide in time. */
    record Waits<T>(StoredApproval approval) implements ActOutcome<T> {}
}
