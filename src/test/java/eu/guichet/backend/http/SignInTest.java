package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.BearerChallenge;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Me;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.SignInOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend outside training, whose callers come with a provider's tokens. The person on file belongs to Luxembourg. */
class SignInTest {
    private static final String SOMEBODY = "p1";

    @TempDir
    private Path folder;

    private final StandInProvider provider = new StandInProvider();
    private final Contract contract = Contract.read();
    private volatile Duration ahead = Duration.ZERO;
    private final List<Backend> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Backend::close);
        provider.close();
    }

    @Test
    void a_desktop_is_told_where_to_sign_in_and_no_token_is_drawn() throws IOException {
        Backend backend = start("");

        SignInOffer offer = caller(backend, null).get("/v1/sign-in").as(SignInOffer.class);

        assertThat(offer)
                .isEqualTo(new SignInOffer(
                        SignInOffer.Way.OPENID,
                        provider.issuer(),
                        StandInProvider.CLIENT,
                        List.of("openid", "profile")));
        assertThat(backend.tokens()).isEmpty();
    }

    @Test
    void a_caller_is_whom_the_token_names_and_may_what_the_role_may() throws IOException {
        Backend backend = start("");

        Me me = as(backend, StandInProvider.person("s-1", "C. L.", "guichet-supervisor", "ISP"))
                .get("/v1/me")
                .as(Me.class);
        assertThat(me.id()).isEqualTo("s-1");
        assertThat(me.name()).isEqualTo("C. L.");
        assertThat(me.role()).isEqualTo(Role.SUPERVISOR);
        assertThat(me.office()).isEqualTo(OfficeCode.ISP);
        assertThat(me.environment()).isEqualTo(Environment.PRODUCTION);
        Caller program = as(backend, StandInProvider.person("rcam", "RCAM", "guichet-process"));
        assertThat(program.get("/v1/me").status()).isEqualTo(200);
        assertThat(program.post("/v1/search", "{\"query\":\"anna\",\"limit\":5}")
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void whoever_has_no_role_here_is_told_so_and_a_bad_token_is_nobodys() throws IOException {
        Backend backend = start("");

        Caller.Answered nobody = as(backend, StandInProvider.person("x", "X. Y.", "another-role", "BRU"))
                .get("/v1/me", "Accept-Language", "en");
        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.json().path("detail").asString()).contains("no role or no office in Guichet");
        Caller.Answered spoilt = caller(
                        backend,
                        provider.signed(provider.claims(provider.person)
                                .audience("another")
                                .build()))
                .get("/v1/me");
        assertThat(spoilt.status()).isEqualTo(401);
        assertThat(spoilt.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_backend_whose_clock_goes_wrong_tells_its_time_to_whom_it_refuses() throws IOException {
        ahead = Duration.ofMinutes(10);
        Backend backend = start("");

        Caller.Answered refused = as(backend, provider.person).get("/v1/me");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header(BearerChallenge.HEADER)).isEqualTo(BearerChallenge.UNTIMELY);
        Instant there =
                Objects.requireNonNull(refused.headers().getDate("Date")).toInstant();
        assertThat(Duration.between(Instant.now(), there)).isGreaterThan(Duration.ofMinutes(9));
        ahead = Duration.ZERO;
        assertThat(as(backend, provider.person).get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void while_the_provider_is_away_callers_are_asked_to_wait_and_not_signed_out() throws IOException {
        Backend backend = start("");
        String token = provider.signed(provider.claims(provider.person).build());
        provider.away = true;

        Caller.Answered waiting = caller(backend, token).get("/v1/me", "Accept-Language", "en");

        assertThat(waiting.status()).isEqualTo(503);
        assertThat(waiting.header("Retry-After")).isEqualTo("5");
        assertThat(waiting.json().path("detail").asString()).contains("signs people in");
        provider.away = false;
        assertThat(caller(backend, token).get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_stream_of_events_ends_with_the_token_that_opened_it() throws IOException {
        Backend backend = start("sign-in.clock-skew = 0s\n");
        provider.life = Duration.ofSeconds(2);
        Caller agent = as(backend, provider.person);
        Instant over = Instant.now().plus(provider.life);

        try (Response response = Caller.http()
                .newCall(agent.request("GET", "/v1/events", null, "Accept", "text/event-stream"))
                .execute()) {
            assertThat(response.code()).isEqualTo(200);
            BufferedSource lines = response.body().source();
            while (!lines.exhausted()) {
                lines.readUtf8Line();
            }
        }

        assertThat(Instant.now()).isAfterOrEqualTo(over.minusSeconds(1));
        assertThat(agent.get("/v1/me").problem()).isEqualTo("not-signed-in");
    }

    @Test
    void a_file_of_another_office_is_opened_and_the_trail_says_so() throws IOException {
        Backend backend = start("");
        Caller brussels = as(backend, StandInProvider.agent("a-1", "M. D.", "BRU"));
        Caller both = as(backend, StandInProvider.agent("a-2", "J. V.", "BRU", "LUX"));

        open(brussels);
        open(both);

        List<AuditEntry> rows = as(backend, StandInProvider.person("h", "H. K.", "guichet-auditor", "BRU"))
                .get("/v1/audit?pensioner=" + SOMEBODY)
                .as(AuditPage.class)
                .entries();
        assertThat(rows)
                .filteredOn(row -> row.act().equals("file-read"))
                .extracting(AuditEntry::agentName, AuditEntry::outcome)
                .containsExactlyInAnyOrder(tuple("M. D.", "shown, of another office"), tuple("J. V.", "shown"));
    }

    @Test
    void an_institution_may_keep_each_office_to_its_own_people() throws IOException {
        Backend backend = start("desk.other-offices = off\n");
        Caller brussels = as(backend, StandInProvider.agent("a-1", "M. D.", "BRU"));

        assertThat(openContact(brussels).problem()).isEqualTo("not-allowed");
        assertThat(brussels.get("/v1/pensioners/" + SOMEBODY, "Guichet-Reason", "call")
                        .problem())
                .isEqualTo("not-allowed");
        open(as(backend, StandInProvider.agent("a-2", "J. V.", "LUX")));
    }

    private static Caller.Answered openContact(Caller caller) {
        return caller.post("/v1/contacts", "{\"pensionerId\":\"" + SOMEBODY + "\",\"reason\":\"call\"}");
    }

    private static void open(Caller caller) {
        String contact = openContact(caller).json().path("id").asString();
        assertThat(caller.get("/v1/pensioners/" + SOMEBODY, "Guichet-Contact", contact)
                        .status())
                .isEqualTo(200);
    }

    private Caller as(Backend backend, Map<String, Object> who) {
        return caller(backend, provider.signed(provider.claims(who).build()));
    }

    private Caller caller(Backend backend, @Nullable String token) {
        return new Caller(backend.url(), token, contract, new ConcurrentLinkedQueue<>());
    }

    private Backend start(String lines) throws IOException {
        String store = Stores.url(folder);
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody(SOMEBODY));
            });
        }
        Path file = folder.resolve("institution.properties");
        Files.write(file, (provider.lines() + lines).getBytes(UTF_8));
        Backend backend = Backend.start(BackendSettings.production(store, Institution.read(file))
                .withPort(0)
                .withClock(() -> Instant.now().plus(ahead)));
        started.add(backend);
        return backend;
    }
}
