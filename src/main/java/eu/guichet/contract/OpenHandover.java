package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that DIGIT has.
 *
 * @param id opaque; names it in a {@link HandoverPatch} or a correction
 * @param sentence what, since when and how it stands, in the agent's language
 * @param ticket DIGIT's number; null while it is awaited
 * @param messageId of the message that the backend sent; null where it went by the office's mail program
 * @param status how far that message has come, or null
 * @param followUp day on which DIGIT is to be asked again, or null
 * @param due whether that day has come, or the message did not arrive
 */
public record OpenHandover(
        String id,
        HandoverMatter matter,
        String sentence,
        @Nullable String ticket,
        @Nullable String messageId,
        @Nullable MessageStatus status,
        @Nullable LocalDate followUp,
        boolean due) {}
