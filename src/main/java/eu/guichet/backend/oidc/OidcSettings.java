package eu.guichet.backend.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.SignInOffer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which OpenID provider signs people in, and what of its tokens means what.
 *
 * @param issuer as the provider's own configuration names it, to the letter
 * @param audience for which a token must be meant
 * @param client as which the desktop is known to the provider; a public client without a secret
 * @param scopes that the desktop asks for
 * @param algorithms of signatures that are accepted; only those of a public key
 * @param clockSkew by which the clocks of provider and backend may differ
 * @param authority certificates that may vouch for the provider, instead of those of the Java runtime; null for the latter
 */
public record OidcSettings(
        URI issuer,
        String audience,
        String client,
        List<String> scopes,
        Set<JWSAlgorithm> algorithms,
        Duration clockSkew,
        ClaimMapping claims,
        @Nullable Path authority) {
    private static final Set<String> NAMES = Set.of(
            "sign-in.issuer",
            "sign-in.audience",
            "sign-in.client",
            "sign-in.scopes",
            "sign-in.algorithms",
            "sign-in.clock-skew",
            "sign-in.authority");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String ALGORITHMS = "RS256 PS256 ES256";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    public OidcSettings {
        scopes = List.copyOf(scopes);
        algorithms = Set.copyOf(algorithms);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name) || ClaimMapping.isLine(name);
    }

    /**
     * Empty where no provider is named.
     *
     * @throws IllegalArgumentException where a line cannot be used
     */
    public static Optional<OidcSettings> read(SettingLines lines) {
        Optional<String> issuer = lines.text("sign-in.issuer");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Duration skew = lines.time("sign-in.clock-skew", CLOCK_SKEW);
        if (skew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException("sign-in.clock-skew: at most 5m");
        }
        String audience = lines.text("sign-in.audience").orElse("guichet");
        String client = lines.text("sign-in.client").orElse("guichet-desktop");
        if (audience.equals(client)) {
            // an ID token is meant for the client, and would pass for an access token
            throw new IllegalArgumentException("sign-in.audience and sign-in.client must differ");
        }
        return Optional.of(new OidcSettings(
                issuer(issuer.get()),
                audience,
                client,
                words(lines.text("sign-in.scopes").orElse("openid profile")),
                algorithms(lines.text("sign-in.algorithms").orElse(ALGORITHMS)),
                skew,
                ClaimMapping.read(lines),
                lines.path("sign-in.authority").orElse(null)));
    }

    /** What a desktop is told of it. */
    public SignInOffer offer() {
        return new SignInOffer(SignInOffer.Way.OPENID, issuer, client, scopes);
    }

    /** Over TLS, or on this machine: whoever can change what the provider says can sign in as anybody. */
    private static URI issuer(String written) {
        URI issuer;
        try {
            issuer = URI.create(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sign-in.issuer: " + written + " is no address", e);
        }
        String host = issuer.getHost();
        boolean plain = "http".equals(issuer.getScheme()) && host != null && THIS_MACHINE.contains(host);
        if (host == null || !(plain || "https".equals(issuer.getScheme()))) {
            throw new IllegalArgumentException("sign-in.issuer: an https address is expected");
        }
        return issuer;
    }

    private static Set<JWSAlgorithm> algorithms(String written) {
        return words(written).stream()
                .map(JWSAlgorithm::parse)
                .peek(algorithm -> {
                    if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                        throw new IllegalArgumentException("sign-in.algorithms: " + algorithm
                                + " is no signature by a private key, such as RS256, PS256 or ES256");
                    }
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> words(String written) {
        return Arrays.stream(written.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
