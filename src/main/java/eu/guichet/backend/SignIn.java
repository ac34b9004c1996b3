package eu.guichet.backend;

import eu.guichet.backend.access.Authenticator;
import eu.guichet.backend.access.Tokens;
import eu.guichet.backend.oidc.OidcAuthenticator;
import eu.guichet.backend.oidc.OidcSettings;
import eu.guichet.contract.Role;
import eu.guichet.contract.SignInOffer;
import java.util.Map;

/**
 * How people sign in.
 *
 * @param tokens one a role, where they are drawn here; otherwise none
 * @param agentTokens one for each agent who trains under a name, by that name
 */
record SignIn(
        Authenticator authenticator, SignInOffer offer, Map<Role, String> tokens, Map<String, String> agentTokens) {
    /** In training, and where the institution names no provider, with tokens drawn at each start. */
    static SignIn of(BackendSettings settings) {
        OidcSettings provider = settings.institution().signIn();
        if (provider == null || settings.training()) {
            Tokens.Drawn drawn = Tokens.draw(settings.office(), settings.agents());
            return new SignIn(drawn.tokens(), SignInOffer.byToken(), drawn.plain(), drawn.named());
        }
        return new SignIn(new OidcAuthenticator(provider, settings.clock()), provider.offer(), Map.of(), Map.of());
    }

    /** Never prints a token. */
    @Override
    public String toString() {
        return "SignIn[" + offer + "]";
    }
}
