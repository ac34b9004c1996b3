package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action will bring about, to be read before it is confirmed.
 *
 * @param destination masked e-mail, phone or postal destination
 * @param language BCP 47 tag of what is sent
 * @param consequences sentences in the agent's language: what is sent, what becomes invalid
 * @param nextPossibleAt when the same action can be done again, if the policy sets a pause
 * @param replaced the letter on paper that is no longer valid afterwards; null where nothing on paper is lost
 */
public record Preview(
        String destination,
        String language,
        List<String> consequences,
        @Nullable Instant nextPossibleAt,
        @Nullable Replaced replaced) {
    public Preview {
        consequences = List.copyOf(consequences);
    }

    /** Of an action by which nothing on paper is lost. */
    public Preview(String destination, String language, List<String> consequences, @Nullable Instant nextPossibleAt) {
        this(destination, language, consequences, nextPossibleAt, null);
    }

    /**
     * A letter on paper whose code an action makes invalid. Why it has to be replaced is asked for.
     *
     * @param lost one sentence in the agent's language: which letter, and how far it had come
     * @param causes that fit how far it had come, likeliest first; one has to be named in the request
     */
    public record Replaced(String reference, String lost, List<Cause> causes) {
        public Replaced {
            causes = List.copyOf(causes);
        }
    }

    /**
     * Why a letter may have to be replaced.
     *
     * @param label in the agent's language, with what is known of this letter
     */
    public record Cause(LetterCause cause, String label) {}
}
