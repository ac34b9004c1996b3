package eu.guichet.backend.http;

import eu.guichet.contract.ProblemType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as asked. Carries no value of the request. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Fault> faults;
    private final transient Map<String, String> headers;

    private final @Nullable String detail;
    private final @Nullable Instant opensAt;

    private ProblemException(
            ProblemType type,
            Map<String, Fault> faults,
            Map<String, String> headers,
            @Nullable String detail,
            @Nullable Instant opensAt) {
        super(type.key());
        this.detail = detail;
        this.opensAt = opensAt;
        this.type = type;
        this.faults = Map.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of(), Map.of(), null, null);
    }

    static ProblemException at(String field, Fault fault) {
        return at(ProblemType.INVALID_REQUEST, field, fault);
    }

    static ProblemException at(ProblemType type, String field, Fault fault) {
        return new ProblemException(type, Map.of(field, fault), Map.of(), null, null);
    }

    static ProblemException at(Map<String, Fault> faults) {
        return new ProblemException(ProblemType.INVALID_REQUEST, faults, Map.of(), null, null);
    }

    /** @param why one sentence in the agent's language */
    static ProblemException closed(ProblemType type, String why, @Nullable Instant opensAt) {
        return new ProblemException(type, Map.of(), Map.of(), why, opensAt);
    }

    ProblemException with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ProblemException(type, faults, more, detail, opensAt);
    }

    ProblemType type() {
        return type;
    }

    /** What is wrong, by field. */
    Map<String, Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** A sentence for this very case, or null where the type says it all. */
    @Nullable
    String detail() {
        return detail;
    }

    /** When waiting opens the way, or null. */
    @Nullable
    Instant opensAt() {
        return opensAt;
    }
}
