package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.http.Contract;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.SmsPart;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.journey.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import okhttp3.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SMS gateways may post, outside training, where there are some. Run by {@code mvn -ntp verify -Pfuzz}. */
@OnBothStores
class GatewayFuzz {
    private static final String SECRET = "a-secret-of-the-gateway-alone";
    private static final String TEMPLATE = "/v1/sms-receipts/{gateway}";

    @TempDir
    Path folder;

    private final Random random = new Random(ContractFuzz.SEED);
    private final Forms forms = new Forms(random);
    private final Ledger ledger = new Ledger();

    @Test
    void whatever_a_gateway_posts_is_answered_in_time_and_as_the_contract_says() throws IOException {
        System.out.println("fuzz.seed=" + ContractFuzz.SEED + " on " + Stores.kind());
        String store = Stores.url(folder.resolve("store"));
        Instant now = Instant.now();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody("p1"));
                tx.messages()
                        .add(new StoredMessage(
                                "m1", "p1", MessageKind.CHALLENGE_SMS, "de", MessageStatus.SENT, now, now, null));
                tx.smsParts().add(new SmsPart("m1", "first", 1, 1, "4f3a-7", MessageStatus.SENT));
            });
        }
        Path config = Files.writeString(folder.resolve("institution.properties"), """
                sign-in.issuer = http://127.0.0.1:9/nobody
                listen.reports = 0
                sms.gateway = http
                sms.sender = PMO
                sms.url = http://127.0.0.1:9/
                sms.body = {"to":"{to}","text":"{text}"}
                sms.receipts-file = %s
                """.formatted(
                        Files.writeString(folder.resolve("secret"), SECRET)));
        try (Program program =
                Program.start(folder, "serve", "--port", "0", "--database", store, "--config", config.toString())) {
            String url = ContractJson.mapper()
                    .readTree(program.firstLine())
                    .path("url")
                    .asString();
            Contract contract = new Contract(ContractFuzz.read(url + "/openapi.json"));
            try (Exchange exchange = new Exchange(url, contract, ledger, new Known(random))) {
                Instant end = Instant.now().plus(Duration.ofMillis(ContractFuzz.SECONDS * 100L));
                while (Instant.now().isBefore(end)) {
                    post(exchange);
                }
            }
            ledger.lines().forEach(System.out::println);
            ledger.findings().forEach(System.out::println);
            assertThat(ledger.findings()).isEmpty();
            assertThat(ledger.has("POST " + TEMPLATE, 204)).isTrue();
            assertThat(ContractFuzz.failures(program.errors())).isEmpty();
        }
    }

    private void post(Exchange exchange) {
        boolean form = random.nextBoolean();
        exchange.sendAs(
                "POST",
                TEMPLATE,
                random.nextInt(20) > 0 ? "/v1/sms-receipts/first" : "/v1/sms-receipts/second",
                Map.of("Accept-Language", "en", "Authorization", authorization()),
                Exchange.Sent.of(
                        form ? forms.form() : forms.json(),
                        MediaType.get(
                                random.nextInt(15) == 0
                                        ? "text/csv"
                                        : form ? "application/x-www-form-urlencoded" : "application/json")),
                Exchange.ANY);
    }

    private String authorization() {
        return switch (random.nextInt(12)) {
            case 0 -> "Basic " + Base64.getEncoder().encodeToString(("any:" + SECRET).getBytes(UTF_8));
            case 1 -> "Bearer of-somebody-else";
            case 2 -> "Basic " + SECRET;
            default -> "Bearer " + SECRET;
        };
    }
}
