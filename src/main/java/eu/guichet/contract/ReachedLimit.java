package eu.guichet.contract;

import java.time.Instant;

/**
 * Somebody who was refused because of a limit on how much one agent may ask for.
 *
 * @param agentName as it was when they last were
 * @param office where they worked then
 * @param limit such as {@code searches} or {@code letters-agent-day}
 * @param lastHour how often within the last hour, to the minute
 * @param lastDay how often within the last 24 hours, those of the hour among them
 * @param lastAt when last, UTC
 */
public record ReachedLimit(
        String agentId, String agentName, OfficeCode office, String limit, int lastHour, int lastDay, Instant lastAt) {}
