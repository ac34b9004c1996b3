package eu.guichet.backend.http;

/** Sees every request that was answered. It must not block and not throw. */
@FunctionalInterface
public interface RequestMeter {
    /** Counts nothing. */
    RequestMeter NONE = (_, _, _, _) -> {};

    /**
     * @param template of the path, {@code -} for one that is none of ours
     * @param nanos from its arrival until it was answered
     */
    void answered(String method, String template, int status, long nanos);
}
