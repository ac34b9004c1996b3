package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every call by every role and by nobody: who may, stands by name in {@code docs/access.md}. */
class AuthorisationTableTest {
    private static final Set<String> OPEN = Set.of("GET /health", "GET /openapi.json", "GET /v1/sign-in");
    /** By a secret that is none of a role's. */
    private static final Call OF_GATEWAYS = new Call("POST", "/v1/sms-receipts/{gateway}", Set.of());

    private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");
    private static final List<Call> CALLS =
            AccessPage.below("What a role may call").stream().map(Call::read).toList();

    @TempDir
    Path folder;

    private RunningBackend backend;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private record Call(String method, String template, Set<Role> allowed) {
        static Call read(AccessPage.Line line) {
            String[] call = line.what().replace("`", "").split(" ", 2);
            Set<Role> allowed = Arrays.stream(Role.values())
                    .filter(role -> line.cells()
                            .get(List.of(Role.values()).indexOf(role))
                            .equals("yes"))
                    .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
            return new Call(call[0], call[1], allowed);
        }

        String name() {
            return method + " " + template;
        }

        /** What is allowed is refused for other reasons then; a stream that is opened would not end. */
        boolean endsByItself() {
            return !template.equals("/v1/events");
        }

        Caller.Answered by(Caller caller) {
            String path = template.replace("{id}", AT_THE_SMS)
                    .replace("{stage}", "to-print")
                    .replace("{name}", "stuck")
                    .replace("{day}", "2026-11-23")
                    .replace("{gateway}", "first");
            return caller.call(method, path, method.equals("GET") ? null : "{}");
        }
    }

    @Test
    void every_role_may_what_the_table_says_and_nothing_else() {
        for (Call call : CALLS) {
            for (Role role : Role.values()) {
                boolean may = call.allowed().contains(role);
                if (may && !call.endsByItself()) {
                    continue;
                }
                Caller.Answered answer = call.by(backend.as(role));
                if (may) {
                    // a contact or a letter that is not theirs is refused as such
                    assertThat(answer.status())
                            .as("%s by %s", call.name(), role)
                            .isNotIn(401, 405, 500);
                    assertThat(answer.status() == 403 && answer.problem().equals("not-allowed"))
                            .as("%s by %s", call.name(), role)
                            .isFalse();
                } else {
                    assertThat(answer.status())
                            .as("%s by %s", call.name(), role)
                            .isEqualTo(403);
                    assertThat(answer.problem()).isEqualTo("not-allowed");
                }
            }
        }
    }

    @Test
    void no_role_may_speak_for_a_gateway() {
        for (Role role : Role.values()) {
            assertThat(OF_GATEWAYS.by(backend.as(role)).status())
                    .as(role.name())
                    .isEqualTo(401);
        }
        assertThat(OF_GATEWAYS.by(backend.stranger("guessed")).status()).isEqualTo(401);
    }

    @Test
    void nobody_may_anything() {
        for (Call call : CALLS) {
            for (String token : new String[] {null, "guessed"}) {
                assertThat(call.by(backend.stranger(token)).status())
                        .as(call.name())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void the_table_has_every_call_of_the_contract() {
        JsonNode paths = backend.as(Role.AGENT).get("/openapi.json").json().path("paths");
        Set<String> contract = new TreeSet<>();
        paths.propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                contract.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(Stream.concat(
                        Stream.concat(CALLS.stream(), Stream.of(OF_GATEWAYS)).map(Call::name), OPEN.stream()))
                .containsExactlyInAnyOrderElementsOf(contract);
    }
}
