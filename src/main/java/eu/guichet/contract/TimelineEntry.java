package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened.
 *
 * @param id stable for the life of the entry, so that a view can update it in place
 * @param text one sentence in the agent's language
 * @param by name of the agent who did it, or null where the process itself reported it
 * @param messageId set for a message: its status resource
 * @param status set for a message: how far it has come
 */
public record TimelineEntry(
        String id,
        Instant at,
        Stage stage,
        String text,
        @Nullable String by,
        @Nullable String messageId,
        @Nullable MessageStatus status) {}
