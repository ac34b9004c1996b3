package eu.guichet.client.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody's session at an OpenID provider. Its tokens are renewed before they end, and are nowhere but in memory. */
public final class OpenIdSession {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSession.class);

    /** How long a person may take in the browser. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** So long before its end a token is renewed, that a call which takes it is answered before. */
    private static final Duration EARLY = Duration.ofSeconds(30);
    /** Where a provider does not say how long a token holds. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);
    /** Least time between two tries to renew a token while the provider is away. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final URI issuer;
    private final ClientID client;
    private final Scope scopes;
    private final ProviderCalls calls;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Tokens tokens;
    private @Nullable Provider provider;
    /** Also after the session is over. */
    private @Nullable String person;

    /**
     * @param renewAt when to renew the access token, in nanoseconds of the machine's own clock
     * @param overAt when the access token is over
     */
    private record Tokens(String access, @Nullable RefreshToken refresh, long renewAt, long overAt) {
        Tokens triedAgainLater() {
            return new Tokens(access, refresh, System.nanoTime() + AGAIN.toNanos(), overAt);
        }

        boolean isToBeRenewed() {
            return System.nanoTime() - renewAt >= 0;
        }

        boolean isOver() {
            return System.nanoTime() - overAt >= 0;
        }

        /** Never prints a token. */
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    /** @param http by which the provider is reached */
    public OpenIdSession(URI issuer, String client, Iterable<String> scopes, OkHttpClient http) {
        this.issuer = issuer;
        this.client = new ClientID(client);
        this.scopes = new Scope();
        scopes.forEach(this.scopes::add);
        calls = new ProviderCalls(http);
    }

    /**
     * Has a person sign in in the browser and waits for it; interrupting gives it up. A session that is still there stays as it
     * is until somebody has signed in.
     *
     * @return whether it is the person who was signed in here before, or the first one
     */
    public boolean signIn(SignInPage page) throws SignInException, InterruptedException {
        try {
            Provider asked = Provider.at(issuer, client, calls);
            State state = new State();
            Nonce nonce = new Nonce();
            CodeVerifier verifier = new CodeVerifier();
            AuthorizationCode code;
            URI back;
            try (ReturnAddress address = new ReturnAddress(page.words(), state.getValue())) {
                back = address.uri();
                page.open(new AuthenticationRequest.Builder(new ResponseType("code"), scopes, client, back)
                        .endpointURI(asked.signInPage())
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build()
                        .toURI());
                code = code(address.await(PATIENCE));
            }
            OIDCTokens told = tokens(asked.ask(new AuthorizationCodeGrant(code, back, verifier)));
            if (told.getIDToken() == null) {
                throw Provider.notUnderstood("the provider does not say who signed in", null);
            }
            String subject = asked.subject(told.getIDToken(), nonce);
            LOG.info("signed in at {}", issuer);
            return keep(asked, subject, kept(told, null));
        } catch (IOException e) {
            throw new SignInException(SignInException.Cause.AWAY, "the provider cannot be reached", e);
        }
    }

    private boolean keep(Provider asked, String subject, Tokens told) {
        renewing.lock();
        try {
            boolean same = person == null || person.equals(subject);
            person = subject;
            provider = asked;
            tokens = told;
            return same;
        } finally {
            renewing.unlock();
        }
    }

    private static AuthorizationCode code(Optional<URI> came) throws SignInException {
        URI answer = came.orElseThrow(
                () -> new SignInException(SignInException.Cause.TOO_LATE, "the browser did not come back", null));
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(answer);
        } catch (ParseException e) {
            // not as a cause: its message repeats the address, and with it a code
            throw Provider.notUnderstood("the browser came back with something else", null);
        }
        if (!response.indicatesSuccess()) {
            String error = response.toErrorResponse().getErrorObject().getCode();
            throw new SignInException(SignInException.Cause.REFUSED, "the provider refused: " + error, null);
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw Provider.notUnderstood("the browser came back without a code", null);
        }
        return code;
    }

    private static OIDCTokens tokens(TokenResponse response) throws SignInException {
        if (response instanceof OIDCTokenResponse good) {
            return good.getOIDCTokens();
        }
        String error = response.indicatesSuccess()
                ? "no OpenID tokens"
                : response.toErrorResponse().getErrorObject().getCode();
        throw new SignInException(SignInException.Cause.REFUSED, "the provider refused: " + error, null);
    }

    /** @param before kept where the provider gives no new one */
    private static Tokens kept(OIDCTokens told, @Nullable RefreshToken before) {
        long seconds = told.getAccessToken().getLifetime();
        Duration life = seconds > 0 ? Duration.ofSeconds(seconds) : UNTOLD;
        Duration early = EARLY.compareTo(life.dividedBy(2)) < 0 ? EARLY : life.dividedBy(2);
        long now = System.nanoTime();
        return new Tokens(
                told.getAccessToken().getValue(),
                told.getRefreshToken() == null ? before : told.getRefreshToken(),
                now + life.minus(early).toNanos(),
                now + life.toNanos());
    }

    /**
     * The access token that holds now, renewed where it is about to end; from any thread, and not on the FX thread, because it
     * may ask the provider. Empty where nobody is signed in, or the session is over.
     *
     * @throws UncheckedIOException where the token has ended and the provider cannot be reached to renew it
     */
    public String token() {
        Tokens now = tokens;
        if (now == null) {
            return "";
        }
        if (now.isToBeRenewed()) {
            renewing.lock();
            try {
                if (now.equals(tokens)) {
                    renew(now);
                }
                now = tokens;
            } finally {
                renewing.unlock();
            }
        }
        if (now != null && now.isOver()) {
            throw new UncheckedIOException(new IOException("the provider cannot be reached"));
        }
        return now == null ? "" : now.access();
    }

    private void renew(Tokens ending) {
        Provider asked = provider;
        if (asked == null || ending.refresh() == null) {
            endAt(ending);
            return;
        }
        try {
            TokenResponse response = asked.ask(new RefreshTokenGrant(ending.refresh()));
            if (response.indicatesSuccess()) {
                tokens = kept(tokens(response), ending.refresh());
                return;
            }
            String error = response.toErrorResponse().getErrorObject().getCode();
            LOG.info("the session at {} is not renewed: {}", issuer, error);
            if (OAuth2Error.INVALID_GRANT.getCode().equals(error)) {
                tokens = null;
            } else {
                endAt(ending);
            }
        } catch (SignInException e) {
            LOG.warn("the session at {} is not renewed: {}", issuer, e.getMessage());
            endAt(ending);
        } catch (IOException e) {
            LOG.info(
                    "the session at {} cannot be renewed now: {}",
                    issuer,
                    e.getClass().getSimpleName());
            tokens = ending.triedAgainLater();
        }
    }

    /** Nothing renews it: it does as long as it holds. */
    private void endAt(Tokens ending) {
        tokens = ending.isOver() ? null : ending.triedAgainLater();
    }

    /**
     * Forgets the tokens and has the provider end them. It blocks while the provider is asked; where that cannot be reached, the
     * tokens end by themselves, and here they are gone.
     *
     * @return the page where the browser's own session is ended, or empty where there is none
     */
    public Optional<URI> signOut() {
        Tokens last;
        Provider asked;
        renewing.lock();
        try {
            last = tokens;
            asked = provider;
            tokens = null;
            person = null;
        } finally {
            renewing.unlock();
        }
        if (asked == null) {
            return Optional.empty();
        }
        try {
            if (last != null && last.refresh() != null) {
                asked.revoke(last.refresh());
            }
        } catch (IOException e) {
            LOG.warn(
                    "the provider was not told of the sign-out: {}",
                    e.getClass().getSimpleName());
        }
        // without the token that names the person: a browser keeps the addresses it was at
        return Optional.ofNullable(asked.signOutPage())
                .map(page -> new LogoutRequest(page, null, null, client, null, null, null).toURI());
    }
}
