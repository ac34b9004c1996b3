package eu.guichet.backend.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.access.SignInUnavailableException;
import eu.guichet.backend.access.SignedIn;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OidcAuthenticatorTest {
    private final StandInProvider provider = new StandInProvider();
    private final Map<String, String> lines =
            new HashMap<>(Map.of("sign-in.issuer", provider.issuer().toString(), "sign-in.clock-skew", "30s"));
    private Instant now = Instant.now();

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void a_good_token_says_who_calls_in_which_role_and_for_which_offices() {
        SignedIn in = authenticator().signedIn(token(StandInProvider.agent("f00d-1", "M. D.", "LUX", "BRU")));

        assertThat(in).isInstanceOfSatisfying(SignedIn.Known.class, known -> {
            Principal who = known.principal();
            assertThat(who.id()).isEqualTo("f00d-1");
            assertThat(who.name()).isEqualTo("M. D.");
            assertThat(who.role()).isEqualTo(Role.AGENT);
            assertThat(who.office()).isEqualTo(OfficeCode.LUX);
            assertThat(who.offices()).containsExactlyInAnyOrder(OfficeCode.LUX, OfficeCode.BRU);
            assertThat(known.until()).isBetween(now.plus(4, ChronoUnit.MINUTES), now.plus(6, ChronoUnit.MINUTES));
        });
    }

    @Test
    void a_token_that_is_spoilt_in_one_place_is_nobodys() {
        OidcAuthenticator authenticator = authenticator();

        assertRefused(authenticator, claims -> claims.issuer("https://another.example"));
        assertRefused(authenticator, claims -> claims.audience("another"));
        assertRefused(authenticator, claims -> claims.audience((String) null));
        assertRefused(authenticator, claims -> claims.subject(null));
        assertRefused(authenticator, claims -> claims.expirationTime(null));
        assertRefused(authenticator, claims -> claims.claim("typ", "ID"));
        assertRefused(authenticator, claims -> claims.claim("typ", "Refresh"));
        assertThat(authenticator.signedIn("")).isInstanceOf(SignedIn.Nobody.class);
        assertThat(authenticator.signedIn("a.b.c")).isInstanceOf(SignedIn.Nobody.class);
        assertThat(authenticator.signedIn("x".repeat(100_000))).isInstanceOf(SignedIn.Nobody.class);
    }

    @Test
    void clocks_may_differ_by_as_much_as_is_set() {
        assertKnown(claims -> claims.expirationTime(at(Duration.ofSeconds(-25))));
        assertKnown(claims -> claims.notBeforeTime(at(Duration.ofSeconds(25))));
        assertKnown(claims -> claims.audience(List.of("account", StandInProvider.AUDIENCE)));
    }

    @Test
    void only_the_providers_own_signature_by_an_accepted_algorithm_counts() throws JOSEException {
        OidcAuthenticator authenticator = authenticator();
        JWTClaimsSet claims = provider.claims(provider.person).build();
        String good = provider.signed(claims);
        assertThat(authenticator.signedIn(good)).isInstanceOf(SignedIn.Known.class);

        String[] parts = good.split("\\.", -1);
        RSAKey own = provider.key();
        // the public key as if it were a shared secret
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(own.getKeyID()).build(), claims);
        confused.sign(new MACSigner(own.toRSAPublicKey().getEncoded()));
        SignedJWT another = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(own.getKeyID()).build(), claims);
        another.sign(new RSASSASigner(own));
        SignedJWT otherType = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(own.getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                claims);
        otherType.sign(new RSASSASigner(own));

        assertThat(Arrays.asList(
                        new PlainJWT(claims).serialize(),
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA",
                        confused.serialize(),
                        another.serialize(),
                        otherType.serialize()))
                .allSatisfy(token -> assertThat(authenticator.signedIn(token)).isInstanceOf(SignedIn.Nobody.class));
    }

    @Test
    void a_new_key_of_the_provider_is_taken_up_and_the_old_one_let_go() {
        OidcAuthenticator authenticator = authenticator();
        String before = token(provider.person);
        assertThat(authenticator.signedIn(before)).isInstanceOf(SignedIn.Known.class);

        provider.rollOver();

        assertThat(authenticator.signedIn(token(provider.person))).isInstanceOf(SignedIn.Known.class);
        assertThat(authenticator.signedIn(before)).isInstanceOf(SignedIn.Nobody.class);
    }

    @Test
    void invented_keys_do_not_become_load_for_the_provider() {
        // making keys takes long on a busy machine, and a key that is looked for later may be looked for again
        List<String> invented = new ArrayList<>();
        try (StandInProvider stranger = new StandInProvider()) {
            for (int i = 0; i < 30; i++) {
                stranger.rollOver();
                invented.add(stranger.signed(provider.claims(provider.person).build()));
            }
        }
        OidcAuthenticator authenticator = authenticator();
        assertThat(authenticator.signedIn(token(provider.person))).isInstanceOf(SignedIn.Known.class);

        assertThat(invented)
                .allSatisfy(token -> assertThat(authenticator.signedIn(token)).isInstanceOf(SignedIn.Nobody.class));

        assertThat(provider.asked.stream().filter("/realm/keys"::equals)).hasSizeLessThan(6);
        assertThat(authenticator.signedIn(token(provider.person))).isInstanceOf(SignedIn.Known.class);
    }

    @Test
    void while_the_provider_is_away_known_keys_do_and_unknown_ones_are_waited_for() {
        OidcAuthenticator first = authenticator();
        OidcAuthenticator late = authenticator();
        String token = token(provider.person);
        assertThat(first.signedIn(token)).isInstanceOf(SignedIn.Known.class);

        provider.away = true;

        assertThat(first.signedIn(token)).isInstanceOf(SignedIn.Known.class);
        assertThatThrownBy(() -> late.signedIn(token)).isInstanceOf(SignInUnavailableException.class);
        provider.away = false;
        assertThat(late.signedIn(token)).isInstanceOf(SignedIn.Known.class);
    }

    @Test
    void a_provider_that_names_itself_otherwise_signs_nobody_in() {
        lines.put("sign-in.issuer", provider.issuer() + "/");

        assertThatThrownBy(() -> authenticator().signedIn(token(provider.person)))
                .isInstanceOf(SignInUnavailableException.class)
                .hasMessageContaining("names itself");
    }

    @Test
    void a_token_whose_time_alone_is_wrong_is_told_apart_from_one_that_is_nobodys() {
        OidcAuthenticator authenticator = authenticator();
        assertUntimely(authenticator, claims -> claims.expirationTime(at(Duration.ofSeconds(-31))));
        assertUntimely(authenticator, claims -> claims.notBeforeTime(at(Duration.ofSeconds(35))));
        assertRefused(
                authenticator,
                claims -> claims.expirationTime(at(Duration.ofSeconds(-31))).audience("another"));
    }

    private void assertUntimely(OidcAuthenticator authenticator, UnaryOperator<JWTClaimsSet.Builder> changed) {
        String token =
                provider.signed(changed.apply(provider.claims(provider.person)).build());
        assertThat(authenticator.signedIn(token)).isInstanceOf(SignedIn.Untimely.class);
    }

    private void assertRefused(OidcAuthenticator authenticator, UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        String token =
                provider.signed(spoilt.apply(provider.claims(provider.person)).build());
        assertThat(authenticator.signedIn(token)).isInstanceOf(SignedIn.Nobody.class);
    }

    private void assertKnown(UnaryOperator<JWTClaimsSet.Builder> changed) {
        String token =
                provider.signed(changed.apply(provider.claims(provider.person)).build());
        assertThat(authenticator().signedIn(token)).isInstanceOf(SignedIn.Known.class);
    }

    private Date at(Duration fromNow) {
        return Date.from(now.plus(fromNow));
    }

    private String token(Map<String, Object> who) {
        return provider.signed(provider.claims(who).build());
    }

    private OidcAuthenticator authenticator() {
        OidcSettings settings = OidcSettings.read(new SettingLines(lines)).orElseThrow();
        return new OidcAuthenticator(settings, () -> now);
    }
}
