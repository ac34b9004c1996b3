package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into problem+json. The one place of the backend that catches everything. */
final class ProblemMapper {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    Answer guard(Locale language, String correlation, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return answer(e, language, correlation);
        } catch (StoreUnavailableException e) {
            LOG.warn("the store is not available", e);
            return plain(ProblemType.UNAVAILABLE, language, correlation).with("Retry-After", "1");
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            return plain(ProblemType.INTERNAL_ERROR, language, correlation);
        }
    }

    private static Answer.Whole answer(ProblemException e, Locale language, String correlation) {
        List<Problem.FieldFault> faults = e.faults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fault -> new Problem.FieldFault(
                        fault.getKey(),
                        texts(language).getString(fault.getValue().key())))
                .toList();
        Answer.Whole answer = whole(problem(e.type(), language, correlation, faults, null, null));
        for (Map.Entry<String, String> header : e.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Problem problem(
            ProblemType type,
            Locale language,
            String correlation,
            List<Problem.FieldFault> faults,
            @Nullable String detail,
            @Nullable Instant opensAt) {
        ResourceBundle texts = texts(language);
        return new Problem(
                type.uri(),
                texts.getString(type.key() + ".title"),
                type.status(),
                detail == null ? texts.getString(type.key() + ".detail") : detail,
                type.key(),
                faults,
                opensAt,
                correlation);
    }

    /** A problem of which nothing more is known. */
    static Answer.Whole plain(ProblemType type, Locale language, String correlation) {
        return whole(problem(type, language, correlation, List.of(), null, null));
    }

    static Answer.Whole whole(Problem problem) {
        return new Answer.Whole(
                problem.status(),
                Map.of("Content-Type", MEDIA_TYPE),
                ContractJson.mapper().writeValueAsString(problem).getBytes(UTF_8));
    }

    /** Whole seconds, rounded up, at least one: waiting that long is enough. */
    static String retryAfter(Instant now, Instant opensAt) {
        return String.valueOf(
                Math.max(1, Duration.between(now, opensAt).plusMillis(999).toSeconds()));
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("eu.guichet.backend.http.problems", language, ProblemMapper.class.getModule());
    }
}
