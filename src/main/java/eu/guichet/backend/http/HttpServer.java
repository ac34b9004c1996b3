package eu.guichet.backend.http;

import eu.guichet.backend.access.Authenticator;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.access.ProgramCertificates;
import eu.guichet.backend.limits.ReportLimit;
import eu.guichet.backend.listen.Deadlines;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.listen.Listener;
import eu.guichet.backend.listen.Programs;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The contract over HTTP. */
public final class HttpServer implements AutoCloseable {
    /** Of a backend that stops, for what was begun before. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Listener listener;
    private final RequestPipeline front;
    private final EventsResource events;

    private HttpServer(Listener listener, RequestPipeline front, EventsResource events) {
        this.listener = listener;
        this.front = front;
        this.events = events;
    }

    /** @throws eu.guichet.backend.listen.CannotListenException when the port is taken or not allowed */
    public static HttpServer start(ListenSettings settings, Authenticator signIn, RequestMeter meter, Services rooms) {
        EventsResource events = new EventsResource(rooms.live(), rooms.clock(), settings.streams());
        RequestPipeline front = new RequestPipeline(
                new OriginGuard(settings),
                signIn,
                new ProgramCertificates(programs(settings), rooms.clock()),
                new ProblemMapper(rooms.clock()),
                rooms.acts().refuseAccess(),
                rooms.limits(),
                new ReportLimit(settings.reports(), rooms.clock()),
                meter);
        List<Route> routes = routes(rooms, events);
        return new HttpServer(
                Listener.start(settings, Deadlines.Limits.usual(), BeforeRouting::addTo, () -> routing(front, routes)),
                front,
                events);
    }

    private static Map<X500Principal, Principal> programs(ListenSettings settings) {
        Programs programs = settings.programs();
        return programs == null ? Map.of() : programs.known();
    }

    private static List<Route> routes(Services rooms, EventsResource events) {
        List<Route> routes = new ArrayList<>();
        FileViews views = new FileViews(rooms);
        MessagesResource messages = new MessagesResource(rooms, views);
        LettersResource letters = new LettersResource(rooms, views);
        routes.add(new OpenApiResource().document());
        routes.add(new HealthResource(rooms.database(), rooms.delivery()).health());
        routes.add(new SignInResource(rooms).offer());
        routes.add(new MeResource(rooms).me());
        routes.addAll(new OfficesResource(rooms).routes());
        routes.add(new SearchResource(rooms).search());
        routes.add(new PensionersResource(rooms, views).file());
        routes.addAll(new ContactsResource(rooms).routes());
        routes.add(new VerificationsResource(rooms, views).verify());
        routes.add(messages.resend());
        routes.add(messages.status());
        routes.add(letters.generate());
        routes.add(letters.claim());
        routes.add(letters.print());
        routes.add(letters.cancelPrint());
        routes.add(letters.change());
        routes.add(letters.correct());
        routes.addAll(new LetterDeskResource(rooms).routes());
        routes.addAll(new WorklistsResource(rooms).routes());
        routes.addAll(new BatchesResource(rooms).routes());
        routes.addAll(new HandoversResource(rooms, views).routes());
        routes.add(new CorrectionsResource(rooms).correct());
        routes.addAll(new CallbacksResource(rooms).routes());
        routes.addAll(new NoticesResource(rooms).routes());
        routes.addAll(new RightOfficeResource(rooms).routes());
        routes.addAll(new AlertsResource(rooms, views).routes());
        routes.addAll(new ApprovalsResource(rooms, views).routes());
        routes.addAll(new ReviewsResource(rooms).routes());
        routes.add(events.events());
        routes.add(new ProcessEventsResource(rooms).report());
        routes.add(new RegisterResource(rooms).send());
        routes.add(new SmsReceiptsResource(rooms).receipts());
        routes.add(new AuditResource(rooms).page());
        routes.add(new ReachedLimitsResource(rooms).all());
        routes.add(new AlarmsResource(rooms).all());
        routes.add(new SubjectFileResource(rooms).document());
        routes.addAll(new FiguresResource(rooms).routes());
        VerificationLocksResource locks = new VerificationLocksResource(rooms, views);
        routes.add(locks.all());
        routes.add(locks.unlock());
        TrainingDoor door = rooms.training();
        if (door != null) {
            TrainingResource training = new TrainingResource(door);
            routes.add(training.world());
            routes.add(training.move());
        }
        return routes;
    }

    private static HttpRouting.Builder routing(RequestPipeline front, List<Route> routes) {
        HttpRouting.Builder routing = HttpRouting.builder();
        Map<String, List<Route>> byPath = routes.stream()
                .collect(Collectors.groupingBy(Route::template, LinkedHashMap::new, Collectors.toList()));
        byPath.forEach((template, calls) ->
                routing.any(template, (request, response) -> front.answer(request, response, template, calls)));
        return routing.any((request, response) -> front.answer(request, response, "-", List.of()));
    }

    public URI url() {
        return listener.url();
    }

    public Listener listener() {
        return listener;
    }

    /**
     * Sends callers elsewhere: each is answered once more and its connection closed, the event streams end one after the
     * other. Returns after this time, or as soon after it as nothing is under way any more.
     */
    public void drain(Duration time) throws InterruptedException {
        front.leave();
        listener.leave();
        events.leave(time.dividedBy(2));
        long begun = System.nanoTime();
        Thread.sleep(time);
        while (listener.busy() > 0
                && System.nanoTime() - begun < time.plus(LAST_ANSWERS).toNanos()) {
            Thread.sleep(LOOK);
        }
    }

    /** Stops accepting, lets what runs come to its end for a moment, and returns. */
    @Override
    public void close() {
        events.close();
        listener.close();
    }
}
