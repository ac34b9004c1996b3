package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something is disturbed, as a supervisor or a program has told it to every desk.
 *
 * @param id opaque, safe in a URL
 * @param prefix of the numbers to which an SMS does not come, in international format: a country’s, or an operator’s; null
 *     where it is all of them, or no SMS
 * @param steps of the manual that it concerns, in order
 * @param text in the agent’s language, or else in the one in which it was written
 * @param language BCP 47 tag of that text
 * @param until when it ends by itself, UTC
 * @param closesResends whether nothing is sent again by this way meanwhile
 * @param by name of who wrote it; null for a program, which is told no colleague
 * @param endedAt when it was ended before its time; null where it was not
 * @param endedBy name of who ended it; null where nobody did, and for a program
 */
public record Notice(
        String id,
        NoticeTopic topic,
        @Nullable String prefix,
        List<Integer> steps,
        String text,
        String language,
        Instant since,
        Instant until,
        boolean closesResends,
        @Nullable String by,
        Instant writtenAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    public Notice {
        steps = List.copyOf(steps);
    }

    /** As a program reads it, which is told no colleague. */
    public Notice namingNobody() {
        return new Notice(
                id, topic, prefix, steps, text, language, since, until, closesResends, null, writtenAt, endedAt, null);
    }

    /** Whether it holds, nobody having ended it and its time not being over. */
    public boolean inForce(Instant now) {
        return endedAt == null && until.isAfter(now);
    }
}
