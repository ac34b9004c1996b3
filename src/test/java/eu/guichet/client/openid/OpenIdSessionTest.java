package eu.guichet.client.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTParser;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.client.Connections;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdSessionTest {
    private final StandInProvider provider = new StandInProvider();
    private final Browser browser = new Browser();

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void a_person_signs_in_in_the_browser_and_the_browser_says_so() throws Exception {
        OpenIdSession session = session();
        assertThat(session.token()).isEmpty();

        assertThat(session.signIn(browser)).isTrue();

        assertThat(subject(session.token())).isEqualTo("f00d-1");
        assertThat(browser.opened)
                .singleElement()
                .asString()
                .contains("code_challenge_method=S256", "response_type=code", "redirect_uri=http%3A%2F%2F127.0.0.1%3A")
                .doesNotContain("code_verifier", "client_secret");
        while (browser.seen.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(browser.seen.getFirst()).startsWith("200").contains("You are in.");
    }

    @Test
    void a_token_is_renewed_before_it_ends_and_once_for_all_who_ask() throws Exception {
        provider.life = Duration.ofSeconds(2);
        OpenIdSession session = session();
        session.signIn(browser);
        String first = session.token();
        while (session.token().equals(first)) {
            Thread.onSpinWait();
        }
        provider.life = Duration.ofSeconds(1);
        String second = session.token();
        long before = asked("/realm/token");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> tokens = IntStream.range(0, 50)
                    .mapToObj(_ -> callers.submit((Callable<String>) session::token))
                    .toList();
            assertThat(tokens).allSatisfy(token -> assertThat(token.get()).isNotEmpty());
        }

        assertThat(second).isNotEqualTo(first);
        assertThat(asked("/realm/token") - before)
                .as("never one for each caller")
                .isLessThan(5);
        assertThat(subject(session.token())).isEqualTo("f00d-1");
    }

    @Test
    void a_session_that_an_administrator_has_ended_is_over_and_can_be_begun_anew() throws Exception {
        provider.life = Duration.ofSeconds(1);
        OpenIdSession session = session();
        session.signIn(browser);
        provider.endSessions();
        while (!session.token().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(session.signIn(browser)).as("the same person").isTrue();
        assertThat(session.token()).isNotEmpty();
        provider.person = StandInProvider.agent("f00d-2", "J. V.", "BRU");
        assertThat(session.signIn(browser)).as("a colleague").isFalse();
    }

    @Test
    void while_the_provider_is_away_the_token_does_until_its_end_and_then_calls_fail_as_away() throws Exception {
        provider.life = Duration.ofSeconds(3);
        OpenIdSession session = session();
        session.signIn(browser);
        String token = session.token();
        provider.away = true;
        long tries = asked("/realm/token");
        while (asked("/realm/token") == tries) {
            assertThat(session.token()).isEqualTo(token);
        }
        assertThat(session.token()).isEqualTo(token);
    }

    @Test
    void what_the_provider_or_the_person_refuses_is_told_as_such() {
        provider.refusal = "access_denied";
        assertThatThrownBy(() -> session().signIn(browser))
                .isInstanceOfSatisfying(
                        SignInException.class, why -> assertThat(why.why()).isEqualTo(SignInException.Cause.REFUSED));

        provider.away = true;
        assertThatThrownBy(() -> session().signIn(browser))
                .isInstanceOfSatisfying(
                        SignInException.class, why -> assertThat(why.why()).isEqualTo(SignInException.Cause.AWAY));
    }

    @Test
    void only_the_answer_to_this_question_counts() throws Exception {
        SignInPage attacked = new SignInPage() {
            @Override
            public void open(URI page) {
                String back = Stream.of(page.getQuery().split("&"))
                        .filter(pair -> pair.startsWith("redirect_uri="))
                        .findFirst()
                        .orElseThrow()
                        .substring("redirect_uri=".length());
                assertThat(Browser.visit(URI.create(back + "?code=stolen"))).startsWith("404");
                assertThat(Browser.visit(URI.create(back + "?code=stolen&state=guessed")))
                        .startsWith("404");
                assertThat(Browser.visit(URI.create(back).resolve("/other"))).startsWith("404");
                browser.open(page);
            }

            @Override
            public Words words() {
                return browser.words();
            }
        };

        assertThat(session().signIn(attacked)).isTrue();
    }

    @Test
    void a_person_who_does_not_come_back_can_be_given_up() throws Exception {
        OpenIdSession session = session();
        SignInPage nobody = new SignInPage() {
            @Override
            public void open(URI page) {
                Thread.currentThread().interrupt();
            }

            @Override
            public Words words() {
                return browser.words();
            }
        };

        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> signIn = other.submit(() -> session.signIn(nobody));
            assertThatThrownBy(signIn::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(session.token()).isEmpty();
    }

    @Test
    void whoever_signs_out_has_no_token_and_no_session_at_the_provider() throws Exception {
        OpenIdSession session = session();
        session.signIn(browser);
        assertThat(provider.openSessions()).isEqualTo(1);

        URI page = session.signOut().orElseThrow();

        assertThat(session.token()).isEmpty();
        assertThat(provider.openSessions()).isZero();
        assertThat(page.toString())
                .startsWith(provider.issuer() + "/end")
                .contains("client_id=guichet-desktop")
                .doesNotContain("id_token_hint");
    }

    @Test
    void a_provider_that_is_away_when_the_token_has_ended_fails_the_call_and_not_the_session() throws Exception {
        provider.life = Duration.ofSeconds(1);
        OpenIdSession session = session();
        session.signIn(browser);
        provider.away = true;

        assertThatThrownBy(() -> {
                    while (!session.token().isEmpty()) {
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
        provider.away = false;
        assertThat(tokenSoon(session)).isNotEmpty();
    }

    private static String tokenSoon(OpenIdSession session) {
        while (true) {
            try {
                return session.token();
            } catch (UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private long asked(String path) {
        return provider.asked.stream().filter(path::equals).count();
    }

    private static String subject(String token) throws ParseException {
        return JWTParser.parse(token).getJWTClaimsSet().getSubject();
    }

    private OpenIdSession session() {
        return new OpenIdSession(
                provider.issuer(),
                StandInProvider.CLIENT,
                List.of("openid", "profile"),
                Connections.to(provider.issuer()));
    }
}
