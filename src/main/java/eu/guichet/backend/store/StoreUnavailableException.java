package eu.guichet.backend.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached or is too busy. This transaction did nothing; trying again later may help. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
