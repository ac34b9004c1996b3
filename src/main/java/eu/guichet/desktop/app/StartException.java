package eu.guichet.desktop.app;

import org.jspecify.annotations.Nullable;

/** The program cannot start its work; one sentence of the bundle says why. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String place;

    /**
     * @param key of the sentence, without {@code start.failed.}
     * @param place a file or folder the sentence names, or empty
     */
    StartException(String key, String place, @Nullable Throwable cause) {
        super(key, cause);
        this.key = key;
        this.place = place;
    }

    String key() {
        return "start.failed." + key;
    }

    String place() {
        return place;
    }

    /** The sentence's, as names and values in turn. */
    Object[] arguments() {
        return place.isEmpty() ? new Object[0] : new Object[] {"place", place};
    }
}
