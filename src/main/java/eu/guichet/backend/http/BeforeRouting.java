package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.ProblemType;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what is too broken to be routed, in the contract's own form, too. */
final class BeforeRouting implements DirectHandler {
    private BeforeRouting() {}

    static void addTo(DirectHandlers.Builder handlers) {
        BeforeRouting answers = new BeforeRouting();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, answers);
        }
    }

    /** What failed after the routing. */
    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, Throwable failure) {
        return answer(request, problem(type, status, ProblemType.INTERNAL_ERROR));
    }

    /**
     * What failed before it. An error inside is then Helidon's way to say that it cannot read the request, such as a method
     * that is no token.
     */
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        return answer(request, problem(type, status, ProblemType.INVALID_REQUEST));
    }

    private static TransportResponse answer(TransportRequest request, ProblemType problem) {
        Locale language = AcceptLanguage.of(request.headers().first(HeaderNames.ACCEPT_LANGUAGE));
        String correlation = Correlation.of(Optional.empty());
        Answer.Whole answer = ProblemMapper.plain(problem, language, correlation);
        TransportResponse.Builder told = TransportResponse.builder()
                .status(Status.create(problem.status()))
                .header(HeaderNames.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.create(Correlation.HEADER), correlation)
                .keepAlive(false);
        if (request.method().equals("HEAD")) {
            told.header(HeaderNames.CONTENT_LENGTH, String.valueOf(answer.body().length));
        } else {
            told.entity(new String(answer.body(), UTF_8));
        }
        return told.build();
    }

    private static ProblemType problem(EventType type, Status status, ProblemType inside) {
        // Helidon reports a payload over its limit as a bad request with this status.
        if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
            return ProblemType.REQUEST_TOO_LARGE;
        }
        return switch (type) {
            case PAYLOAD_TOO_LARGE -> ProblemType.REQUEST_TOO_LARGE;
            case BAD_REQUEST, OTHER, HTTP_VERSION_NOT_SUPPORTED -> ProblemType.INVALID_REQUEST;
            case FORBIDDEN -> ProblemType.NOT_ALLOWED;
            case INTERNAL_ERROR -> inside;
        };
    }
}
