package eu.guichet.client.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One OpenID provider as its own configuration describes it. */
final class Provider {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OIDCProviderMetadata metadata;
    private final ClientID client;
    private final ProviderCalls calls;

    private Provider(OIDCProviderMetadata metadata, ClientID client, ProviderCalls calls) {
        this.metadata = metadata;
        this.client = client;
        this.calls = calls;
    }

    /** Asks it for its configuration. */
    static Provider at(URI issuer, ClientID client, ProviderCalls calls) throws IOException, SignInException {
        String base = issuer.toString();
        String address = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + WELL_KNOWN;
        OIDCProviderMetadata metadata;
        try {
            metadata = OIDCProviderMetadata.parse(
                    calls.retrieveResource(URI.create(address).toURL()).getContent());
        } catch (ParseException e) {
            throw notUnderstood("the provider's configuration cannot be read", e);
        }
        if (!metadata.getIssuer().equals(new Issuer(issuer))) {
            throw notUnderstood("the provider names itself otherwise", null);
        }
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) {
            throw notUnderstood("the provider's configuration lacks an address", null);
        }
        return new Provider(metadata, client, calls);
    }

    URI signInPage() {
        return Objects.requireNonNull(metadata.getAuthorizationEndpointURI());
    }

    /** Null where it has none. */
    @Nullable
    URI signOutPage() {
        return metadata.getEndSessionEndpointURI();
    }

    TokenResponse ask(AuthorizationGrant grant) throws IOException, SignInException {
        TokenRequest request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), client, grant).build();
        try {
            return OIDCTokenResponseParser.parse(request.toHTTPRequest().send(calls));
        } catch (ParseException e) {
            throw notUnderstood("the provider's tokens cannot be read", e);
        }
    }

    /** @return whom the token names, where it is the provider's, for this client, and the answer to this question */
    String subject(JWT idToken, Nonce nonce) throws IOException, SignInException {
        try {
            IDTokenValidator validator = new IDTokenValidator(
                    metadata.getIssuer(),
                    client,
                    new JWSVerificationKeySelector<>(
                            SIGNATURES,
                            JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), calls)
                                    .build()),
                    null);
            return validator.validate(idToken, nonce).getSubject().getValue();
        } catch (BadJOSEException | JOSEException | MalformedURLException e) {
            throw notUnderstood("the provider's word on who signed in does not hold", e);
        }
    }

    /** Ends the session of this token, as far as the provider lets it. */
    void revoke(RefreshToken token) throws IOException {
        URI address = metadata.getRevocationEndpointURI();
        if (address != null) {
            int status = new TokenRevocationRequest(address, client, token)
                    .toHTTPRequest()
                    .send(calls)
                    .getStatusCode();
            if (status / 100 != 2) {
                throw new IOException("answered " + status);
            }
        }
    }

    static SignInException notUnderstood(String what, @Nullable Throwable cause) {
        return new SignInException(SignInException.Cause.NOT_UNDERSTOOD, what, cause);
    }
}
