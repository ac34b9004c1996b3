package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.people.RegisterFeed;
import eu.guichet.contract.ProblemType;
import java.util.concurrent.Semaphore;

/** The register of people as the institution's program sends it. */
final class RegisterResource {
    /** More would only wait for each other; one that is cut off leaves its place when its time is over. */
    private static final int AT_ONCE = 2;

    private static final String WAIT_SECONDS = "30";

    private final RegisterFeed feed;
    private final Semaphore places = new Semaphore(AT_ONCE);

    RegisterResource(Services rooms) {
        feed = rooms.register();
    }

    Route send() {
        return Route.upload("/v1/register", Permission.SEND_REGISTER, call -> {
            String key = call.idempotencyKey();
            if (!places.tryAcquire()) {
                throw ProblemException.of(ProblemType.UNAVAILABLE).with("Retry-After", WAIT_SECONDS);
            }
            try {
                return take(call, key);
            } finally {
                places.release();
            }
        });
    }

    private Answer take(Request call, String key) {
        Principal who = call.principal();
        RegisterFeed.Sender sender = new RegisterFeed.Sender(who.id(), who.name(), who.role(), who.office());
        RegisterFeed.Outcome outcome =
                Body.streamed(call.request(), body -> feed.take(sender, key, call.language(), body));
        return switch (outcome) {
            case RegisterFeed.Outcome.Taken(var summary) -> Answer.ok(summary);
            case RegisterFeed.Outcome.OtherRows() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case RegisterFeed.Outcome.TooMany() -> throw ProblemException.of(ProblemType.REQUEST_TOO_LARGE);
            case RegisterFeed.Outcome.Overtaken() ->
                throw ProblemException.of(ProblemType.UNAVAILABLE).with("Retry-After", WAIT_SECONDS);
            case RegisterFeed.Outcome.Unreadable(String sentence) ->
                throw ProblemException.closed(ProblemType.INVALID_REQUEST, sentence, null);
        };
    }
}
