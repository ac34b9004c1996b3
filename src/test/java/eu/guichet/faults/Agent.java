package eu.guichet.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Somebody at a desk, with people of their own: searches, reports what happened to a person, and, once a person, freezes the
 * file in a contact. What is not acknowledged is asked for again, with the same key, of whichever node answers.
 */
final class Agent {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    /** Between one person and the next, on average; 0 for agents who never stop. */
    private static final long THINKS_MILLIS = Long.getLong("faults.think", 5000);

    private static final int FREEZES_EVERY = 3;
    private static final int SERVER_ERRORS = 500;

    /** One that was asked for, and is to be in the history once. */
    record Report(String pensionerId, Instant at) {}

    private final int number;
    private final List<Pensioner> people;
    private final UnaryOperator<String> tokens;
    private final HttpClient http;
    private final List<Supplier<String>> nodes;
    private final Figures figures;
    private final CountDownLatch end;
    private final Queue<Report> reports;
    private final Queue<String> freezes;
    private final Random random;
    private int node;

    /**
     * @param tokens the bearer token for a role
     * @param nodes where each is now
     */
    Agent(
            int number,
            List<Pensioner> people,
            UnaryOperator<String> tokens,
            HttpClient http,
            List<Supplier<String>> nodes,
            Figures figures,
            CountDownLatch end,
            Queue<Report> reports,
            Queue<String> freezes) {
        this.number = number;
        this.people = new ArrayList<>(people);
        this.tokens = tokens;
        this.http = http;
        this.nodes = List.copyOf(nodes);
        this.figures = figures;
        this.end = end;
        this.reports = reports;
        this.freezes = freezes;
        this.random = new Random(number);
        this.node = number % this.nodes.size();
    }

    /** Works until the end; an act that was begun is brought to its end after it. */
    void work() throws InterruptedException {
        if (thinks()) {
            return;
        }
        for (int round = 0; end.getCount() > 0; round++) {
            Pensioner person = people.get(round % people.size());
            search(person);
            report(person);
            if (round < people.size() && round % FREEZES_EVERY == 0) {
                freeze(person);
            }
            if (thinks()) {
                return;
            }
        }
    }

    /** Also before the first person: an office does not begin in one second. */
    private boolean thinks() throws InterruptedException {
        return THINKS_MILLIS > 0 && end.await(random.nextLong(2 * THINKS_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void search(Pensioner person) throws InterruptedException {
        String query = person.lastName() + " " + person.firstName();
        asked("agent", "/v1/search", json("query", query), true);
    }

    private void report(Pensioner person) throws InterruptedException {
        Report report = new Report(person.id(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        figures.begun();
        String body = "{\"type\":\"account-requested\",\"eventId\":\"faults-" + UUID.randomUUID()
                + "\",\"pensionNumber\":\"" + person.pensionNumber() + "\",\"occurredAt\":\"" + report.at() + "\"}";
        asked("process", "/v1/process-events", body, false);
        reports.add(report);
        figures.ended();
    }

    private void freeze(Pensioner person) throws InterruptedException {
        JsonNode contact = ContractJson.mapper()
                .readTree(asked(
                        "agent",
                        "/v1/contacts",
                        "{\"pensionerId\":\"" + person.id() + "\",\"reason\":\"call\"}",
                        false));
        String id = contact.get("id").asString();
        figures.begun();
        asked(
                "agent",
                "/v1/pensioners/" + person.id() + "/freeze",
                "",
                false,
                "Guichet-Contact",
                id,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        freezes.add(person.id());
        figures.ended();
        asked("agent", "/v1/contacts/" + id + "/close", "", false);
    }

    private static String json(String name, String value) {
        return ContractJson.mapper().createObjectNode().put(name, value).toString();
    }

    /** Asks until somebody answers it, of the other node after each failure. */
    private String asked(String role, String path, String body, boolean search, String... headers)
            throws InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(nodes.get(node).get() + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + tokens.apply(role))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
            if (headers.length > 0) {
                request.headers(headers);
            }
            String correlation = UUID.randomUUID().toString();
            request.header("X-Correlation-Id", correlation);
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
                if (answer.statusCode() < SERVER_ERRORS) {
                    if (answer.statusCode() >= 400) {
                        throw new AssertionError(
                                "agent " + number + ", " + path + ": " + answer.statusCode() + " " + answer.body());
                    }
                    figures.answered();
                    if (search) {
                        figures.searched(System.nanoTime() - begun);
                    } else if (tries > 1) {
                        figures.repeated();
                    }
                    return answer.body();
                }
                figures.failed("HTTP " + answer.statusCode(), path, begun, correlation);
            } catch (IOException e) {
                figures.failed(e.getClass().getSimpleName(), path, begun, correlation);
            }
            node = (node + 1) % nodes.size();
            pause(tries);
        }
    }

    /** Longer after each try; the end of the burst does not end it, for the act is brought to its end. */
    private void pause(int tries) throws InterruptedException {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(tries, 6));
        var _ = new CountDownLatch(1).await(millis / 2 + random.nextLong(millis), TimeUnit.MILLISECONDS);
    }
}
