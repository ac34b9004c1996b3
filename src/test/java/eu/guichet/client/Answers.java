package eu.guichet.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** What a backend, or something in its place, may answer. */
final class Answers {
    static final Me ME = new Me("a1", "M. D.", Role.AGENT, OfficeCode.BRU, Environment.TRAINING, Me.Desk.STANDARD);
    static final Contact CONTACT = new Contact("c1", "p1", AccessReason.CALL, Instant.EPOCH, "");
    static final Message MESSAGE = new Message(
            "m1",
            "p1",
            MessageKind.CHALLENGE_SMS,
            "+32 ••• •• •• 34",
            "fr",
            MessageStatus.QUEUED,
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    static final Letter LETTER = new Letter(
            "l1",
            "L-2026-1",
            LetterState.GENERATED,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            5,
            0,
            "à poster",
            true);
    static final byte[] PDF = "%PDF-1.7 sealed".getBytes(US_ASCII);

    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket(true, false, false);

    private Answers() {}

    static MockResponse json(int status, Object body) {
        return text(status, "application/json", ContractJson.mapper().writeValueAsString(body));
    }

    static MockResponse empty() {
        return new MockResponse.Builder().code(204).build();
    }

    static MockResponse text(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(body)
                .build();
    }

    static MockResponse pdf() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/pdf")
                .addHeader("Guichet-Claim", "c-1")
                .body(new Buffer().write(PDF))
                .build();
    }

    static MockResponse problem(ProblemType type) {
        return problem(type.uri().toString(), type.status());
    }

    static MockResponse problem(String type, int status) {
        Problem problem = new Problem(URI.create(type), "t", status, "phrase", "clé", List.of(), null, "backend-id");
        return text(status, "application/problem+json", ContractJson.mapper().writeValueAsString(problem));
    }

    /** The status line says more than the body holds: the connection breaks halfway. */
    static MockResponse cutHalfway(MockResponse whole) {
        return whole.newBuilder().onResponseBody(CLOSE).build();
    }

    /** The backend does what was asked, and the connection breaks before a byte of the answer. */
    static MockResponse lost() {
        return new MockResponse.Builder().onResponseStart(CLOSE).build();
    }

    /** The backend takes the request and says nothing. */
    static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    /** A few bytes now and then: never silent for long, and not done in the time that a whole answer may take. */
    static MockResponse trickling(MockResponse answer) {
        return answer.newBuilder()
                .throttleBody(20, BackendDouble.CALL_TIMEOUT.dividedBy(7).toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    static MockResponse after(Duration wait, MockResponse answer) {
        return answer.newBuilder()
                .addHeader("Retry-After", Long.toString(wait.toSeconds()))
                .build();
    }
}
