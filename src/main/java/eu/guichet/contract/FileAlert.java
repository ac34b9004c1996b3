package eu.guichet.contract;

import java.time.Instant;

/**
 * An alert that is in force.
 *
 * @param sentence what it means and what to do, in the agent's language
 * @param liftable whether the calling agent may lift it, with a reason
 */
public record FileAlert(Alert kind, Instant since, String sentence, boolean liftable) {}
