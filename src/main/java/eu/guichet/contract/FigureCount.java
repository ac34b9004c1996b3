package eu.guichet.contract;

/**
 * How often something was.
 *
 * @param key such as {@code call} or {@code CHALLENGE_SMS}; a newer backend may have others
 */
public record FigureCount(String key, int count) {}
