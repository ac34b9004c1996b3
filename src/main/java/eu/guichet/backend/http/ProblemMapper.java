package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.SignInUnavailableException;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.store.OutcomeUnknownException;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.text.TextBundle;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into problem+json. The one place of the backend that catches everything. */
final class ProblemMapper {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final long ALMOST_A_SECOND = 999;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final InstantSource clock;

    ProblemMapper(InstantSource clock) {
        this.clock = clock;
    }

    /** @param looks whether the request only asks to be shown something */
    Answer guard(Locale language, String correlation, boolean looks, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return answer(e, language, correlation);
        } catch (Refusal e) {
            return answer(e, language, correlation);
        } catch (StoreUnavailableException e) {
            LOG.warn("the store is not available: {}", e.getMessage());
            String detail = looks ? texts(language).get(ProblemType.UNAVAILABLE.key() + ".look") : null;
            return whole(problem(ProblemType.UNAVAILABLE, language, correlation, List.of(), detail, null))
                    .with("Retry-After", "1");
        } catch (SignInUnavailableException e) {
            LOG.warn("nobody can be signed in: {}", e.getMessage(), e);
            String detail = texts(language).get(ProblemType.UNAVAILABLE.key() + ".sign-in");
            return whole(problem(ProblemType.UNAVAILABLE, language, correlation, List.of(), detail, null))
                    .with("Retry-After", "5");
        } catch (OutcomeUnknownException e) {
            LOG.warn("what became of a request is not known: {}", e.getMessage());
            String detail = texts(language).get(ProblemType.UNAVAILABLE.key() + (looks ? ".look" : ".unknown"));
            return whole(problem(ProblemType.UNAVAILABLE, language, correlation, List.of(), detail, null))
                    .with("Retry-After", "1");
        } catch (CloseConnectionException | DataReader.InsufficientDataAvailableException e) {
            LOG.info("the caller hung up before the request was whole");
            throw new CloseConnectionException("the caller hung up", e);
        } catch (RequestException e) {
            // Helidon reads the body only now, and it is not framed as HTTP wants it
            return plain(ProblemType.INVALID_REQUEST, language, correlation).with(Answer.CONNECTION, "close");
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            return plain(ProblemType.INTERNAL_ERROR, language, correlation);
        }
    }

    private Answer.Whole answer(ProblemException e, Locale language, String correlation) {
        List<Problem.FieldFault> faults = e.faults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fault -> fault(fault.getKey(), fault.getValue().key(), language))
                .toList();
        Answer.Whole answer =
                withWait(whole(problem(e.type(), language, correlation, faults, e.detail(), e.opensAt())), e.opensAt());
        for (Map.Entry<String, String> header : e.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Answer.Whole answer(Refusal refusal, Locale language, String correlation) {
        List<Problem.FieldFault> faults = refusal.faults().stream()
                .map(fault -> fault(Violations.path(fault.field()), "fault." + fault.key(), language))
                .toList();
        String why = refusal.why();
        String detail = why == null ? null : texts(language).get(refusal.type().key() + "." + why);
        return withWait(
                whole(problem(refusal.type(), language, correlation, faults, detail, refusal.opensAt())),
                refusal.opensAt());
    }

    /** Whole seconds, rounded up, at least one: waiting that long is enough. */
    private Answer.Whole withWait(Answer.Whole answer, @Nullable Instant opensAt) {
        if (opensAt == null) {
            return answer;
        }
        long seconds = Duration.between(clock.instant(), opensAt)
                .plusMillis(ALMOST_A_SECOND)
                .toSeconds();
        return answer.with("Retry-After", String.valueOf(Math.max(1, seconds)));
    }

    private static Problem.FieldFault fault(String field, String key, Locale language) {
        return new Problem.FieldFault(field, texts(language).get(key));
    }

    private static Problem problem(
            ProblemType type,
            Locale language,
            String correlation,
            List<Problem.FieldFault> faults,
            @Nullable String detail,
            @Nullable Instant opensAt) {
        TextBundle texts = texts(language);
        String usual = type == ProblemType.INVALID_REQUEST && !faults.isEmpty()
                ? named(faults, texts)
                : texts.get(type.key() + ".detail");
        return new Problem(
                type.uri(),
                texts.get(type.key() + ".title"),
                type.status(),
                detail == null ? usual : detail,
                type.key(),
                faults,
                opensAt,
                correlation);
    }

    private static String named(List<Problem.FieldFault> faults, TextBundle texts) {
        String all = faults.stream()
                .map(fault -> name(fault.field(), texts) + " " + fault.fault())
                .collect(Collectors.joining(", "));
        return texts.get("invalid-request.named", "fields", all);
    }

    /** What people call it, where they are told of it; a program that has sent something else reads its own name. */
    private static String name(String field, TextBundle texts) {
        String bare = field.replaceFirst("^\\$\\.", "");
        String key = "field." + bare;
        return texts.has(key) ? texts.get(key) : bare;
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

    /** Why somebody is not allowed something, as it would be told when they tried. */
    static String sentence(Ground ground, Locale language) {
        return texts(language).get(ProblemType.NOT_ALLOWED.key() + "." + ground.key());
    }

    private static TextBundle texts(Locale language) {
        return TextBundle.of("eu.guichet.backend.http.problems", language);
    }
}
