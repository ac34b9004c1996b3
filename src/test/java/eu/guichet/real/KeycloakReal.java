package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.client.ClientException;
import eu.guichet.client.Connections;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Me;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.SignInOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desktop and a program sign in at a Keycloak, and the backend takes its word. Run by {@code mvn -ntp verify -Preal}. */
class KeycloakReal {
    @TempDir
    private Path folder;

    @Test
    void agents_and_programs_of_a_keycloak_work_here() throws Exception {
        try (Keycloak keycloak = Keycloak.start(folder.resolve("keycloak.log"));
                Backend backend = backend(keycloak)) {
            SignInOffer offer;
            try (GuichetClient stranger = GuichetClients.connect(backend.url(), () -> "")) {
                offer = stranger.signInOffer();
            }
            OpenIdSession session = new OpenIdSession(
                    Objects.requireNonNull(offer.issuer()),
                    Objects.requireNonNull(offer.client()),
                    offer.scopes(),
                    Connections.to(keycloak.issuer()));

            assertThat(session.signIn(new Person("mdupont", "only-in-this-test")))
                    .isTrue();

            try (GuichetClient client = GuichetClients.connect(backend.url(), session::token)) {
                Me me = client.me();
                assertThat(me.name()).isEqualTo("Maria Dupont");
                assertThat(me.role()).isEqualTo(Role.AGENT);
                assertThat(me.office()).isIn(OfficeCode.LUX, OfficeCode.BRU);
                String first = session.token();
                while (session.token().equals(first)) {
                    Thread.onSpinWait();
                }
                assertThat(client.me().id()).as("by a renewed token").isEqualTo(me.id());

                assertThat(session.signOut()).isPresent();
                assertThatThrownBy(client::me).isInstanceOf(ClientException.Refused.class);
            }
            try (GuichetClient program = GuichetClients.connect(backend.url(), () -> token(keycloak))) {
                assertThat(program.me().role()).isEqualTo(Role.PROCESS);
            }
        }
    }

    private static String token(Keycloak keycloak) {
        Request asked = new Request.Builder()
                .url(keycloak.issuer() + "/protocol/openid-connect/token")
                .header("Authorization", Credentials.basic("rcam", "only-in-this-test"))
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .build())
                .build();
        try (Response response = new OkHttpClient().newCall(asked).execute()) {
            return ContractJson.mapper()
                    .readTree(response.body().bytes())
                    .path("access_token")
                    .asString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Backend backend(Keycloak keycloak) throws IOException {
        Path file =
                Files.write(folder.resolve("institution.properties"), List.of("sign-in.issuer = " + keycloak.issuer()));
        return Backend.start(
                BackendSettings.production(folder.resolve("guichet.db").toString(), Institution.read(file))
                        .withPort(0));
    }
}
