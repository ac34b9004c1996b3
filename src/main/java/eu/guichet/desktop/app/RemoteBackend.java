package eu.guichet.desktop.app;

import eu.guichet.client.Authority;
import eu.guichet.client.ClientException;
import eu.guichet.client.Connections;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.client.openid.SignInException;
import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.SignInOffer;
import eu.guichet.desktop.settings.MachineSettings;
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
    private final MachineSettings.@Nullable SignIn fixed;
    private final @Nullable Authority authority;

    /**
     * @param home which one program at a time may have: two would write over each other's settings
     * @param token that was handed over to this program, in training; empty where people sign in
     * @param authority the institution's own; null where the system knows who certified the backend
     */
    RemoteBackend(Path home, URI url, Supplier<String> token, @Nullable Authority authority) {
        this(home, url, token, authority, null);
    }

    /** @param fixed where people sign in, whatever the backend says; null where the backend is believed */
    RemoteBackend(
            Path home,
            URI url,
            Supplier<String> token,
            @Nullable Authority authority,
            MachineSettings.@Nullable SignIn fixed) {
        this.fixed = fixed;
        this.home = home;
        this.url = url;
        this.token = token;
        this.authority = authority;
    }

    @Override
    public Running open(SignInPage page) {
        HomeLock claim = HomeLock.claim(home, "window.lock");
        Running running = null;
        try {
            OpenIdSession session = token.get().isEmpty() ? session() : null;
            if (session == null) {
                running = new Running(connect(token), claim::release);
            } else {
                var _ = session.signIn(page);
                running = new Running(connect(session::token), claim::release, session, Map.of());
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
        try (GuichetClient stranger = connect(() -> "")) {
            offer = stranger.signInOffer();
        } catch (ClientException e) {
            if (e.passes()) {
                throw new StartException("backend", url.toString(), e);
            }
            // what hinders every call is told in the window, and an older backend has no sign-in
            return null;
        }
        if (offer.way() == SignInOffer.Way.TOKEN) {
            return null;
        }
        URI issuer = fixed == null ? offer.issuer() : fixed.issuer();
        String client = fixed == null ? offer.client() : fixed.client();
        return issuer == null || client == null
                ? null
                : new OpenIdSession(
                        issuer,
                        client,
                        offer.scopes(),
                        authority == null ? Connections.to(issuer) : Connections.to(issuer, authority));
    }

    private GuichetClient connect(Supplier<String> of) {
        return authority == null ? GuichetClients.connect(url, of) : GuichetClients.connect(url, of, authority);
    }
}
