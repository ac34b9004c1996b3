package eu.guichet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.http.Contract;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.ContractJson;
import eu.guichet.journey.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Requests that nobody here thought of, of every role, to every call, on both stores. Run by {@code mvn -ntp verify -Pfuzz};
 * {@code -Dfuzz.seconds=20} for a short one, {@code -Dfuzz.seed=} for the same requests again.
 */
@OnBothStores
class ContractFuzz {
    static final int SECONDS = Integer.getInteger("fuzz.seconds", 120);
    static final long SEED = seed();
    private static final String PROCESS = "process";
    private static final String REGISTER = "register";
    private static final String SUPERVISOR = "supervisor";
    private static final String NOBODY = "nobody";
    private static final List<String> SYLLABLES = List.of("ma", "an", "mu", "jo", "pe", "do", "ro", "sc", "ka", "le");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private final Known known = new Known(random);
    private final Map<String, Desk> desks = new TreeMap<>();

    private static long seed() {
        String given = System.getProperty("fuzz.seed", "");
        return given.isEmpty() ? Instant.now().getEpochSecond() : Long.parseLong(given);
    }

    @Test
    void whatever_is_asked_is_answered_in_time_and_as_the_contract_says() throws IOException, InterruptedException {
        System.out.println("fuzz.seed=" + SEED + " on " + Stores.kind() + " for " + SECONDS / 2 + " s");
        try (Program program = Program.start(
                folder,
                "serve",
                "--training",
                "--port",
                "0",
                "--people",
                "200",
                "--database",
                Stores.url(folder.resolve("store")))) {
            JsonNode started = ContractJson.mapper().readTree(program.firstLine());
            String url = started.path("url").asString();
            JsonNode document = read(url + "/openapi.json");
            Contract contract = new Contract(document);
            try (Exchange exchange = new Exchange(url, contract, ledger, known)) {
                started.path("tokens")
                        .properties()
                        .forEach(token -> desks.put(
                                token.getKey(), desk(exchange, token.getValue().asString())));
                desks.put(NOBODY, desk(exchange, null));
                desks.put("nobody known", desk(exchange, "of-somebody-else"));
                fuzz(new Tcases(document, Files.createDirectories(folder.resolve("tcases"))));
                new Wire(started, ledger, random).all();
                assertThat(read(url + "/health").path("status").asString()).isEqualTo("UP");
            }
            report(contract, program.errors());
        }
    }

    private Desk desk(Exchange exchange, @Nullable String token) {
        return new Desk(token, exchange, known, random);
    }

    static JsonNode read(String address) throws IOException {
        OkHttpClient http = new OkHttpClient();
        try (Response response =
                http.newCall(new Request.Builder().url(address).build()).execute()) {
            return ContractJson.mapper().readTree(response.body().bytes());
        }
    }

    /** Every call by every role first, with the document's own examples; then whatever is drawn until the time is over. */
    private void fuzz(Tcases tcases) throws IOException, InterruptedException {
        List<FuzzCase> examples = tcases.fromExamples();
        Instant end = Instant.now().plus(Duration.ofMillis(SECONDS * 500L));
        CompletableFuture<List<FuzzCase>> next = ahead(tcases, SEED);
        SYLLABLES.forEach(desk(SUPERVISOR)::search);
        desks.values().forEach(desk -> examples.forEach(desk::make));
        for (long seed = SEED; Instant.now().isBefore(end); seed++) {
            List<FuzzCase> cases = new ArrayList<>(next.join());
            next = ahead(tcases, seed + 1);
            for (int i = 0; i < 5; i++) {
                cases.addAll(examples);
            }
            Collections.shuffle(cases, random);
            for (FuzzCase drawn : cases) {
                if (Instant.now().isAfter(end)) {
                    return;
                }
                whoever(drawn).make(drawn);
            }
        }
    }

    /** While the ones before are sent. */
    private static CompletableFuture<List<FuzzCase>> ahead(Tcases tcases, long seed) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return tcases.drawn(seed);
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private Desk desk(String name) {
        return Objects.requireNonNull(desks.get(name), name);
    }

    private Desk whoever(FuzzCase drawn) {
        String likely = drawn.template().contains(PROCESS)
                ? PROCESS
                : drawn.template().contains(REGISTER) ? REGISTER : SUPERVISOR;
        List<String> roles = List.copyOf(desks.keySet());
        return desk(random.nextInt(2) > 0 ? likely : roles.get(random.nextInt(roles.size())));
    }

    /** With little time, or on a slow machine, not all of them are got into. */
    private String neverGood(Contract contract) {
        return contract.operations().stream()
                .map(call -> call.method() + " " + call.template())
                .filter(call -> List.of(200, 201, 202, 204).stream().noneMatch(status -> ledger.has(call, status)))
                .collect(Collectors.joining(", "));
    }

    private void report(Contract contract, String log) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("fuzz.seed=" + SEED + " on " + Stores.kind());
        lines.addAll(ledger.lines());
        lines.add("never taken as good: " + neverGood(contract));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "fuzz-" + Stores.kind() + ".txt"), lines);
        ledger.findings().forEach(System.out::println);
        assertThat(ledger.findings()).isEmpty();
        assertThat(failures(log)).as("told in the log as a failure of ours").isEmpty();
    }

    static List<String> failures(String log) {
        return log.lines()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                .toList();
    }
}
