package eu.guichet.contract;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How agents sign in at a backend; told to everybody.
 *
 * @param issuer of the OpenID provider; null unless {@link Way#OPENID}
 * @param client as which a desktop is known to the provider; null unless {@link Way#OPENID}
 * @param scopes that a desktop asks for; empty unless {@link Way#OPENID}
 */
public record SignInOffer(
        Way way, @Nullable URI issuer, @Nullable String client, List<String> scopes) {
    public enum Way {
        /** With a token that whoever started the backend has handed out: in training. */
        TOKEN,
        /** At an OpenID provider, in the browser. */
        OPENID
    }

    public SignInOffer {
        scopes = List.copyOf(scopes);
    }

    public static SignInOffer byToken() {
        return new SignInOffer(Way.TOKEN, null, null, List.of());
    }
}
