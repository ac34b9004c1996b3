package eu.guichet.contract;

/**
 * How long people took from one reported step to the next, of those who passed that one in the period.
 *
 * @param count how many
 * @param median half took at most so many seconds
 * @param mostly nine of ten took at most so many seconds
 */
public record StepTime(int from, int to, int count, long median, long mostly) {}
