package eu.guichet.client;

import eu.guichet.client.Outcome.Answer;
import eu.guichet.client.Retry.Response;
import eu.guichet.contract.Approval;
import eu.guichet.contract.LetterPatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** One call of the contract, from its request to what its answer says; however often tried, under one correlation id. */
final class Exchange {
    private static final RequestBody NOTHING = new OnceBody(null, new byte[0]);
    private static final MediaType JSON = MediaType.get(Json.MEDIA_TYPE);

    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final Retry retry;
    private final Endpoint endpoint;
    private final String correlation = UUID.randomUUID().toString();
    private final Request.Builder request;

    Exchange(Retry retry, Endpoint endpoint, HttpUrl url) {
        this.retry = retry;
        this.endpoint = endpoint;
        this.request = new Request.Builder()
                .url(url)
                .tag(Endpoint.class, endpoint)
                .header(Headers.CORRELATION, correlation)
                .method(endpoint.method(), endpoint.method().equals("GET") ? null : NOTHING);
    }

    /** However often it is asked, it is done once. */
    Exchange once(IdempotencyKey key) {
        return header(Headers.IDEMPOTENCY_KEY, key.value());
    }

    Exchange header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Exchange json(Object value) {
        request.method(endpoint.method(), new OnceBody(JSON, Json.write(value)));
        return this;
    }

    Exchange file(MediaType type, Path file) {
        request.method(endpoint.method(), new FileBody(type, file));
        return this;
    }

    String correlation() {
        return correlation;
    }

    Request request() {
        return request.build();
    }

    <T> T read(Class<T> type) {
        accept(Json.MEDIA_TYPE);
        return heard(() -> Json.read(good(Json.MEDIA_TYPE).body().toByteArray(), type, correlation));
    }

    /** What an act answers that may wait for a supervisor. */
    <T> Acted<T> readActed(Class<T> type) {
        accept(Json.MEDIA_TYPE);
        return heard(() -> {
            Answer answer = good(Json.MEDIA_TYPE);
            byte[] body = answer.body().toByteArray();
            return answer.status() == ACCEPTED
                    ? new Acted.Waits<>(Json.read(body, Approval.class, correlation))
                    : new Acted.Done<>(Json.read(body, type, correlation));
        });
    }

    /** As the other, of an act that answers nothing once it is done: what then waits, or empty. */
    Optional<Approval> doneUnlessWaits() {
        accept(Json.MEDIA_TYPE);
        return heard(() -> {
            Answer answer = answer();
            return answer.status() == ACCEPTED
                    ? Optional.of(Json.read(answer.body().toByteArray(), Approval.class, correlation))
                    : Optional.empty();
        });
    }

    byte[] read(String mediaType) {
        accept(mediaType);
        return heard(() -> good(mediaType).body().toByteArray());
    }

    /** A document and the claim under which it was handed out. */
    ClaimedDocument readClaimed(String mediaType) {
        return readClaimedIfAny(mediaType).orElseThrow(() -> new ClientException.NotUnderstood(correlation, null));
    }

    /** As the other; empty where there is none now. */
    Optional<ClaimedDocument> readClaimedIfAny(String mediaType) {
        accept(mediaType);
        return heard(() -> {
            Answer answer = answer();
            if (answer.status() == NO_CONTENT) {
                return Optional.empty();
            }
            if (!answer.is(mediaType)) {
                throw new ClientException.NotUnderstood(correlation, null);
            }
            String claim = answer.headers().get(LetterPatch.CLAIM);
            if (claim == null) {
                throw new ClientException.NotUnderstood(correlation, null);
            }
            boolean earlierSheet = "true".equals(answer.headers().get(LetterPatch.EARLIER_SHEET));
            return Optional.of(
                    new ClaimedDocument(claim, earlierSheet, answer.body().toByteArray()));
        });
    }

    /** Ends well without looking for anything in the answer. */
    void done() {
        heard(this::answer);
    }

    /** An act whose answer cannot be read may be done: that must not look like a mere fault. */
    private <T> T heard(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (ClientException.NotUnderstood e) {
            throw endpoint.repeat().acts() ? new ClientException.OutcomeUnknown(correlation, e) : e;
        }
    }

    private void accept(String mediaType) {
        request.header("Accept", mediaType + ", " + Problems.MEDIA_TYPE);
    }

    private Answer good(String mediaType) {
        Answer answer = answer();
        if (!answer.is(mediaType)) {
            throw new ClientException.NotUnderstood(correlation, null);
        }
        return answer;
    }

    private Answer answer() {
        Response heard = retry.call(request.build(), endpoint.repeat(), correlation);
        if (endpoint.method().equals("GET")) {
            // what changes something is done when it is answered, whoever answered
            Versions.require(heard.answer(), correlation);
        }
        if (!heard.answer().good()) {
            ClientException refusal =
                    Problems.of(heard.answer(), endpoint.repeat().acts(), correlation);
            throw heard.afterLoss() && !refusal.settles()
                    ? new ClientException.OutcomeUnknown(correlation, refusal)
                    : refusal;
        }
        return heard.answer();
    }
}
