package eu.guichet.contract;

import eu.guichet.text.Keys;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The stable {@code type} of every problem the backend can answer with (RFC 9457), and its HTTP status. */
public enum ProblemType {
    /** The request is not of the contract's form; {@link Problem#fields()} names what is at fault. */
    INVALID_REQUEST(400, Next.GIVE_UP, Trait.DETAIL),
    /** No reason for opening the file was given, or none that is known. */
    REASON_REQUIRED(400, Next.GIVE_UP),
    IDEMPOTENCY_KEY_REQUIRED(400, Next.GIVE_UP),
    NOT_SIGNED_IN(401, Next.GIVE_UP),
    NOT_ALLOWED(403, Next.GIVE_UP, Trait.DETAIL),
    /** {@code Host} or {@code Origin} is not this machine's: a page of somebody else's wants to call from a browser. */
    FOREIGN_ORIGIN(403, Next.GIVE_UP),
    /** The desktop says that it speaks a version of the contract that is no longer served; nothing was done. */
    DESKTOP_TOO_OLD(403, Next.GIVE_UP),
    /** Identity has not been verified, or no longer counts as verified. */
    VERIFICATION_REQUIRED(403, Next.IDENTIFY, Trait.SETTLES),
    /** No open contact of the caller about this person is named. */
    CONTACT_REQUIRED(403, Next.REREAD, Trait.SETTLES),
    NOT_FOUND(404, Next.REREAD, Trait.SETTLES),
    METHOD_NOT_ALLOWED(405, Next.GIVE_UP),
    /** The policy closes the action now; the detail says why, {@code opensAt} when it opens. */
    ACTION_CLOSED(409, Next.REREAD, Trait.SETTLES, Trait.DETAIL),
    /** As many contacts are open as the policy allows; one has to be closed first. */
    TOO_MANY_CONTACTS(409, Next.GIVE_UP, Trait.SETTLES),
    /** Letters are printed on the office's printer: no document is handed out, to nobody. */
    PRINTED_BY_OFFICE(409, Next.REREAD, Trait.SETTLES),
    /** The letter is printed or no longer valid: its document is not handed out. */
    DOCUMENT_ALREADY_FETCHED(410, Next.GIVE_UP, Trait.SETTLES),
    /** The file has changed since it was read. */
    FILE_CHANGED(412, Next.REREAD, Trait.SETTLES),
    REQUEST_TOO_LARGE(413, Next.GIVE_UP),
    UNSUPPORTED_MEDIA_TYPE(415, Next.GIVE_UP),
    /** The same idempotency key came with another request before. */
    IDEMPOTENCY_KEY_REUSED(422, Next.GIVE_UP, Trait.SETTLES),
    /** {@code If-Match} is missing. */
    PRECONDITION_REQUIRED(428, Next.GIVE_UP),
    /** Pause or cap on resends not over yet; {@code Retry-After} says how long. */
    TOO_MANY_REQUESTS(429, Next.REREAD, Trait.SETTLES, Trait.PASSES, Trait.DETAIL),
    /** Verification is locked for this person; {@code Retry-After} says how long. */
    VERIFICATION_LOCKED(429, Next.REREAD, Trait.SETTLES, Trait.DETAIL),
    INTERNAL_ERROR(500, Next.ASK_AGAIN, Trait.PASSES),
    /**
     * The store is away or busy. Whether the act was done is settled by asking again with the same key; where nothing was
     * done, it is done then.
     */
    UNAVAILABLE(503, Next.ASK_AGAIN, Trait.PASSES, Trait.DETAIL);

    private static final String BASE = "urn:guichet:problem:";

    /** What a client does about it. */
    public enum Next {
        /** Verify the person, then ask again. */
        IDENTIFY,
        /** Read the file again: it is not as it was. */
        REREAD,
        /** Ask again with the same key: whether the act was done is not known. */
        ASK_AGAIN,
        /** Nothing: the same request would be refused again. */
        GIVE_UP
    }

    private enum Trait {
        SETTLES,
        PASSES,
        DETAIL
    }

    private final int status;
    private final Next next;
    private final boolean settles;
    private final boolean passes;
    private final boolean tellsMore;

    ProblemType(int status, Next next, Trait... traits) {
        this.status = status;
        this.next = next;
        Set<Trait> all = Set.of(traits);
        this.settles = all.contains(Trait.SETTLES);
        this.passes = all.contains(Trait.PASSES);
        this.tellsMore = all.contains(Trait.DETAIL);
    }

    public Next next() {
        return next;
    }

    /**
     * Whether it says what became of an act with an idempotency key of which an earlier answer was lost: the backend looks the
     * key up before it judges the act, so a judgement settles it.
     */
    public boolean settles() {
        return settles;
    }

    /** Whether the same question may well be answered a little later, with nobody doing anything about it. */
    public boolean passes() {
        return passes;
    }

    /** Whether the backend's own sentence knows more of the case than a client's can. */
    public boolean tellsMore() {
        return tellsMore;
    }

    public int status() {
        return status;
    }

    /** The message key under which clients keep their sentence, such as {@code verification-required}. */
    public String key() {
        return Keys.kebab(this);
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
