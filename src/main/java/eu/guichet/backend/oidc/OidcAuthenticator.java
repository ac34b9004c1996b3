package eu.guichet.backend.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import eu.guichet.backend.access.Authenticator;
import eu.guichet.backend.access.SignInUnavailableException;
import eu.guichet.backend.access.SignedIn;
import eu.guichet.backend.settings.Authorities;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose a provider's access token is. It counts when the provider's key signed it with an accepted algorithm, it names this
 * issuer and this audience, and now lies between its beginning and its end.
 */
public final class OidcAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(OidcAuthenticator.class);

    /** Far above what a provider issues; what is longer is not looked at. */
    private static final int LONGEST = 16 * 1024;
    /** A claim by which some providers tell their kinds of tokens apart; the others are no access tokens. */
    private static final String KIND = "typ";

    private static final String ACCESS = "Bearer";

    private final OidcSettings settings;
    private final InstantSource clock;
    private final Provider provider;
    private final DefaultJOSEObjectTypeVerifier<SecurityContext> types =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    /** @throws IllegalArgumentException when the file of authorities cannot be used */
    public OidcAuthenticator(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        SSLSocketFactory sockets = settings.authority() == null
                ? null
                : Authorities.of("sign-in.authority", settings.authority()).getSocketFactory();
        provider = new Provider(settings.issuer(), sockets);
    }

    @Override
    public SignedIn signedIn(String token) {
        if (token.length() > LONGEST) {
            return new SignedIn.Nobody();
        }
        JWTClaimsSet claims;
        try {
            claims = processor().process(SignedJWT.parse(token), null);
        } catch (BadJWTException e) {
            return refused(token, e);
        } catch (RateLimitReachedException e) {
            // named by a key that was just looked for and not found
            return refused(e);
        } catch (KeySourceException e) {
            throw new SignInUnavailableException("the provider's keys cannot be read", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return refused(e);
        }
        String kind = claims.getClaim(KIND) instanceof String told ? told : ACCESS;
        if (!kind.equals(ACCESS)) {
            LOG.info("a token was refused: it is of the kind {}", kind);
            return new SignedIn.Nobody();
        }
        Instant until = claims.getExpirationTime().toInstant().plus(settings.clockSkew());
        return settings.claims()
                .principal(claims.getSubject(), claims.getClaims())
                .<SignedIn>map(who -> new SignedIn.Known(who, until))
                .orElseGet(SignedIn.WithoutRole::new);
    }

    /**
     * Asks the provider for its configuration and its keys.
     *
     * @return why people cannot be signed in, or empty
     */
    public Optional<String> tryOut() {
        try {
            provider.configuration();
            var _ = provider.keys();
            return Optional.empty();
        } catch (SignInUnavailableException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.algorithms(), provider.keys()));
        processor.setJWTClaimsSetVerifier(
                new Claims(settings, clock, (int) settings.clockSkew().toSeconds()));
        return processor;
    }

    /** What is signed is not in order: it may be its time alone. */
    private SignedIn refused(String token, BadJWTException why) {
        try {
            new Claims(settings, clock, Integer.MAX_VALUE)
                    .verify(SignedJWT.parse(token).getJWTClaimsSet(), null);
        } catch (ParseException | BadJWTException e) {
            return refused(why);
        }
        LOG.info("a token was refused: by the clock here it is over, or has not begun");
        return new SignedIn.Untimely(clock.instant());
    }

    /** Not the message, which may repeat what stood in the token. */
    private static SignedIn refused(Exception why) {
        LOG.info("a token was refused: {}", why.getClass().getSimpleName());
        return new SignedIn.Nobody();
    }

    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final InstantSource clock;

        Claims(OidcSettings settings, InstantSource clock, int skewSeconds) {
            super(
                    settings.audience(),
                    new JWTClaimsSet.Builder()
                            .issuer(settings.issuer().toString())
                            .build(),
                    Set.of("sub", "exp"));
            this.clock = clock;
            setMaxClockSkew(skewSeconds);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
