package eu.guichet.contract;

/** What is said, in this header, to whoever comes without a token that counts (RFC 6750). */
public final class BearerChallenge {
    public static final String HEADER = "WWW-Authenticate";

    /** There is no token, or it is nobody's. */
    public static final String ANY = "Bearer realm=\"guichet\"";

    /** The provider's own, meant for this backend, and over or not yet begun by the backend's clock. */
    public static final String UNTIMELY = ANY + ", error=\"invalid_token\", error_description=\"untimely\"";

    private BearerChallenge() {}
}
