package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.listen.Deadlines;
import eu.guichet.backend.listen.LongUpload;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.ProblemType;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads what a request carries, strictly: what the contract does not name is refused, nothing is guessed. */
final class Body {
    /** No request of the contract comes near it. */
    static final int LONGEST = 64 << 10;

    /** Up to here a body that is refused is read to its end, so that the caller sees the answer. */
    private static final long LONGEST_READ = 16L << 20;

    private static final JsonMapper STRICT = ContractJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfigDefaults(rules -> {
                rules.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
                rules.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                rules.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.Textual, rules -> {
                rules.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                rules.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                rules.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .addModule(StrictDates.module())
            .build();

    private Body() {}

    /** What a call takes. */
    enum Kind {
        JSON("application/json", LONGEST),
        CSV("text/csv", Deadlines.LONGEST_UPLOAD);

        private final Pattern type;
        private final long longest;

        Kind(String type, long longest) {
            this.type = Pattern.compile(
                    type + "\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);
            this.longest = longest;
        }
    }

    /** Refuses what is not even read to its end, from whomever it comes; but for an upload. */
    static void refuseEndless(ServerRequest request, Optional<Route> asked) {
        boolean upload = asked.filter(route -> route instanceof Route.Guarded guarded && guarded.body() == Kind.CSV)
                .isPresent();
        if (!upload && request.headers().contentLength().orElse(0) > LONGEST_READ) {
            throw ProblemException.of(ProblemType.REQUEST_TOO_LARGE).with(Answer.CONNECTION, "close");
        }
    }

    /** Refuses a body that is of another kind or too large, before anything else is done with the request. */
    static void admit(ServerRequest request, Kind kind) {
        if (!request.content().hasEntity() || request.headers().contentLength().orElse(-1) == 0) {
            return;
        }
        if (!isOf(kind, request)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.headers().contentLength().orElse(0) > kind.longest) {
            throw ProblemException.of(ProblemType.REQUEST_TOO_LARGE);
        }
    }

    /** Read here: Helidon's own reading of the header fails in ways of its own where it is malformed. */
    private static boolean isOf(Kind kind, ServerRequest request) {
        return request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .filter(type -> kind.type.matcher(type).matches())
                .isPresent();
    }

    /**
     * Hands over what the request carries while it arrives; it may take its time as long as it gets on.
     *
     * @throws CloseConnectionException when it breaks off
     */
    static <T> T streamed(ServerRequest request, Function<InputStream, T> reading) {
        if (!request.content().hasEntity()) {
            throw ProblemException.at("$", Fault.MISSING);
        }
        try {
            return arriving(() -> new LongUpload(request.content().inputStream()), reading::apply);
        } finally {
            Deadlines.requestRead();
        }
    }

    static <T> T read(ServerRequest request, Class<T> type) {
        if (!request.content().hasEntity()) {
            throw ProblemException.at("$", Fault.MISSING);
        }
        T value = parse(bytes(request), type);
        if (value == null) {
            throw ProblemException.at("$", Fault.MISSING);
        }
        return value;
    }

    /** As it came, for what is not of the contract's own making. */
    static String text(ServerRequest request) {
        return request.content().hasEntity() ? new String(bytes(request), UTF_8) : "";
    }

    private static byte[] bytes(ServerRequest request) {
        return arriving(() -> request.content().inputStream(), in -> {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            Deadlines.requestRead();
            if (bytes.length > LONGEST) {
                throw ProblemException.of(ProblemType.REQUEST_TOO_LARGE);
            }
            return bytes;
        });
    }

    /** What is made of a request's body. */
    private interface Reading<T> {
        T of(InputStream in) throws IOException;
    }

    private static <T> T arriving(Supplier<InputStream> body, Reading<T> reading) {
        try (InputStream in = body.get()) {
            return reading.of(in);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the request broke off", e);
        } catch (NumberFormatException
                | IndexOutOfBoundsException
                | RequestException
                | DataReader.IncorrectNewLineException e) {
            // as Helidon tells of chunks that are framed wrongly: where the request ends is not known
            throw ProblemException.at("$", Fault.MALFORMED).with(Answer.CONNECTION, "close");
        }
    }

    private static <T> T parse(byte[] bytes, Class<T> type) {
        try {
            return STRICT.readValue(bytes, type);
        } catch (UnrecognizedPropertyException e) {
            throw ProblemException.at(path(e), Fault.NOT_EXPECTED);
        } catch (JacksonException e) {
            // Its message quotes the request; only where it stands is told.
            throw ProblemException.at(path(e), Fault.MALFORMED);
        }
    }

    private static String path(JacksonException e) {
        return "$"
                + e.getPath().stream()
                        .map(at ->
                                at.getPropertyName() == null ? "[" + at.getIndex() + "]" : "." + at.getPropertyName())
                        .collect(Collectors.joining());
    }
}
