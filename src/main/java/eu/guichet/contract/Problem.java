package eu.guichet.contract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 has it.
 *
 * @param type one of {@link ProblemType}
 * @param detail one sentence in the agent's language
 * @param key the message key, see {@link ProblemType#key()}
 * @param fields the fields at fault, empty where none is
 * @param opensAt when waiting opens the way
 * @param correlation ties the answer to the backend's log
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String key,
        List<FieldFault> fields,
        @Nullable Instant opensAt,
        String correlation) {
    public Problem {
        fields = List.copyOf(fields);
    }

    /**
     * @param field JSON path or header name
     * @param fault what is wrong with it, in the agent's language; never the value itself
     */
    public record FieldFault(String field, String fault) {}
}
