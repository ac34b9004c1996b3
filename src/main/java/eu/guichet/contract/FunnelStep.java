package eu.guichet.contract;

/**
 * Where people stand now.
 *
 * @param step of the manual, 1 to 16
 * @param here how many stand at it
 * @param reached how many stand at it or have passed it
 */
public record FunnelStep(int step, int here, int reached) {}
