package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway that takes one message with each HTTP request, cuts long ones by itself, and answers with a status. The
 * message's id is also sent as {@code Idempotency-Key}.
 */
final class HttpRoute implements SmsRoute {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final String name;
    private final String sender;
    private final SmsSettings.Http gateway;
    private final Acknowledged acknowledged;
    private final InstantSource clock;
    private final HttpClient client;

    HttpRoute(String name, String sender, SmsSettings.Http gateway, Acknowledged acknowledged, InstantSource clock) {
        this.name = name;
        this.sender = sender;
        this.gateway = gateway;
        this.acknowledged = acknowledged;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(gateway.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration limit() {
        return gateway.limit();
    }

    @Override
    public void start() {
        // connects when there is something to send
    }

    @Override
    public @Nullable String tryOut() {
        return null;
    }

    @Override
    public void submit(Parcel parcel, SmsText text) throws NotCarriedException {
        if (!acknowledged.parts(parcel.messageId(), name).isEmpty()) {
            return;
        }
        HttpResponse<byte[]> answer = post(parcel);
        int status = answer.statusCode();
        if (status / HUNDRED == SUCCESS) {
            acknowledged.keep(parcel.messageId(), name, 1, 1, id(answer.body()));
        } else if (gateway.refused().contains(status)) {
            throw NotCarriedException.forGood(
                    "the " + name + " SMS gateway refuses the number: status " + status, null);
        } else {
            throw notTaken("status " + status);
        }
    }

    private HttpResponse<byte[]> post(Parcel parcel) throws NotCarriedException {
        Duration use = parcel.useAt(clock.instant());
        if (!use.isPositive()) {
            throw notTaken("it is of no more use");
        }
        byte[] body = gateway.body()
                .filled(
                        Map.of(
                                "to", parcel.destination(),
                                "number", parcel.destination().replace("+", ""),
                                "text", parcel.text(),
                                "sender", sender,
                                "id", parcel.messageId(),
                                "until",
                                        parcel.until()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString()),
                        use);
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.url())
                .timeout(gateway.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", parcel.messageId())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        gateway.headers().forEach((header, secret) -> request.setHeader(header, secret.reveal()));
        try {
            return client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        } catch (IOException e) {
            throw notTaken(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notTaken("the program ends");
        }
    }

    private NotCarriedException notTaken(String why) {
        return new NotCarriedException("the " + name + " SMS gateway did not take it: " + why, new IOException(why));
    }

    /** Empty where the answer has none: it was taken over all the same. */
    private String id(byte[] answer) {
        if (gateway.id().isEmpty()) {
            return "";
        }
        try {
            JsonNode id = JSON.readTree(answer).at(gateway.id());
            return id.isValueNode() ? id.asString("") : "";
        } catch (JacksonException e) {
            return "";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
