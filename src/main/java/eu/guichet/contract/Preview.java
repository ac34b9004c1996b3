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
 */
public record Preview(
        String destination,
        String language,
        List<String> consequences,
        @Nullable Instant nextPossibleAt) {
    public Preview {
        consequences = List.copyOf(consequences);
    }
}
