package eu.guichet.backend.access;

/** Says whose a bearer token is. */
public interface Authenticator {
    /**
     * @param token as it came, unchecked
     * @throws SignInUnavailableException when it cannot be said now
     */
    SignedIn signedIn(String token);
}
