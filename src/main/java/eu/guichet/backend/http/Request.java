package eu.guichet.backend.http;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.InContact;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One request of somebody who is signed in and allowed to make it.
 *
 * @param until when the sign-in is over; {@link Instant#MAX} for never
 * @param language of the agent, French or English
 */
record Request(ServerRequest request, Principal principal, Instant until, Locale language) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{8,100}");
    private static final Pattern ETAG = Pattern.compile("\"[!#-~]{1,64}\"");

    /** The opaque id in the path. What cannot be one names nothing. */
    String id() {
        String id = request.path().pathParameters().get("id");
        if (!ID.matcher(id).matches()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return id;
    }

    /** What stands in the path at this place of the template. */
    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    <T> T body(Class<T> type) {
        return Body.read(request, type);
    }

    /** For a call that says enough without a body. */
    <T> Optional<T> bodyIfAny(Class<T> type) {
        boolean any = request.content().hasEntity()
                && request.headers().contentLength().orElse(-1) != 0;
        return any ? Optional.of(body(type)) : Optional.empty();
    }

    Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    /** Why a file is looked at; nothing of it is shown without. */
    AccessReason reason() {
        String given = header(AccessReason.HEADER)
                .orElseThrow(
                        () -> ProblemException.at(ProblemType.REASON_REQUIRED, AccessReason.HEADER, Fault.MISSING));
        return AccessReason.parse(given)
                .orElseThrow(
                        () -> ProblemException.at(ProblemType.REASON_REQUIRED, AccessReason.HEADER, Fault.MALFORMED));
    }

    /** The contact that is named; what cannot be one is none. */
    Optional<String> contact() {
        return header(Contact.HEADER).filter(id -> ID.matcher(id).matches());
    }

    /** Who acts, about whom, within which contact. */
    InContact within() {
        return new InContact(principal, id(), contact().orElse(null));
    }

    /** For an act that could do without one before it could wait for a supervisor. */
    String keyOrNew() {
        return header("Idempotency-Key").isPresent()
                ? idempotencyKey()
                : UUID.randomUUID().toString();
    }

    String idempotencyKey() {
        String key = header("Idempotency-Key")
                .orElseThrow(() ->
                        ProblemException.at(ProblemType.IDEMPOTENCY_KEY_REQUIRED, "Idempotency-Key", Fault.MISSING));
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.at("Idempotency-Key", Fault.MALFORMED);
        }
        return key;
    }

    /** A single strong entity tag; {@code *} and lists would let an agent act on a file that was never read. */
    String ifMatch() {
        String etag = header("If-Match")
                .orElseThrow(() -> ProblemException.at(ProblemType.PRECONDITION_REQUIRED, "If-Match", Fault.MISSING));
        if (!ETAG.matcher(etag).matches()) {
            throw ProblemException.at("If-Match", Fault.MALFORMED);
        }
        return etag;
    }
}
