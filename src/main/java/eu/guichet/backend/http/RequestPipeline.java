package eu.guichet.backend.http;

import static java.util.stream.Collectors.joining;

import eu.guichet.backend.access.Authenticator;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.access.ProgramCertificates;
import eu.guichet.backend.access.SignedIn;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.desk.RefuseAccess;
import eu.guichet.backend.limits.HourlyLimits;
import eu.guichet.backend.limits.ReportLimit;
import eu.guichet.backend.listen.Deadlines;
import eu.guichet.contract.BearerChallenge;
import eu.guichet.contract.ContractVersion;
import eu.guichet.contract.ProblemType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What every request passes: correlation, sign-in, permission, the Resource, failures turned into problems, the log. */
final class RequestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);
    /** Under which a log line names who called, by the id that stays the same at each sign-in; none before sign-in. */
    private static final String CALLER = "caller";

    private static final String NO_STORE = "no-store";
    private static final Header SPOKEN =
            HeaderValues.createCached(ContractVersion.SPOKEN_HEADER, ContractVersion.SPOKEN);
    private static final Header LOWEST_DESKTOP =
            HeaderValues.createCached(ContractVersion.LOWEST_DESKTOP_HEADER, ContractVersion.LOWEST_DESKTOP);
    /** As the versions are written; anything else is no version. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private static final String BEARER = "Bearer ";
    /** Others are counted as one, so that nobody can invent figures. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS");

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OriginGuard origins;
    private final Authenticator signIn;
    private final ProgramCertificates programs;
    private final ProblemMapper problems;
    private final RefuseAccess refusals;
    private final HourlyLimits limits;
    private final ReportLimit reports;
    private final RequestMeter meter;
    private volatile boolean leaving;

    RequestPipeline(
            OriginGuard origins,
            Authenticator signIn,
            ProgramCertificates programs,
            ProblemMapper problems,
            RefuseAccess refusals,
            HourlyLimits limits,
            ReportLimit reports,
            RequestMeter meter) {
        this.limits = limits;
        this.reports = reports;
        this.meter = meter;
        this.origins = origins;
        this.signIn = signIn;
        this.programs = programs;
        this.problems = problems;
        this.refusals = refusals;
    }

    /** From now on each connection is closed once it was answered. */
    void leave() {
        leaving = true;
    }

    /**
     * Answers a request.
     *
     * @param template of the path, for the log, which must not show an id that was typed
     * @param routes all calls of this path; none for a path that is not of the contract
     */
    void answer(ServerRequest request, ServerResponse response, String template, List<Route> routes) {
        long begun = System.nanoTime();
        String correlation = Correlation.of(request.headers().first(HeaderNames.create(Correlation.HEADER)));
        Locale language = AcceptLanguage.of(request.headers().first(HeaderNames.ACCEPT_LANGUAGE));
        MDC.put(Correlation.MDC_KEY, correlation);
        if (!request.content().hasEntity()) {
            Deadlines.requestRead();
        }
        boolean alone = isAlone(request);
        boolean headOfStream = false;
        try {
            response.header(HeaderNames.create(Correlation.HEADER), correlation);
            response.header(SPOKEN);
            response.header(LOWEST_DESKTOP);
            response.header(HeaderNames.CACHE_CONTROL, NO_STORE);
            response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
            Optional<Route> asked = asked(request, routes);
            boolean looks = asked.map(Route::looks).orElse(true);
            Answer answer =
                    problems.guard(language, correlation, looks, () -> decide(request, language, asked, routes));
            // asked only now: what was begun before may have taken until here
            boolean last = leaving && alone;
            if (last) {
                response.header(HeaderValues.CONNECTION_CLOSE);
            }
            switch (answer) {
                case Answer.Whole whole -> send(whole, request, response);
                case Answer.Stream stream -> {
                    log(request, template, 200, begun);
                    headOfStream = isHead(request);
                    if (headOfStream) {
                        head(response, alone);
                    } else {
                        stream(stream, response);
                    }
                }
            }
            if (answer instanceof Answer.Whole whole) {
                log(request, template, whole.status(), begun);
            }
            Deadlines.done();
            if (alone) {
                hangUpIfBroken(answer);
                if (last || headOfStream || request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
                    hangUp(request);
                }
            }
        } finally {
            MDC.remove(Correlation.MDC_KEY);
            MDC.remove(CALLER);
        }
    }

    /** Whether nothing else is under way on its connection, which may then end with the answer. */
    private static boolean isAlone(ServerRequest request) {
        return request.prologue().protocolVersion().startsWith("1.");
    }

    private static Optional<Route> asked(ServerRequest request, List<Route> routes) {
        String method = isHead(request) ? "GET" : request.prologue().method().text();
        return routes.stream().filter(route -> route.method().equals(method)).findFirst();
    }

    /** Answered as GET is, without the body. */
    private static boolean isHead(ServerRequest request) {
        return request.prologue().method().text().equals("HEAD");
    }

    /** Where there is GET, there is HEAD. */
    private static String allowed(List<Route> routes) {
        return routes.stream()
                .map(route -> route.method().equals("GET") ? "GET, HEAD" : route.method())
                .collect(joining(", "));
    }

    private Answer decide(ServerRequest request, Locale language, Optional<Route> asked, List<Route> routes) {
        origins.refuse(request);
        Body.refuseEndless(request, asked);
        // Helidon reads two slashes as one, and so an id that was left out as the word that follows it
        if (routes.isEmpty() || request.prologue().uriPath().rawPath().contains("//")) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        Route route = asked.orElseThrow(
                () -> ProblemException.of(ProblemType.METHOD_NOT_ALLOWED).with("Allow", allowed(routes)));
        return switch (route) {
            case Route.Open open -> open.answer().get();
            case Route.OfGateway told -> {
                String gateway = told.caller().apply(request).orElseThrow(RequestPipeline::notSignedIn);
                MDC.put(CALLER, gateway);
                countReport(gateway);
                yield told.answer().apply(request);
            }
            case Route.Guarded guarded -> {
                SignedIn.Known caller = signedIn(request);
                Principal principal = caller.principal();
                MDC.put(CALLER, principal.id());
                if (!Permissions.allow(principal.role(), guarded.permission())) {
                    refusals.refused(principal, route.method() + " " + route.template());
                    throw ProblemException.of(ProblemType.NOT_ALLOWED);
                }
                if (guarded.permission() == Permission.REPORT_PROCESS_EVENT) {
                    countReport(principal.id());
                }
                refuseTooOld(request, route);
                Body.admit(request, guarded.body());
                Request call = new Request(request, principal, caller.until(), language);
                count(call, guarded.counted());
                yield answer(guarded, call);
            }
        };
    }

    /** What is only looked at a desktop judges by the versions in the answer; an act it could not judge until it is done. */
    private static void refuseTooOld(ServerRequest request, Route route) {
        Optional<String> spoken = request.headers().first(SPOKEN.headerName());
        boolean tooOld = spoken.filter(NUMBER.asMatchPredicate())
                .filter(number -> Integer.parseInt(number) < ContractVersion.LOWEST_DESKTOP)
                .isPresent();
        if (tooOld && !route.looks()) {
            throw ProblemException.of(ProblemType.DESKTOP_TOO_OLD);
        }
    }

    private Answer answer(Route.Guarded guarded, Request call) {
        try {
            return guarded.answer().apply(call);
        } catch (Refusal refusal) {
            refusal.limit().ifPresent(limit -> limits.refused(call.principal(), limit));
            throw refusal;
        }
    }

    /** Refuses what would be more than one agent may ask for. */
    private void count(Request call, Route.@Nullable Counted counted) {
        if (counted == null || !counted.counts().test(call)) {
            return;
        }
        HourlyLimits.Reached reached = limits.spend(call.principal(), counted.limit());
        if (reached != null) {
            limits.refused(call.principal(), counted.limit().key());
            if (reached.toBeTold()) {
                refusals.limitReached(call.principal(), counted.limit().key());
            }
            throw Refusal.limitReached(reached.until());
        }
    }

    /** Refuses what a program or a gateway reports faster than it may. */
    private void countReport(String caller) {
        Instant again = reports.spend(caller);
        if (again != null) {
            throw Refusal.reportsTooFast(again);
        }
    }

    private SignedIn.Known signedIn(ServerRequest request) {
        Optional<String> token = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        SignedIn found = token.map(signIn::signedIn)
                .or(() -> certificate(request).map(programs::shown))
                .orElseGet(SignedIn.Nobody::new);
        return switch (found) {
            case SignedIn.Known known -> known;
            case SignedIn.WithoutRole() -> throw Refusal.withoutRole();
            case SignedIn.Nobody() -> throw notSignedIn();
            // with the time by which it was judged: whoever came can tell whose clock goes wrong
            case SignedIn.Untimely(Instant here) ->
                throw ProblemException.of(ProblemType.NOT_SIGNED_IN)
                        .with(BearerChallenge.HEADER, BearerChallenge.UNTIMELY)
                        .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(here.atOffset(ZoneOffset.UTC)));
        };
    }

    /** The caller's own, where one was asked for and shown. */
    private static Optional<X509Certificate> certificate(ServerRequest request) {
        return request.remotePeer()
                .tlsCertificates()
                .filter(chain -> chain.length > 0 && chain[0] instanceof X509Certificate)
                .map(chain -> (X509Certificate) chain[0]);
    }

    private static ProblemException notSignedIn() {
        return ProblemException.of(ProblemType.NOT_SIGNED_IN).with(BearerChallenge.HEADER, BearerChallenge.ANY);
    }

    private static void send(Answer.Whole answer, ServerRequest request, ServerResponse response) {
        response.status(Status.create(answer.status()));
        Deadlines.answering();
        ServerResponseHeaders headers = response.headers();
        boolean alone = isAlone(request);
        answer.headers().forEach((name, value) -> {
            if (alone || !name.equals(Answer.CONNECTION)) {
                headers.set(HeaderNames.create(name), value);
            }
        });
        if (isHead(request)) {
            headers.set(HeaderNames.CONTENT_LENGTH, String.valueOf(answer.body().length));
            // whatever it would have said: the next answer would be taken for it
            response.send();
        } else if (answer.body().length == 0) {
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    private static void stream(Answer.Stream stream, ServerResponse response) {
        try (SseSink sink = sink(response)) {
            stream.events().accept(sink);
        }
    }

    private static SseSink sink(ServerResponse response) {
        // The sink sets a weaker one of its own.
        response.beforeSend(() -> response.headers().set(HeaderNames.CACHE_CONTROL, NO_STORE));
        return response.sink(SseSink.TYPE);
    }

    /**
     * What a stream begins with. On a connection of one request at a time that is then hung up: the chunk that ends a body would
     * be taken for the beginning of the next answer.
     */
    private static void head(ServerResponse response, boolean alone) {
        if (alone) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        SseSink sink = sink(response);
        if (!alone) {
            sink.close();
        }
    }

    /** After a request whose end cannot be found, what follows on the connection is no request. */
    private static void hangUpIfBroken(Answer answer) {
        if (answer instanceof Answer.Whole whole && whole.headers().containsKey(Answer.CONNECTION)) {
            throw new CloseConnectionException("the request was broken");
        }
    }

    /**
     * Helidon 4.5.0 promises {@code Connection: close} and then waits for another request (helidon-io/helidon#12324). What is
     * left of this one is read first: closing on unread bytes could take the answer back.
     */
    private static void hangUp(ServerRequest request) {
        if (request.content().hasEntity() && !request.content().consumed()) {
            try {
                request.content().consume();
            } catch (RequestException e) {
                LOG.debug("the rest of a request was too much to read: {}", e.getMessage());
            }
        }
        throw new CloseConnectionException("this was the last answer");
    }

    private void log(ServerRequest request, String template, int status, long begun) {
        long nanos = System.nanoTime() - begun;
        String method = request.prologue().method().text();
        LOG.info("{} {} {} {} ms", method.replaceAll("[^A-Z]", "?"), template, status, nanos / NANOS_PER_MILLI);
        meter.answered(METHODS.contains(method) ? method : "other", template, status, nanos);
    }
}
