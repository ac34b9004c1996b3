package eu.guichet.client;

import eu.guichet.contract.Approval;

/** What came of an act that the policy may let nobody do alone. */
public sealed interface Acted<T> {
    /** It is done. */
    record Done<T>(T value) implements Acted<T> {}

    /** A supervisor is asked, or was, under this key. */
    record Waits<T>(Approval approval) implements Acted<T> {}

    /**
     * What came of it.
     *
     * @throws IllegalStateException where it waits for a supervisor
     */
    default T done() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Waits<T>(Approval approval) ->
                throw new IllegalStateException("approval " + approval.id() + " is " + approval.state());
        };
    }
}
