package eu.guichet.backend.http;

import eu.guichet.contract.ProblemType;
import java.util.Map;

/** A request that cannot be answered as asked. Carries no value of the request. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Fault> faults;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, Map<String, Fault> faults, Map<String, String> headers) {
        super(type.key());
        this.type = type;
        this.faults = Map.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of(), Map.of());
    }

    static ProblemException at(String field, Fault fault) {
        return at(ProblemType.INVALID_REQUEST, field, fault);
    }

    static ProblemException at(ProblemType type, String field, Fault fault) {
        return new ProblemException(type, Map.of(field, fault), Map.of());
    }

    static ProblemException at(Map<String, Fault> faults) {
        return new ProblemException(ProblemType.INVALID_REQUEST, faults, Map.of());
    }

    ProblemException with(String header, String value) {
        return new ProblemException(type, faults, Map.of(header, value));
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
}
