package eu.guichet.desktop.app;

import eu.guichet.client.ClientException;
import eu.guichet.client.Connections;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.client.openid.SignInException;
import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.SignInOffer;
import eu.guichet.text.Keys;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The institution's own backend. */
final class RemoteBackend implements BackendSource {
    private final Path home;
    private final URI url;
    private final Supplier<String> token;

    /**
     * @param home which one program at a time may have: two would write over each other's settings
     * @param token that was handed over to this program, in training; empty where people sign in
     */
    RemoteBackend(Path home, URI url, Supplier<String> token) {
        this.home = home;
        this.url = url;
        this.token = token;
    }

    @Override
    public Running open(SignInPage page) {
        HomeLock claim = HomeLock.claim(home, "window.lock");
        Running running = null;
        try {
            OpenIdSession session = token.get().isEmpty() ? session() : null;
            if (session == null) {
                running = new Running(GuichetClients.connect(url, token), claim::release);
            } else {
                var _ = session.signIn(page);
                running = new Running(GuichetClients.connect(url, session::token), claim::release, session, Map.of());
            }
            return running;
        } catch (SignInException e) {
            throw new StartException("sign-in." + Keys.kebab(e.why()), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("sign-in.given-up", "", e);
        } finally {
            if (running == null) {
                claim.release();
            }
        }
    }

    /** Null where the backend takes tokens that were handed out. */
    private @Nullable OpenIdSession session() {
        SignInOffer offer;
        try (GuichetClient stranger = GuichetClients.connect(url, () -> "")) {
            offer = stranger.signInOffer();
        } catch (ClientException e) {
            if (e instanceof ClientException.Refused refused && refused.type() == ProblemType.NOT_FOUND) {
                // a backend from before there was a sign-in
                return null;
            }
            throw new StartException("backend", url.toString(), e);
        }
        URI issuer = offer.issuer();
        String client = offer.client();
        return issuer == null || client == null
                ? null
                : new OpenIdSession(issuer, client, offer.scopes(), Connections.to(issuer));
    }
}
