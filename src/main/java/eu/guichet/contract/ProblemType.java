package eu.guichet.contract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The stable {@code type} of every problem the backend can answer with (RFC 9457), and its HTTP status. */
public enum ProblemType {
    /** The request is not of the contract's form; {@link Problem#fields()} names what is at fault. */
    INVALID_REQUEST(400),
    /** No reason for opening the file was given, or none that is known. */
    REASON_REQUIRED(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    /** {@code Host} or {@code Origin} is not this machine's: a page of somebody else's wants to call from a browser. */
    FOREIGN_ORIGIN(403),
    /** Identity has not been verified, or no longer counts as verified. */
    VERIFICATION_REQUIRED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    /** The policy closes the action now; the detail says why, {@code opensAt} when it opens. */
    ACTION_CLOSED(409),
    /** The letter's document was fetched before; a reprint is a new letter. */
    DOCUMENT_ALREADY_FETCHED(410),
    /** The file has changed since it was read. */
    FILE_CHANGED(412),
    REQUEST_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The same idempotency key came with another request before. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** {@code If-Match} is missing. */
    PRECONDITION_REQUIRED(428),
    /** Pause or cap on resends not over yet; {@code Retry-After} says how long. */
    TOO_MANY_REQUESTS(429),
    /** Verification is locked for this person; {@code Retry-After} says how long. */
    VERIFICATION_LOCKED(429),
    INTERNAL_ERROR(500),
    /** The store cannot take the act right now; nothing was done. */
    UNAVAILABLE(503);

    private static final String BASE = "urn:guichet:problem:";

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The message key under which clients keep their sentence, such as {@code verification-required}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create(BASE + key());
    }

    public static Optional<ProblemType> of(URI uri) {
        for (ProblemType type : values()) {
            if (type.uri().equals(uri)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
